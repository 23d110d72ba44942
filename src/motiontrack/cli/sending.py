"""What ``collect open`` does: a form written for each unit, and none over one that is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from motiontrack.book import Book
from motiontrack.cli import output
from motiontrack.cli.assessing import packaged_profile
from motiontrack.cli.form_files import FORMS, form_name, put
from motiontrack.cli.loading import Loaded, load_readable
from motiontrack.cli.refusals import CannotRunError, MisusedError
from motiontrack.cli.today import today
from motiontrack.diagnostics.record import shown_path
from motiontrack.exchange.asking import form_for
from motiontrack.exchange.opening import LackingExcelError
from motiontrack.exchange.plan_form import plan_form_for, plan_workbook
from motiontrack.exchange.text_forms import form_markdown, form_yaml
from motiontrack.exchange.workbook import form_workbook
from motiontrack.language.catalogue import Catalogue
from motiontrack.language.catalogue import load as load_catalogue
from motiontrack.lean import lean
from motiontrack.profiles import DEFAULT
from motiontrack.views.sentences import month_words

__all__ = ["Sending", "loaded_for_forms", "send_out"]

_MAKERS = {"xlsx": form_workbook, "md": form_markdown, "yaml": form_yaml}


@lean
class Sending:
    """One call of ``collect open``; without a month it asks for the units' own plans."""

    month: str | None
    units: tuple[str, ...]
    kind: str
    folder: Path | None
    as_of: date | None
    data: Path | None
    lang: str | None


@lean
class _Sent:
    """One form to be written: the unit, how many items it asks for, and what makes it."""

    unit: str
    count: int
    made: Callable[[], bytes]


def send_out(asked: Sending) -> bool:
    """Write the forms; whether one was there already, with other content, and was left as it is."""
    loaded, book, catalogue = loaded_for_forms(asked.data, asked.lang)
    if loaded.errors:
        raise CannotRunError("cannot.collect-errors", count=str(len(loaded.errors)))
    day = asked.as_of or today()
    name = asked.month or "plan"
    where = asked.folder or loaded.folder.path / FORMS / name
    shown = where.as_posix() if asked.folder else shown_path(loaded.folder.shown, f"{FORMS}/{name}")
    sent = [each for each in _forms(asked, book, catalogue, day) if each.count]
    kept = False
    for each in sent:
        file = form_name(name, each.unit, asked.kind)
        kept |= not _put_out(where / file, f"{shown}/{file}", each, catalogue)
    if not sent:
        _say_nothing_asked(asked, catalogue, day)
    return kept


def _say_nothing_asked(asked: Sending, catalogue: Catalogue, day: date) -> None:
    month = month_words(asked.month, catalogue) if asked.month else ""
    key = (
        "collect.nothing-plan" if not month else "collect.nothing-unit" if asked.units else "collect.nothing"
    )
    unit = catalogue.word("list.joint").join(asked.units)
    output.say(catalogue.word(key, month=month, day=day.isoformat(), unit=unit))


def loaded_for_forms(data: Path | None, lang: str | None) -> tuple[Loaded, Book, Catalogue]:
    """The data, which must make a Book, and the words of the language asked for, those of forms too."""
    loaded, book, language = load_readable(data, lang)
    return loaded, book, load_catalogue(language, "collect")


def _forms(asked: Sending, book: Book, catalogue: Catalogue, day: date) -> Iterator[_Sent]:
    profile = packaged_profile(DEFAULT)
    for unit in _chosen(asked.units, book):
        if asked.month is None:
            plan = plan_form_for(unit, book, day, profile)
            yield _Sent(unit, len(plan.items), lambda plan=plan: plan_workbook(plan, catalogue, day))  # type: ignore[misc]
        else:
            form, maker = form_for(unit, asked.month, book, day, profile), _MAKERS[asked.kind]
            yield _Sent(unit, len(form.items), lambda form=form, maker=maker: maker(form, catalogue, day))  # type: ignore[misc]


def _chosen(names: tuple[str, ...], book: Book) -> tuple[str, ...]:
    units = tuple(dict.fromkeys(book.unit_id(name) for name in names))
    unknown = [unit for unit in units if unit not in book.units]
    if unknown:
        raise MisusedError("usage.unit", value=unknown[0], known="、".join(book.units))
    return units or tuple(book.units)


def _put_out(path: Path, shown: str, sent: _Sent, catalogue: Catalogue) -> bool:
    """Write one form, unless there is one already: it may have been filled in."""
    try:
        data = sent.made()
        if path.exists():
            same = path.read_bytes() == data
            output.say(catalogue.word("collect.same" if same else "collect.kept", file=shown))
            return same
        put(path, data)
    except LackingExcelError as error:
        raise CannotRunError("cannot.no-excel") from error
    except OSError as error:
        raise CannotRunError("cannot.write-file", path=shown, reason=error.strerror or "") from error
    output.say(catalogue.word("collect.written", file=shown, unit=sent.unit, count=sent.count))
    return True
