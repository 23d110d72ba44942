"""Papers that were issued: what is kept of one, and what has changed since.

A paper that has gone out keeps its figures. What is kept is no input of any judgement; a later paper
only says how it differs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from motiontrack.assess.assessment import Assessment
from motiontrack.book import Book
from motiontrack.language.catalogue import Catalogue
from motiontrack.lean import lean
from motiontrack.model.vocabulary import State
from motiontrack.views.numbers import plain
from motiontrack.views.plain import to_json
from motiontrack.views.sentences import day_words
from motiontrack.views.status import StatusView

__all__ = [
    "SCHEMA",
    "Issued",
    "IssuedPaper",
    "IssuedView",
    "PreviousView",
    "PrintedView",
    "RulesView",
    "Standing",
    "TurnedView",
    "build_issued",
    "digest_of",
    "issue_paper",
    "read_issued",
]

SCHEMA = "motiontrack/issued/1"
_DONE = "done"
#: A number as a view writes it. With a longer exponent it would be printed for minutes.
_NUMBER = r"-?\d{1,20}(?:\.\d{1,20})?(?:[eE][+-]?\d{1,2})?"


@lean
class RulesView:
    """The rules of the lights that the paper was judged by."""

    id: str
    title: str


@lean
class PrintedView:
    """The paper as it was printed, in each format."""

    md: str
    html: str


@lean
class IssuedPaper:
    """One paper as it was issued. ``digest`` is that of the data it was made from (SHA-256).

    ``to`` is to whom it goes, where it is addressed to one alone.
    """

    schema: str
    kind: str
    to: str | None
    as_of: date
    issued_on: date
    language: str
    digest: str
    profile: RulesView
    figures: StatusView
    printed: PrintedView


def issue_paper(
    kind: str,
    assessment: Assessment,
    status: StatusView,
    language: str,
    day: date,
    printed: Mapping[str, str],
    to: str | None = None,
) -> IssuedPaper:
    """What is kept of a paper that goes out on ``day``; ``printed`` has its text in each format."""
    return IssuedPaper(
        schema=SCHEMA,
        kind=kind,
        to=to,
        as_of=status.as_of,
        issued_on=day,
        language=language,
        digest=digest_of(assessment.book),
        profile=RulesView(status.profile.id, status.profile.title),
        figures=status,
        printed=PrintedView(printed["md"], printed["html"]),
    )


def digest_of(book: Book) -> str:
    """A mark of the data's text: the same only for the same files."""
    import hashlib  # only the page and what is kept as issued need it

    digest = hashlib.sha256()
    for path in sorted(book.sources):
        digest.update(f"{path}\n{book.sources[path].text}\n".encode())
    return digest.hexdigest()


# -- reading one again


@lean
class Standing:
    """How a task stood in a paper that was issued."""

    light: str | None
    state: str
    progress: Decimal | None
    due: date | None

    @property
    def shown(self) -> str:
        """Its light, or the state that stands for one."""
        return self.light or self.state


@lean
class Issued:
    """A paper that was issued, as far as another is compared with it or it is printed again."""

    kind: str
    to: str | None
    as_of: date
    issued_on: date
    profile: str
    tasks: Mapping[str, Standing]
    printed: Mapping[str, str]


def read_issued(data: bytes) -> Issued | None:
    """The paper kept in ``data``; ``None`` if it is none, or was changed so that it cannot be read."""
    import json  # few runs have anything to compare with

    try:
        kept = json.loads(data.decode("utf-8-sig"), parse_float=_number, parse_int=_number)
        if kept["schema"] != SCHEMA:
            return None
        return Issued(
            kind=_name(kept["kind"]),
            to=None if kept.get("to") is None else _name(kept["to"]),
            as_of=date.fromisoformat(kept["as_of"]),
            issued_on=date.fromisoformat(kept["issued_on"]),
            profile=_name(kept["profile"]["id"]),
            tasks=dict(_standings(kept["figures"])),
            printed={form: _text(kept["printed"][form]) for form in ("md", "html")},
        )
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def _standings(figures: Mapping[str, Any]) -> Iterator[tuple[str, Standing]]:
    for task in figures["tasks"]:
        progress, due, light = task["progress"], task["due"], task["light"]
        if progress is not None and not isinstance(progress, Decimal):
            raise TypeError
        yield (
            _name(task["id"]),
            Standing(
                light=None if light is None else _name(light),
                state=State(task["state"]),
                progress=progress,
                due=None if due is None else date.fromisoformat(due),
            ),
        )


