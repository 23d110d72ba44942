"""What ``collect`` does: forms written for the units, and read back under the folder's lock."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

from motiontrack.book import Book
from motiontrack.cli import output
from motiontrack.cli.assessing import packaged_profile
from motiontrack.cli.diffs import diff_of
from motiontrack.cli.languages import language_of_output
from motiontrack.cli.loading import Loaded, load
from motiontrack.cli.recording import tell
from motiontrack.cli.refusals import CannotRunError, MisusedError
from motiontrack.cli.today import today
from motiontrack.cli.writing import writing
from motiontrack.diagnostics.record import shown_path
from motiontrack.exchange.asking import Form, form_for
from motiontrack.exchange.cells import Unsure
from motiontrack.exchange.filled import Doubt, Filled, identity_in, read_form
from motiontrack.exchange.opening import MOST_BYTES, WORKBOOKS, LackingExcelError, open_form
from motiontrack.exchange.taking import Form as ReceivedForm
from motiontrack.exchange.taking import Taken, TakenForm, fits_the_plan, take
from motiontrack.exchange.yaml_form import open_yaml_form, read_yaml_form
from motiontrack.language.catalogue import Catalogue
from motiontrack.language.catalogue import load as load_catalogue
from motiontrack.language.display import one_line
from motiontrack.lean import lean
from motiontrack.profiles import DEFAULT
from motiontrack.views.sentences import month_words

__all__ = ["Reading", "send_out", "take_in"]

#: Where forms lie in the data folder, and below it the copies of those that were not taken whole.
_FORMS, _REFUSED = "forms", "forms/refused"
_HASH_LENGTH = 16
#: What an office program, or the system, leaves in a folder.
_NO_FORMS = (".", "~$")
#: What a file's name cannot hold on Windows.
_NOT_IN_NAMES = r'[\\/:*?"<>|\x00-\x1f]'
_LONGEST = 60

Maker = Callable[[Form, Catalogue, date], bytes]


# -- out


def send_out(
    month: str,
    units: tuple[str, ...],
    kind: str,
    folder: Path | None,
    as_of: date | None,
    data: Path | None,
    lang: str | None,
) -> bool:
    """Write the forms; whether one was there already, with other content, and was left as it is."""
    loaded, book, catalogue = _loaded(data, lang)
    if loaded.errors:
        raise CannotRunError("cannot.collect-errors", count=str(len(loaded.errors)))
    day = as_of or today()
    profile = packaged_profile(DEFAULT)
    asked = [form_for(unit, month, book, day, profile) for unit in _chosen(units, book)]
    where = folder or loaded.folder.path / _FORMS / month
    shown = where.as_posix() if folder else shown_path(loaded.folder.shown, f"{_FORMS}/{month}")
    kept = False
    for form in asked:
        if form.items:
            kept |= not _put_out(where, shown, form, kind, _made(form, kind, catalogue, day), catalogue)
    if not any(form.items for form in asked):
        output.say(
            catalogue.word("collect.nothing", month=month_words(month, catalogue), day=day.isoformat())
        )
    return kept


def _chosen(names: tuple[str, ...], book: Book) -> tuple[str, ...]:
    units = tuple(dict.fromkeys(book.unit_id(name) for name in names))
    unknown = [unit for unit in units if unit not in book.units]
    if unknown:
        raise MisusedError("usage.unit", value=unknown[0], known="、".join(book.units))
    return units or tuple(book.units)


def _made(form: Form, kind: str, catalogue: Catalogue, day: date) -> bytes:
    from motiontrack.exchange.text_forms import form_markdown, form_yaml
    from motiontrack.exchange.workbook import form_workbook

    makers: Mapping[str, Maker] = {"xlsx": form_workbook, "md": form_markdown, "yaml": form_yaml}
    try:
        return makers[kind](form, catalogue, day)
    except LackingExcelError as error:
        raise CannotRunError("cannot.no-excel") from error


def _put_out(where: Path, folder: str, form: Form, kind: str, data: bytes, catalogue: Catalogue) -> bool:
    """Write one form, unless there is one already: it may have been filled in."""
    unit = re.sub(_NOT_IN_NAMES, "-", form.identity.unit)
    path = where / f"{form.identity.month}-{unit}.{kind}"
    shown = f"{folder}/{path.name}"
    try:
        if path.exists():
            same = path.read_bytes() == data
            output.say(catalogue.word("collect.same" if same else "collect.kept", file=shown))
            return same
        _write(path, data)
    except OSError as error:
        raise CannotRunError("cannot.write-file", path=shown, reason=error.strerror or "") from error
    count = len(form.items)
    output.say(catalogue.word("collect.written", file=shown, unit=form.identity.unit, count=count))
    return True


def _write(path: Path, data: bytes) -> None:
    from motiontrack.source.writing import replace_file

    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, data)


# -- in


@lean
class Reading:
    """One call of ``collect read``."""

    files: tuple[Path, ...]
    received: date | None
    month: str | None
    correct: bool
    dry_run: bool
    data: Path | None
    lang: str | None


@lean
class _Arrived:
    """A file that came in: its bytes (``None``: too many, or none could be read), and why it is refused."""

    path: Path
    data: bytes | None
    hash: str
    why: Unsure | None


def take_in(asked: Reading) -> bool:
    """Take the forms in; whether nothing in them was left aside."""
    loaded, book, catalogue = _loaded(asked.data, asked.lang)
    arrived = [_arrived(path) for given in asked.files for path in _in(given)]
    arrived = [
        each for number, each in enumerate(arrived) if not _is_repeated(each, arrived[:number], catalogue)
    ]
    forms, refused = _forms(arrived, book, asked)
    taken = _taken(forms, loaded, book, asked)
    for path, data in taken.added.files.items():
        shown = shown_path(loaded.folder.shown, path)
        output.write_data(diff_of(loaded.files.get(path, b""), data, shown))
    aside: list[str] = []
    if not asked.dry_run:
        with writing(loaded.folder) as place:
            # Read once more: somebody else may have written since, and rows are added to what is there now.
            now, book, _ = _loaded(asked.data, asked.lang)
            taken = _taken(forms, now, book, asked)
            aside = _keep_aside(arrived, refused, taken, now, asked, catalogue)
            for path, data in taken.added.files.items():
                place(path, now.files.get(path), data)
    for each in refused:
        output.say(_of_refused(each, catalogue))
    for form in taken.forms:
        output.say(_of_form(form, catalogue))
    for said in aside:
        output.say(said)
    if asked.dry_run:
        output.say(catalogue.word("record.dry-run"))
    for path in () if asked.dry_run else taken.added.files:
        output.say(catalogue.word("record.written", file=shown_path(loaded.folder.shown, path)))
    tell(taken.added.warnings, taken.added.sources, loaded, catalogue)
    return not refused and all(form.whole for form in taken.forms)


def _loaded(data: Path | None, lang: str | None) -> tuple[Loaded, Book, Catalogue]:
    loaded = load(data)
    if loaded.book is None:
        raise CannotRunError("cannot.no-book", path=loaded.folder.shown)
    return loaded, loaded.book, load_catalogue(language_of_output(lang, loaded.language), "collect")


def _in(given: Path) -> list[Path]:
    """The file itself, or all that lies in a folder but what an office program or the system leaves there."""
    if not given.is_dir():
        return [given]
    return sorted(
        each for each in given.iterdir() if each.is_file() and not each.name.startswith((".", "~$"))
    )


def _arrived(path: Path) -> _Arrived:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        return _Arrived(path, None, "", Unsure("file-unreadable", error.strerror or ""))
    if len(data) > MOST_BYTES:
        return _Arrived(path, None, "", Unsure("file-large", str(MOST_BYTES // 1024 // 1024)))
    return _Arrived(path, data, hashlib.sha256(data).hexdigest()[:_HASH_LENGTH], None)


def _is_repeated(each: _Arrived, before: Iterable[_Arrived], catalogue: Catalogue) -> bool:
    """Whether the same file stands among those before it, by whatever name; told if so."""
    twin = next((other for other in before if each.hash and other.hash == each.hash), None)
    if twin is not None:
        output.say(catalogue.word("collect.twin", file=each.path.name, other=twin.path.name))
    return twin is not None


def _forms(
    arrived: Iterable[_Arrived], book: Book, asked: Reading
) -> tuple[list[ReceivedForm], list[_Arrived]]:
    """The files that are forms of this plan, and those that are not, each with the reason."""
    forms, refused = [], []
    for each in arrived:
        found = each.why or _filled(each.data or b"", book, asked.month)
        if isinstance(found, Unsure):
            refused.append(_Arrived(each.path, each.data, each.hash, found))
        else:
            forms.append(ReceivedForm(each.path.name, each.hash, found))
    return forms, refused


def _filled(data: bytes, book: Book, month: str | None) -> Filled | Unsure:
    """What the form ``data`` says, a workbook or YAML, or why it is not read."""
    if not data.startswith(WORKBOOKS):
        written = open_yaml_form(data)
        if isinstance(written, Unsure):
            return written
        wrong = fits_the_plan(written.identity, book, month=month)
        return wrong or read_yaml_form(written, book.nodes, book.year)
    try:
        sheets = open_form(data)
    except LackingExcelError as error:
        raise CannotRunError("cannot.no-excel") from error
    if isinstance(sheets, Unsure):
        return sheets
    found = identity_in(sheets)
    if isinstance(found, Unsure):
        return found
    sheet, identity = found
    return fits_the_plan(identity, book, month=month) or read_form(sheet, identity, book.nodes, book.year)


def _taken(forms: list[ReceivedForm], loaded: Loaded, book: Book, asked: Reading) -> Taken:
    received = asked.received or today()
    taken = take(loaded.files, forms, book, received, packaged_profile(DEFAULT), correct=asked.correct)
    if taken.added.unplaced is not None:
        file = shown_path(loaded.folder.shown, taken.added.unplaced.path)
        raise CannotRunError("cannot.unplaced", file=file, list=taken.added.unplaced.key)
    return taken


# -- what was left aside


def _keep_aside(
    arrived: Iterable[_Arrived],
    refused: Iterable[_Arrived],
    taken: Taken,
    loaded: Loaded,
    asked: Reading,
    catalogue: Catalogue,
) -> list[str]:
    """Keep a copy of each file that was not taken whole, with a text that says why; tells where it lies."""
    kept: list[str] = []
    said = {each.hash: _of_refused(each, catalogue) for each in refused}
    said |= {each.form.hash: _of_form(each, catalogue) for each in taken.forms if not each.whole}
    day = (asked.received or today()).isoformat()
    for each in arrived:
        if each.data is None or each.hash not in said:
            continue
        name = f"{day}-{each.hash[:8]}-{re.sub(_NOT_IN_NAMES, '-', each.path.name)}"
        path = loaded.folder.path / _REFUSED / name
        try:
            _write(path, each.data)
            _write(path.with_name(f"{name}.txt"), f"{said[each.hash]}\n".encode())
        except OSError as error:
            raise CannotRunError(
                "cannot.write-file", path=path.as_posix(), reason=error.strerror or ""
            ) from error
        shown = shown_path(loaded.folder.shown, f"{_REFUSED}/{name}")
        kept.append(catalogue.word("collect.aside", file=each.path.name, copy=shown))
    return kept


# -- what is said of each file


def _of_refused(each: _Arrived, catalogue: Catalogue) -> str:
    why = _doubt_words(each.why, catalogue) if each.why else ""
    return catalogue.word("collect.file-refused", file=each.path.name, why=why)


def _of_form(taken: TakenForm, catalogue: Catalogue) -> str:
    """One form: what was taken, what was in already, what was not returned, what is asked."""
    identity = taken.form.filled.identity
    month = month_words(identity.month, catalogue)
    lines = [catalogue.word("collect.form", file=taken.form.file, unit=identity.unit, month=month)]
    for key, items in (
        ("accepted", taken.accepted),
        ("again", taken.again),
        ("unreported", taken.unreported),
    ):
        if items:
            listed = catalogue.word("list.joint").join(items)
            lines.append(catalogue.word(f"collect.{key}", count=len(items), items=listed))
    if not taken.accepted and not taken.doubts and not taken.refused and not taken.again:
        lines.append(catalogue.word("collect.empty"))
    lines += [_of_doubt(doubt, _doubt_words(doubt.unsure, catalogue), catalogue) for doubt in taken.doubts]
    for doubt, found in taken.refused:
        wording = catalogue.diagnostic(found.code, found.figures)
        why = f"{found.code} {wording.message}{catalogue.word('sentence.joint')}{wording.help}"
        lines.append(_of_doubt(doubt, why, catalogue))
    return "\n".join(lines)


def _of_doubt(doubt: Doubt, why: str, catalogue: Catalogue) -> str:
    key = "collect.at-line" if not doubt.sheet else "collect.at" if doubt.cell else "collect.at-sheet"
    item = doubt.item or catalogue.word("collect.whole")
    return catalogue.word(key, sheet=one_line(doubt.sheet, _LONGEST), cell=doubt.cell, item=item, why=why)


def _doubt_words(unsure: Unsure, catalogue: Catalogue) -> str:
    known = catalogue.word("list.joint").join(one_line(each, _LONGEST) for each in unsure.known)
    return catalogue.word(f"collect.doubt.{unsure.why}", value=one_line(unsure.value, _LONGEST), known=known)
