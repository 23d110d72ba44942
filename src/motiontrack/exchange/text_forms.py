"""A month's form as text: Markdown to be read and answered by mail, YAML for offices that work in git."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from motiontrack.exchange.asking import AskedFigure, AskedItem, AskedStage, Form
from motiontrack.exchange.layout import FILLED, OF_STAGE, SIGNED, choices, label
from motiontrack.exchange.shown import (
    due_words,
    figure_words,
    instructions,
    known_figure,
    known_words,
    promised_words,
    stage_due_words,
    stage_words,
    title,
)
from motiontrack.language.catalogue import Catalogue
from motiontrack.model.written import quoted
from motiontrack.views.page_words import Speaker

__all__ = ["ABOUT", "SHOWN", "form_markdown", "form_yaml"]

#: What is told of an item beside what is asked: columns, and the word for what is told of a figure.
SHOWN = ("due", "known", "promised")
ABOUT = "collect.about"


def form_markdown(form: Form, catalogue: Catalogue, _day: date) -> bytes:
    """The form to be pasted into a mail: each item with what is known, and what is asked of it."""
    speaker = Speaker(catalogue, form.year)
    lines = [f"# {title(form, catalogue)}", "", instructions(form, catalogue, by_text=True), ""]
    # Plain text: a comment of HTML would be gone from a mail.
    lines += [catalogue.word("collect.identity", identity=form.identity.written()), ""]
    lines += [f"- {_asked(label(key, catalogue), speaker)}" for key in SIGNED]
    for item in form.items:
        lines += ["", f"## {item.node.id} {_one_line(item.node.item.text)}", ""]
        lines += [f"- {each}" for each in _known(item, speaker)]
        lines += [f"- {_told(each, speaker)}" for each in item.figures]
        lines.append("")
        for key in FILLED:
            lines.append(f"- {_asked(_label(key, catalogue), speaker)}")
            if key == "progress":
                lines += [f"- {_asked(_figure_label(each, catalogue), speaker)}" for each in item.figures]
        for stage in item.stages:
            lines += ["", f"## {stage.node.id} {_one_line(stage_words(stage, catalogue))}", ""]
            lines += [f"- {_stage_due(stage, speaker)}", ""]
            lines += [f"- {_asked(_label(key, catalogue), speaker)}" for key in OF_STAGE]
    lines += ["", catalogue.word("collect.end")]
    return "".join(f"{line}\n".replace(" \n", "\n") for line in lines).encode()


def _label(key: str, catalogue: Catalogue) -> str:
    """What is asked for, with the words to choose from."""
    if key == "progress":
        return catalogue.word("collect.column.percent", label=label("percent", catalogue))
    offered = catalogue.word("list.joint").join(choices(key, catalogue))
    name = label(key, catalogue)
    return catalogue.word("record.choices", label=name, words=offered) if offered else name


def _asked(name: str, speaker: Speaker) -> str:
    return speaker.catalogue.word("collect.signed", label=name)


def _about(figure: AskedFigure, speaker: Speaker) -> str:
    said = figure_words(figure, speaker)
    return speaker.catalogue.word("collect.figure-last", figure=said, last=known_figure(figure, speaker))


def _told(figure: AskedFigure, speaker: Speaker) -> str:
    """What is known of a figure, apart from its label: that one must fit into a line of a mail."""
    name = speaker.catalogue.word(ABOUT)
    return speaker.catalogue.word("collect.known-line", label=name, said=_one_line(_about(figure, speaker)))


def _figure_label(figure: AskedFigure, catalogue: Catalogue) -> str:
    """The label behind which a running total is typed."""
    target = figure.target
    key = "collect.figure-label" if target.measure else "collect.figure-label-bare"
    name = catalogue.word("collect.figure-name")
    return catalogue.word(key, name=name, id=target.id, measure=target.measure or "")


def _known(item: AskedItem, speaker: Speaker) -> Iterator[str]:
    """What is known of an item, each on a line with its label."""
    shown = (due_words(item, speaker), known_words(item, speaker), promised_words(item, speaker))
    for key, said in zip(SHOWN, shown, strict=True):
        if said:
            name = label(key, speaker.catalogue)
            yield speaker.catalogue.word("collect.known-line", label=name, said=_one_line(said))


def _stage_due(stage: AskedStage, speaker: Speaker) -> str:
    name, said = label("due", speaker.catalogue), _one_line(stage_due_words(stage, speaker))
    return speaker.catalogue.word("collect.known-line", label=name, said=said)


def _one_line(text: str) -> str:
    return " ".join(text.split())


# -- YAML


def form_yaml(form: Form, catalogue: Catalogue, _day: date) -> bytes:
    """The form as a file that ``collect read`` takes once the keys are filled in; the rest is comments."""
    speaker = Speaker(catalogue, form.year)
    lines = [f"# {title(form, catalogue)}", f"# {_one_line(instructions(form, catalogue, by_text=True))}"]
    lines.append(f"form: {quoted(form.identity.written())}")
    lines += [f"{key}:  # {label(key, catalogue)}" for key in SIGNED]
    lines.append("entries:")
    for item in form.items:
        lines += ["", f"  # {_one_line(item.node.item.text)}"]
        lines += [f"  # {each}" for each in _known(item, speaker)]
        lines.append(f"  - task: {quoted(item.node.id)}")
        for key in FILLED:
            lines.append(f"    {key}:  # {_label(key, catalogue)}")
            if key == "progress" and item.figures:
                lines.append("    targets:")
                lines += [
                    f"      {quoted(each.target.id)}:  # {_one_line(_about(each, speaker))}"
                    for each in item.figures
                ]
        for stage in item.stages:
            lines += ["", f"  # {_one_line(stage_words(stage, catalogue))}"]
            lines += [f"  # {_stage_due(stage, speaker)}", f"  - task: {quoted(stage.node.id)}"]
            lines += [f"    {key}:  # {_label(key, catalogue)}" for key in OF_STAGE]
    return "".join(f"{line}\n" for line in lines).encode()
