"""Causes, dates and figures in words of one language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from motiontrack.assess.causes import Cause, Code, Figure
from motiontrack.assess.pace import Basis
from motiontrack.language.catalogue import Catalogue
from motiontrack.views.numbers import exact, plain, rounded, rounded_expected, rounded_gap, rounded_ratio

__all__ = [
    "brief_key",
    "cause_brief",
    "cause_sentence",
    "day_words",
    "figure_value",
    "figure_values",
    "month_words",
    "motion_words",
    "telling_figure",
    "told_figures",
]

_MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
#: Figures that are gaps in points: they never print across a threshold.
_GAPS = frozenset({"points"})
#: Figures that stand in the files: they print as they were written, whatever their decimals.
_STORED = frozenset({"value", "wanted", "progress", "before"})
_DAYS = frozenset(
    {"due", "day", "start", "forecast", "opens", "closes", "done_on", "original", "on", "until"}
)
_MONTHS = frozenset({"month", "last"})


def day_words(day: date, catalogue: Catalogue, said: int | None = None) -> str:
    """A date in words: 2010年8月31日, 31 August 2010; of the year ``said`` before, without it."""
    return catalogue.word(
        "date" if day.year != said else "date.of-year",
        year=day.year,
        month=day.month,
        day=day.day,
        month_name=_MONTH_NAMES[day.month - 1],
    )


def month_words(month: str, catalogue: Catalogue, said: int | None = None) -> str:
    """A month, given as ``2010-08``, in words: 2010年8月, August 2010; of the year ``said``, without it."""
    year, number = (int(part) for part in month.split("-"))
    key = "month" if year != said else "month.of-year"
    return catalogue.word(key, year=year, month=number, month_name=_MONTH_NAMES[number - 1])


def motion_words(number: str, catalogue: Catalogue) -> str:
    """A motion by its number, in words: 1号议案, Motion No. 1."""
    bare = number.removesuffix("议案")
    return catalogue.word("motion", number=bare.strip("第号") if catalogue.language == "en" else bare)


def figure_value(name: str, value: Figure) -> str | int | Decimal | None:
    """A cause's figure as data: fractions become decimals, rounded as they are printed."""
    if not isinstance(value, Fraction):
        return value
    if name in _STORED:
        return exact(value)
    if name == "ratio":
        return rounded_ratio(value)
    return rounded_gap(value) if name in _GAPS else rounded(value)


def figure_values(figures: Iterable[tuple[str, Figure]]) -> dict[str, str | int | Decimal | None]:
    """A cause's figures as data, so that what is expected less what is reported is the gap as printed."""
    given = dict(figures)
    values = {name: figure_value(name, value) for name, value in given.items()}
    expected, gap = given.get("expected"), given.get("points")
    if isinstance(expected, Fraction) and isinstance(gap, Fraction):
        values["expected"] = rounded_expected(expected, gap)
    return values


def told_figures(
    figures: Iterable[tuple[str, Figure]], catalogue: Catalogue, said: int | None = None
) -> Words:
    """A cause's figures in words: days and months by their names, numbers as they are printed."""
    given = dict(figures)
    numbers = {
        name: plain(value) for name, value in figure_values(figures).items() if isinstance(value, Decimal)
    }
    return {name: figure_words(name, value, catalogue, said) for name, value in given.items()} | numbers


def telling_figure(code: Code, figures: Mapping[str, Figure]) -> str | None:
    """The figure that says most of a cause, as it is printed; ``None`` where none does."""
    name = _TELLING.get(code)
    value = figure_value(name, figures.get(name)) if name else None
    return None if value is None else plain(Decimal(str(value)))


#: The figure that says most of a cause.
_TELLING = {
    Code.OVERDUE: "days",
    Code.BEHIND: "points",
    Code.STAGE_MISSED: "days",
    Code.START_MISSED: "days",
    Code.YELLOW_STREAK: "months",
    Code.FORECAST_LATE: "days",
    Code.FINDING_OVERDUE: "days",
    Code.UNREPORTED: "times",
}


def brief_key(cause: Cause) -> str:
    """The key of the cause in a few words, among the page's; suspended work has the days of then."""
    return f"big.{cause.code.value}" + _held(cause, {}, None)