def _number(text: str) -> Decimal:
    if not re.fullmatch(_NUMBER, text):
        raise ValueError
    return Decimal(text)


def _name(value: object) -> str:
    """What is printed as it stands: nothing in it may break a line or command a terminal."""
    name = _text(value)
    if not name.isprintable():
        raise ValueError
    return name


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


# -- what has changed since


@lean
class TurnedView:
    """The tasks that turned from one light to another, by the lights' words."""

    before: str
    now: str
    tasks: tuple[str, ...]


@lean
class PreviousView:
    """What changed since the last paper of the kind; ``turned`` is ``None`` where other rules were used."""

    as_of: date
    issued_on: date
    done: tuple[str, ...]
    turned: tuple[TurnedView, ...] | None


@lean
class IssuedView:
    """What a paper may say of those issued before it.

    ``previous`` is the last one for an earlier day. ``issued_on`` is set where one was issued for this
    very day, and ``differs`` says for each task what the data now give otherwise.
    """

    previous: PreviousView | None
    issued_on: date | None
    differs: tuple[str, ...]


def build_issued(
    earlier: Issued | None, same: Issued | None, status: StatusView, catalogue: Catalogue
) -> IssuedView | None:
    """``status`` beside what was issued for an earlier day and for the same; ``None`` if nothing was."""
    if earlier is None and same is None:
        return None
    import json

    now = dict(_standings(json.loads(to_json(status), parse_float=_number, parse_int=_number)))
    return IssuedView(
        previous=_previous(earlier, now, status) if earlier else None,
        issued_on=same.issued_on if same else None,
        differs=tuple(_differences(same.tasks, now, status, catalogue)) if same else (),
    )


def _previous(earlier: Issued, now: Mapping[str, Standing], status: StatusView) -> PreviousView:
    before = earlier.tasks
    done = tuple(
        task
        for task, standing in now.items()
        if standing.state == _DONE and (task not in before or before[task].state != _DONE)
    )
    turned: dict[tuple[str, str], list[str]] = {}
    for task, standing in now.items():
        if task in before and task not in done and before[task].shown != standing.shown:
            turned.setdefault((before[task].shown, standing.shown), []).append(task)
    ranks = {light.id: light.rank for light in status.profile.lights}
    words = status.profile.words
    views = tuple(
        TurnedView(words.get(was, was), words.get(light, light), tuple(tasks))
        for (was, light), tasks in sorted(turned.items(), key=lambda each: -ranks.get(each[0][1], -1))
    )
    return PreviousView(
        earlier.as_of, earlier.issued_on, done, views if earlier.profile == status.profile.id else None
    )


def _differences(
    before: Mapping[str, Standing], now: Mapping[str, Standing], status: StatusView, catalogue: Catalogue
) -> Iterator[str]:
    """One sentence without an end a task, in the order of the plan, then of what is gone."""
    words = status.profile.words
    shown: tuple[tuple[str, Callable[[Standing], str]], ...] = (
        ("light", lambda each: words.get(each.shown, each.shown)),
        ("state", lambda each: catalogue.word(f"state.{each.state}")),
        ("progress", lambda each: _percent(each.progress, catalogue)),
        ("due", lambda each: day_words(each.due, catalogue) if each.due else catalogue.word("issued.none")),
    )
    pause = catalogue.word("issued.and")
    for task in dict.fromkeys((*now, *before)):
        if task not in before or task not in now:
            yield catalogue.word("issued.new" if task in now else "issued.gone", task=task)
            continue
        pairs = ((name, said(before[task]), said(now[task])) for name, said in shown)
        changed = [
            catalogue.word(f"issued.{name}", before=was, now=value)
            for name, was, value in pairs
            if was != value
        ]
        if changed:
            yield catalogue.word("issued.task", task=task, changes=pause.join(changed))


def _percent(progress: Decimal | None, catalogue: Catalogue) -> str:
    return catalogue.word("issued.none") if progress is None else f"{plain(progress)}%"
