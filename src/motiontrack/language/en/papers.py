"""Words of ``report``: drafts, what is refused, and what is told beside a paper."""

from __future__ import annotations

__all__ = ["WORDS"]

WORDS: dict[str, str] = {
    # -- drafts, and papers that are refused
    "draft.stamp": "Draft",
    "draft.plain": "Draft, not issued.",
    "draft.faulty": "Draft, not to be issued. Errors in the data: {count} ({files}).",
    "draft.unjudged": " Tasks left unjudged: {count} ({tasks}).",
    "draft.unjudged.more": " Tasks left unjudged: {count} ({tasks} and others).",
    "draft.task": "{name} ({id})",
    "draft.unmarked": "Your own template does not print that this is a draft. Do not hand it out as a paper.",
    "draft.line": "line {line}",
    "draft.file": "{file}: {count}",
    "report.template-unused": "The template templates/{template} was not used: nothing looks for a file of that name. Is {near} meant?",
    "report.refused": "Nothing was written, for the data have errors ({files}). Correct them as motiontrack validate says, or add --draft to see a draft.",
    # -- issued papers
    "issued.kept": "Kept as issued: {file}. To print it again: motiontrack report {kind} --issued {day}",
    "issued.unchanged": "This paper was kept as issued on {day} and has not changed; it is not kept twice.",
    "issued.differs": "This paper as of {day} was issued on {issued}. What is now otherwise: {count}",
    "issued.since": "Since the last one issued (as of {day}) these tasks have changed; this paper does not print it:",
    "issued.done": "newly done: {tasks}",
    "issued.turned": "from {before} to {now}: {tasks}",
    "issued.task": "{task}: {changes}",
    "issued.light": "light from {before} to {now}",
    "issued.state": "state from {before} to {now}",
    "issued.progress": "progress from {before} to {now}",
    "issued.due": "deadline from {before} to {now}",
    "issued.and": ", ",
    "issued.none": "none",
    "issued.new": "{task}: not there, or left unjudged, when it was issued",
    "issued.gone": "{task}: no longer there, or left unjudged",
    "issued.reworded": "This paper as of {day} was issued on {issued}. Its text is now another, though lights, states, progress, deadlines and the office’s own words are the same. To print the issued paper: motiontrack report {kind} --issued {as_of}",
    "issued.text": "the office’s own words, “{place}”",
    "issued.text.file": "the office’s own words, “{place}” ({file})",
    "issued.text.files": "the office’s own words, “{place}” ({file}, when it was issued {before})",
    "issued.text.changed": "{text}: changed",
    "issued.text.added": "{text}: not there when it was issued",
    "issued.text.removed": "{text}: there when it was issued, no longer now",
    # -- where the office's own words are printed
    "place.demands": "Demands",
    "place.practice": "What was done",
    "place.problems": "Problems",
    "place.next": "What comes next",
    "place.opening": "Opening",
    "place.closing": "Closing",
    # -- length
    "report.long": "The body has some {count} characters (without annex and tables), more than {limit}. A paper on one matter should have no more than 4000, a general one no more than 5000, by the rules against formalism and burdens on the grass roots that the general offices of the Central Committee and the State Council issued in 2024. Shorten it.",
}
