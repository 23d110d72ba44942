"""What ``collect read`` does: filled forms opened, checked, and taken in under the folder's lock."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from motiontrack.book import Book
from motiontrack.cli import output
from motiontrack.cli.assessing import packaged_profile
from motiontrack.cli.changes import refuse_unplaced, say_written, show_changes, tell
from motiontrack.cli.files import is_folder, is_ordinary, read_ordinary
from motiontrack.cli.form_files import REFUSED, aside_name, legible, put
from motiontrack.cli.loading import Loaded
from motiontrack.cli.refusals import CannotRunError
from motiontrack.cli.sending import loaded_for_forms
from motiontrack.cli.today import today
from motiontrack.cli.writing import writing
from motiontrack.diagnostics.record import Diagnostic, shown_path
from motiontrack.exchange.cells import Unsure
from motiontrack.exchange.filled import read_form
from motiontrack.exchange.grid import Doubt, identity_in, of_other_sheets
from motiontrack.exchange.identity import FormKind
from motiontrack.exchange.layout import label
from motiontrack.exchange.opening import MOST_BYTES, WORKBOOKS, LackingExcelError, open_form
from motiontrack.exchange.plan_reading import FilledPlan, TakenPlan, read_plan_form, take_plans
from motiontrack.exchange.taking import Form, TakenForm, fits_the_plan, take
from motiontrack.exchange.text_reading import open_text_form, read_text_form
from motiontrack.language.catalogue import Catalogue
from motiontrack.language.display import one_line, visible
from motiontrack.lean import lean
from motiontrack.profiles import DEFAULT
from motiontrack.source.text import SourceText
from motiontrack.views.sentences import month_words

__all__ = ["Reading", "take_in"]

_HASH_LENGTH = 16
#: What an office program, or the system, leaves in a folder.
_NO_FORMS = (".", "~$")
_LONGEST = 60


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

    @property
    def name(self) -> str:
        """What it is called, in letters that can be written down and seen."""
        return visible(legible(self.path.name))


@lean
class _Taken:
    """What all files come to: the changed data files, what validate says of them, and each form."""

    files: Mapping[str, bytes]
    warnings: tuple[Diagnostic, ...]
    sources: Mapping[str, SourceText]
    forms: tuple[TakenForm | TakenPlan, ...]


def take_in(asked: Reading) -> bool:
    """Take the forms in; whether nothing in them was left aside."""
    loaded, book, catalogue = loaded_for_forms(asked.data, asked.lang)
    arrived: list[_Arrived] = []
    for given in asked.files:
        paths = _in(given)
        arrived += map(_arrived, paths)
        if not paths:
            output.say(catalogue.word("collect.no-forms", folder=visible(legible(given.name))))
    arrived = [
        each for number, each in enumerate(arrived) if not _is_repeated(each, arrived[:number], catalogue)
    ]
    forms, refused = _forms(arrived, book, asked)
    taken = _taken(forms, loaded, book, asked)
    show_changes(taken.files, loaded)
    aside: list[str] = []
    if not asked.dry_run:
        with writing(loaded.folder) as place:
            # Read once more: somebody else may have written since, and rows are added to what is there now.
            now, book, _ = loaded_for_forms(asked.data, asked.lang)
            taken = _taken(forms, now, book, asked)
            aside = _keep_aside(arrived, refused, taken, now, asked, catalogue)
            for path, data in taken.files.items():
                place(path, now.files.get(path), data)
    for each in refused:
        output.say(_of_refused(each, catalogue))
    for form in taken.forms:
        output.say(_of_form(form, catalogue))
    for said in aside:
        output.say(said)
    if asked.dry_run:
        output.say(catalogue.word("record.dry-run"))
    else:
        say_written(taken.files, loaded, catalogue)
    tell(taken.warnings, taken.sources, loaded, catalogue)
    return not refused and all(form.whole for form in taken.forms)


def _in(given: Path) -> list[Path]:
    """The file itself, or all that lies in a folder but what an office program or the system leaves there."""
    if not is_folder(given):
        return [given]
    try:
        there = sorted(given.iterdir())
    except OSError:
        return [given]  # told as a file that cannot be read
    return [each for each in there if is_ordinary(each) and not each.name.startswith(_NO_FORMS)]


def _arrived(path: Path) -> _Arrived:
    try:
        data = read_ordinary(path, MOST_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        reason = error.strerror if isinstance(error, OSError) else None
        return _Arrived(path, None, "", Unsure("file-unreadable", reason) if reason else Unsure("file-odd"))
    if len(data) > MOST_BYTES:
        return _Arrived(path, None, "", Unsure("file-large", str(MOST_BYTES // 1024 // 1024)))
    return _Arrived(path, data, hashlib.sha256(data).hexdigest()[:_HASH_LENGTH], None)


def _is_repeated(each: _Arrived, before: Iterable[_Arrived], catalogue: Catalogue) -> bool:
    """Whether the same file stands among those before it, by whatever name; told if so."""
    twin = next((other for other in before if each.hash and other.hash == each.hash), None)
    if twin is not None:
        output.say(catalogue.word("collect.twin", file=each.name, other=twin.name))
    return twin is not None


def _forms(
    arrived: Iterable[_Arrived], book: Book, asked: Reading
) -> tuple[list[Form | FilledPlan], list[_Arrived]]:
    """The files that are forms of this plan, and those that are not, each with the reason."""
    forms: list[Form | FilledPlan] = []
    refused = []
    for each in arrived:
        found = each.why or _opened(each, book, asked.month, asked.received or today())
        if isinstance(found, Unsure):
            refused.append(_Arrived(each.path, each.data, each.hash, found))
        else:
            forms.append(found)
    return forms, refused


def _opened(arrived: _Arrived, book: Book, month: str | None, day: date) -> Form | FilledPlan | Unsure:
    """What a file says, a workbook or a text, or why it is not read."""
    data, file = arrived.data or b"", arrived.name
    if not data.startswith(WORKBOOKS):
        written = open_text_form(data)
        if isinstance(written, Unsure):
            return written
        wrong = fits_the_plan(written.identity, book, month=month)
        return wrong or Form(
            file, arrived.hash, read_text_form(written, book, day, packaged_profile(DEFAULT))
        )
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
    wrong = fits_the_plan(identity, book, month=month)
    if wrong is not None:
        return wrong
    beside = tuple(of_other_sheets(sheets, sheet))
    if identity.kind is FormKind.PLAN:
        plan = read_plan_form(sheet, identity, book.nodes, file=file, hash_=arrived.hash)
        return replace(plan, doubts=(*plan.doubts, *beside))
    filled = read_form(sheet, identity, book.nodes)
    return Form(file, arrived.hash, replace(filled, doubts=(*filled.doubts, *beside)))


def _taken(forms: list[Form | FilledPlan], loaded: Loaded, book: Book, asked: Reading) -> _Taken:
    received = asked.received or today()
    returns = [form for form in forms if isinstance(form, Form)]
    plans = [form for form in forms if isinstance(form, FilledPlan)]
    taken = take(loaded.files, returns, book, received, packaged_profile(DEFAULT), correct=asked.correct)
    added, of_plans = take_plans({**loaded.files, **taken.added.files}, plans, book, received)
    for each in (taken.added, added):
        refuse_unplaced(each, loaded)
    return _Taken(
        files={**taken.added.files, **added.files},
        warnings=(*taken.added.warnings, *added.warnings),
        sources=added.sources,
        forms=(*taken.forms, *of_plans),
    )


# -- what was left aside


def _keep_aside(
    arrived: Iterable[_Arrived],
    refused: Iterable[_Arrived],
    taken: _Taken,
    loaded: Loaded,
    asked: Reading,
    catalogue: Catalogue,
) -> list[str]:
    """Keep a copy of each file that was not taken whole, with a text that says why; tells where it lies."""
    kept: list[str] = []
    said = {each.hash: _of_refused(each, catalogue) for each in refused}
    said |= {each.form.hash: _of_form(each, catalogue) for each in taken.forms if not each.whole}
    day = (asked.received or today()).isoformat()
    known = {each.form.hash: each.identity for each in taken.forms}
    for each in arrived:
        if each.data is None or each.hash not in said:
            continue
        identity = known.get(each.hash)
        month, unit = (identity.month, identity.unit) if identity is not None else ("", "")
        name = aside_name(each.name, each.hash, day=day, month=month, unit=unit)
        path = loaded.folder.path / REFUSED / name
        try:
            put(path, each.data, alone=True)
            put(path.with_name(f"{name}.txt"), f"{said[each.hash]}\n".encode(), alone=True)
        except OSError as error:
            raise CannotRunError(
                "cannot.write-file", path=path.as_posix(), reason=error.strerror or ""
            ) from error
        shown = shown_path(loaded.folder.shown, f"{REFUSED}/{name}")
        kept.append(catalogue.word("collect.aside", file=each.name, copy=shown))
    return kept


# -- what is said of each file


def _of_refused(each: _Arrived, catalogue: Catalogue) -> str:
    why = _doubt_words(each.why, catalogue) if each.why else ""
    return catalogue.word("collect.file-refused", file=each.name, why=why)


def _of_form(taken: TakenForm | TakenPlan, catalogue: Catalogue) -> str:
    """One form: what was taken, what was in already, what was not returned, what is asked."""
    lines = [_name_of(taken, catalogue)]
    unreported = taken.unreported if isinstance(taken, TakenForm) else ()
    for key, items in (("accepted", taken.accepted), ("again", taken.again), ("unreported", unreported)):
        if items:
            listed = catalogue.word("list.joint").join(items)
            lines.append(catalogue.word(f"collect.{key}", count=len(items), items=listed))
    if taken.whole and not taken.accepted and not taken.again:
        lines.append(catalogue.word("collect.empty"))
    lines += [_of_doubt(doubt, _doubt_words(doubt.unsure, catalogue), catalogue) for doubt in taken.doubts]
    for doubt, found in taken.refused:
        lines.append(_of_doubt(doubt, f"{found.code} {_refused_words(found, catalogue)}", catalogue))
    if isinstance(taken, TakenPlan) and not taken.whole:
        lines.append(catalogue.word("collect.plan-whole"))
    return "\n".join(lines)


def _name_of(taken: TakenForm | TakenPlan, catalogue: Catalogue) -> str:
    if isinstance(taken, TakenPlan):
        unit = taken.identity.unit
        return catalogue.word("collect.form-plan", file=taken.form.file, unit=unit)
    identity = taken.identity
    month = month_words(identity.month, catalogue)
    return catalogue.word("collect.form", file=taken.form.file, unit=identity.unit, month=month)


def _of_doubt(doubt: Doubt, why: str, catalogue: Catalogue) -> str:
    sheet = one_line(doubt.sheet, _LONGEST)
    return catalogue.word(_place_key(doubt), sheet=sheet, cell=doubt.cell, item=doubt.item, why=why)


def _place_key(doubt: Doubt) -> str:
    """How the place of a doubt is named; one that is of no item stands for its cell or its sheet alone."""
    if doubt.sheet and not doubt.cell:
        return "collect.at-sheet"
    key = "collect.at" if doubt.item else "collect.at-cell-alone"
    return key if doubt.sheet else "collect.at-line" if doubt.item else "collect.at-line-alone"


def _refused_words(found: Diagnostic, catalogue: Catalogue) -> str:
    """What validate calls an error, in the words of the form where its own are those of the files."""
    key = f"collect.refused.{found.code}"
    if key not in catalogue.words:
        wording = catalogue.diagnostic(found.code, found.figures)
        return f"{wording.message}{catalogue.word('sentence.joint')}{wording.help}"
    figures = dict(found.figures)
    field = figures.pop("key", None)
    if field is not None:
        figures["label"] = label(str(field), catalogue)
    return catalogue.word(key, **figures)


def _doubt_words(unsure: Unsure, catalogue: Catalogue) -> str:
    known = catalogue.word("list.joint").join(one_line(each, _LONGEST) for each in unsure.known)
    return catalogue.word(f"collect.doubt.{unsure.why}", value=one_line(unsure.value, _LONGEST), known=known)