def cause_brief(cause: Cause, catalogue: Catalogue) -> str:
    """The cause in a few words, with the figure that says most."""
    figure = telling_figure(cause.code, dict(cause.figures))
    return catalogue.word(f"page.{brief_key(cause)}", **({} if figure is None else {"n": figure}))


def cause_sentence(cause: Cause, catalogue: Catalogue, said: int | None = None) -> str:
    """The sentence of one cause; days of the year ``said`` go without it."""
    figures = told_figures(cause.figures, catalogue, said)
    complete = _COMPLETE.get(cause.code)
    key = f"cause.{cause.code.value}"
    if complete is not None:
        key += complete(cause, figures, catalogue)
    return catalogue.word(key, **figures)


def figure_words(name: str, value: Figure, catalogue: Catalogue, said: int | None = None) -> str | int:
    """A cause's figure in words: days and months by their names, fractions as they are printed."""
    if value is None:
        return ""
    if isinstance(value, Fraction):
        return plain(Decimal(str(figure_value(name, value))))
    if isinstance(value, str) and name in _DAYS:
        return day_words(date.fromisoformat(value), catalogue, said)
    if isinstance(value, str) and name in _MONTHS:
        return month_words(value, catalogue, said)
    return value


Words = dict[str, str | int]


def _held(cause: Cause, _figures: Words, _catalogue: Catalogue | None) -> str:
    return ".held" if cause.figure("until") else ""


def _behind(cause: Cause, figures: Words, catalogue: Catalogue) -> str:
    figures["basis"] = catalogue.word(f"basis.{Basis(str(cause.figure('basis'))).family}")
    return ".target" if cause.figure("target") else ""


def _sent_back(_cause: Cause, figures: Words, _catalogue: Catalogue) -> str:
    return ".reason" if figures["reason"] else ""


def _problem(cause: Cause, figures: Words, catalogue: Catalogue) -> str:
    given = {name: str(value) for name, value in cause.figures if value}
    said = [catalogue.word(f"{name}.{given[name]}") for name in ("pace", "outlook") if name in given]
    for name in ("coordinate", "problems"):
        if name in given:
            said.append(catalogue.word(f"cause.problem-declared.{name}", **{name: given[name]}))  # noqa: PERF401
    if "asks" in given:
        said.append(catalogue.word("cause.problem-declared.asks"))
    figures["said"] = catalogue.word("pause").join(said)
    return ""


def _finding(cause: Cause, _figures: Words, _catalogue: Catalogue) -> str:
    return "" if cause.figure("finding") else ".unnamed"


def _phase_short(cause: Cause, figures: Words, catalogue: Catalogue) -> str:
    why = []
    if cause.figure("unreported"):
        why.append(catalogue.word("cause.phase-short.unreported"))
    if cause.figure("points") is not None:
        why.append(catalogue.word("cause.phase-short.behind", points=figures["points"]))
    figures["why"] = catalogue.word("join").join(why)
    return ".current" if cause.figure("current") else ""


def _target_short(cause: Cause, figures: Words, _catalogue: Catalogue) -> str:
    measure = figures.get("measure") or ""
    figures["wanted"], figures["value"] = f"{figures['wanted']}{measure}", f"{figures['value']}{measure}"
    return ".among" if cause.figure("among") else ""


def _unreported(cause: Cause, _figures: Words, _catalogue: Catalogue) -> str:
    return "" if cause.figure("last") else ".never"


def _due_soon(cause: Cause, _figures: Words, _catalogue: Catalogue) -> str:
    return "" if cause.figure("days") else ".today"


#: Codes whose sentence has variants or parts: the function fills them in and gives the key's ending.
_COMPLETE: dict[Code, Callable[[Cause, Words, Catalogue], str]] = {
    Code.OVERDUE: _held,
    Code.BEHIND: _behind,
    Code.PROBLEM_DECLARED: _problem,
    Code.FINDING_OVERDUE: _finding,
    Code.PHASE_SHORT: _phase_short,
    Code.TARGET_SHORT: _target_short,
    Code.UNREPORTED: _unreported,
    Code.DUE_SOON: _due_soon,
    Code.SENT_BACK: _sent_back,
}
