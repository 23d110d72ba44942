"""Papers that were issued: what is kept of one, and what has changed since.

A paper that has gone out keeps its figures. What is kept is no input of any judgement; a later paper
only says how it differs.
"""

from __future__ import annotations

import dataclasses
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
from motiontrack.views.issued_texts import OwnTextView, own_texts, own_texts_changed, read_own_texts
from motiontrack.views.numbers import plain
from motiontrack.views.paper_words import called, quoted
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
    "seal_of",
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
    """One paper as it was issued.

    ``to`` is to whom it goes, where it is addressed to one alone. ``digest`` is that of the data it was made
    from, ``seal`` that of all else in it (SHA-256): a paper that somebody changed by hand is no longer what
    was sent.
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
    texts: tuple[OwnTextView, ...]
    printed: PrintedView
    seal: str


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
    paper = IssuedPaper(
        schema=SCHEMA,
        kind=kind,
        to=to,
        as_of=status.as_of,
        issued_on=day,
        language=language,
        digest=digest_of(assessment.book),
        profile=RulesView(status.profile.id, status.profile.title),
        figures=status,
        texts=own_texts(kind, f"{status.as_of:%Y-%m}", assessment.book),
        printed=PrintedView(printed["md"], printed["html"]),
        seal="",
    )
    return dataclasses.replace(paper, seal=seal_of(to_json(paper)))


def digest_of(book: Book) -> str:
    """A mark of the data's text: the same only for the same files."""
    import hashlib  # only the page and what is kept as issued need it

    digest = hashlib.sha256()
    for path in sorted(book.sources):
        digest.update(f"{path}\n{book.sources[path].text}\n".encode())
    return digest.hexdigest()


def seal_of(text: str) -> str:
    """The seal of a kept paper: a mark of what its JSON says, however it is laid out."""
    import hashlib
    import json

    # Numbers as they are written: whether they can be one is not asked here.
    kept = json.loads(text, parse_float="#{}".format, parse_int="#{}".format)
    said = json.dumps({**kept, "seal": ""}, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()


# -- reading one again


@lean
class Standing:
    """How a task stood in a paper that was issued; ``name`` is what its words call it."""

    name: str
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
    language: str
    profile: str
    tasks: Mapping[str, Standing]
    texts: tuple[OwnTextView, ...]
    printed: Mapping[str, str]


def read_issued(data: bytes) -> Issued | None:
    """The paper kept in ``data``; ``None`` if it is none, or is not as it was kept."""
    import json  # few runs have anything to compare with

    try:
        text = data.decode("utf-8-sig")
        kept = json.loads(text, parse_float=_number, parse_int=_number)
        if kept["schema"] != SCHEMA or kept["seal"] != seal_of(text):
            return None
        return Issued(
            kind=_name(kept["kind"]),
            to=None if kept.get("to") is None else _name(kept["to"]),
            as_of=date.fromisoformat(kept["as_of"]),
            issued_on=date.fromisoformat(kept["issued_on"]),
            language=_name(kept["language"]),
            profile=_name(kept["profile"]["id"]),
            tasks=dict(_standings(kept["figures"])),
            texts=read_own_texts(kept["texts"]),
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
                name="".join(filter(str.isprintable, called(_text(task["text"])))),
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
    very day, and ``differs`` says for each task, and each text of the office's own, what is now otherwise;
    ``told`` says the same for the screen, where tasks have their ids and the texts their files.
    """

    previous: PreviousView | None
    issued_on: date | None
    differs: tuple[str, ...]
    told: tuple[str, ...]


def build_issued(
    earlier: Issued | None,
    same: Issued | None,
    status: StatusView,
    texts: tuple[OwnTextView, ...],
    catalogue: Catalogue,
    names: Mapping[str, str],
) -> IssuedView | None:
    """``status`` and the office's own ``texts`` beside what was issued for an earlier day and for the same.

    ``names``: what the paper calls each task, by its id. ``None`` if nothing was issued.
    """
    if earlier is None and same is None:
        return None
    import json

    now = dict(_standings(json.loads(to_json(status), parse_float=_number, parse_int=_number)))
    previous = _previous(earlier, now, status) if earlier else None
    if same is None:
        return IssuedView(previous, None, (), ())
    tasks = tuple(_differences(same.tasks, now, status, catalogue))
    known = {task: names.get(task, standing.name) for task, standing in {**same.tasks, **now}.items()}
    return IssuedView(
        previous=previous,
        issued_on=same.issued_on,
        differs=(
            *(each.told(_on_paper(known[each.task], catalogue)) for each in tasks),
            *own_texts_changed(same.texts, texts, catalogue, files=False),
        ),
        told=(
            *(each.told(each.task) for each in tasks),
            *own_texts_changed(same.texts, texts, catalogue, files=True),
        ),
    )


def _on_paper(name: str, catalogue: Catalogue) -> str:
    """Chinese sets no space or mark between a name and what follows: its name is quoted."""
    return quoted(name) if catalogue.language == "zh" else name


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


@lean
class _Difference:
    """What is otherwise with a task; ``told`` makes a sentence without an end, given what to call it."""

    task: str
    told: Callable[[str], str]


def _differences(
    before: Mapping[str, Standing], now: Mapping[str, Standing], status: StatusView, catalogue: Catalogue
) -> Iterator[_Difference]:
    """One a task, in the order of the plan, then of what is gone."""
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
            yield _Difference(task, _teller(catalogue, "issued.new" if task in now else "issued.gone"))
            continue
        pairs = ((name, said(before[task]), said(now[task])) for name, said in shown)
        changed = [
            catalogue.word(f"issued.{name}", before=was, now=value)
            for name, was, value in pairs
            if was != value
        ]
        if changed:
            yield _Difference(task, _teller(catalogue, "issued.task", changes=pause.join(changed)))


def _teller(catalogue: Catalogue, key: str, **said: str) -> Callable[[str], str]:
    return lambda task: catalogue.word(key, task=task, **said)


def _percent(progress: Decimal | None, catalogue: Catalogue) -> str:
    return catalogue.word("issued.none") if progress is None else f"{plain(progress)}%"
