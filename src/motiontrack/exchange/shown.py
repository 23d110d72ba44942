"""The sentences of a form: what is known, what was promised, what falls due."""

from __future__ import annotations

from collections.abc import Iterator

from motiontrack.exchange.asking import AskedFigure, AskedItem, AskedStage, Due, Form
from motiontrack.exchange.layout import choices
from motiontrack.language.catalogue import Catalogue
from motiontrack.views.page_words import Speaker
from motiontrack.views.sentences import day_words, month_words

__all__ = [
    "due_words",
    "figure_words",
    "instructions",
    "is_level",
    "known_figure",
    "known_words",
    "promised_words",
    "stage_due_words",
    "stage_words",
    "title",
]


def title(form: Form, catalogue: Catalogue) -> str:
    """The form's heading."""
    month = month_words(form.identity.month, catalogue)
    return catalogue.word("collect.title", month=month, unit=form.identity.unit)


def instructions(form: Form, catalogue: Catalogue, *, by_text: bool = False) -> str:
    """By when it is to be sent back, and how it is filled in; ``by_text``: where there are no columns."""
    days = catalogue.word("list.joint").join(day_words(day, catalogue) for day in form.return_days)
    key = "collect.instructions-text" if by_text else "collect.instructions"
    return catalogue.word(key, days=days, plan=form.title)


def due_words(item: AskedItem, speaker: Speaker) -> str:
    """The deadline as printed and as it stands, and what falls due this month, each on a line."""
    return "\n".join((*_deadline(item, speaker), *(_falls_due(each, speaker) for each in item.falls_due)))


def stage_words(stage: AskedStage, catalogue: Catalogue) -> str:
    """A stage, as its row asks for it."""
    return catalogue.word("collect.stage", words=stage.due.words)


def stage_due_words(stage: AskedStage, speaker: Speaker) -> str:
    """The deadline of a stage with a row of its own, as printed, and that it falls due."""
    printed = stage.node.due_words
    said = speaker.catalogue.word(
        "collect.item-past" if stage.due.past else "collect.item-now", day=speaker.day(stage.due.day)
    )
    return f"{printed}\n{said}" if printed else said


def _deadline(item: AskedItem, speaker: Speaker) -> Iterator[str]:
    if item.node.standing:
        yield speaker.catalogue.word("collect.standing")
        return
    words = item.node.due_words
    day = item.due.isoformat() if item.due else ""
    if words and words != day:
        key = "collect.due-extended" if item.extended else "collect.due"
        yield speaker.catalogue.word(key, words=words, day=day)
    elif day:
        yield day


def _falls_due(each: Due, speaker: Speaker) -> str:
    when = "past" if each.past else "now"
    what = "stage" if each.is_stage else "item"
    return speaker.catalogue.word(f"collect.{what}-{when}", words=each.words, day=speaker.day(each.day))


def known_words(item: AskedItem, speaker: Speaker) -> str:
    """Where the item stood by its last return."""
    if item.last_month is None:
        return speaker.catalogue.word("collect.never")
    named = {word: offered for offered, word in choices("state", speaker.catalogue).items()}
    parts = [named[item.state.value]] if item.state.value in named else []
    if item.progress is not None:
        parts.append(f"{item.progress:f}%")
    said = " ".join(parts)
    return speaker.catalogue.word("collect.known", month=speaker.month(item.last_month), said=said).strip()


def promised_words(item: AskedItem, speaker: Speaker) -> str:
    """What the last return said would come next, and when it would be done."""
    lines = [item.next] if item.next else []
    if item.forecast is not None:
        lines.append(speaker.catalogue.word("collect.promised", day=item.forecast.isoformat()))
    return "\n".join(lines)


def figure_words(figure: AskedFigure, speaker: Speaker) -> str:
    """A target, as its row asks for it."""
    target = figure.target
    asked = "level" if is_level(figure) else "figure"
    key = f"collect.{asked}" if target.measure else f"collect.{asked}-bare"
    return speaker.catalogue.word(key, id=target.id, words=target.words, measure=target.measure or "")


def is_level(figure: AskedFigure) -> bool:
    """Whether it holds as it stands (满意率90%以上): there is nothing to be added up."""
    return figure.target.kind == "level"


def known_figure(figure: AskedFigure, speaker: Speaker) -> str:
    """The running total last reported."""
    if figure.last is None or figure.last_day is None:
        return speaker.catalogue.word("collect.no-figure")
    value = f"{figure.last:f}{figure.target.measure or ''}"
    return speaker.catalogue.word("collect.last-figure", value=value, day=speaker.day(figure.last_day))
