"""Words of ``report``: drafts, what is refused, and what is told beside a paper."""

from __future__ import annotations

__all__ = ["WORDS"]

WORDS: dict[str, str] = {
    # -- drafts, and papers that are refused
    "draft.stamp": "Draft",
    "draft.plain": "Draft, not issued.",
    "draft.faulty": "Draft, not to be issued. Errors in the data: {count} ({files}).",
    "draft.unjudged": " Tasks left unjudged: {count} ({tasks}).",
    "draft.line": "line {line}",
    "draft.file": "{file}: {count}",
    "report.refused": "Nothing was written. The errors are in {files}. Correct them as motiontrack validate says, or add --draft to see a draft.",
    # -- length
    "report.long": "The body has some {count} characters (without annex and tables), more than {limit}. A paper on one matter should have no more than 4000, a general one no more than 5000, by the rules of the central offices on relieving the grass roots (整治形式主义为基层减负若干规定, 2024). Shorten it.",
}
