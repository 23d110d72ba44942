"""The form that asks a unit once, after the plan is issued, for its stages and who handles each item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count

from motiontrack.assess.case import gather
from motiontrack.assess.facts import Ledger
from motiontrack.book import Book, leaves
from motiontrack.exchange.asking import identity_of
from motiontrack.exchange.drawing import FIRST_ROW, Drawing, Heading, limit_percent, workbook_of
from motiontrack.exchange.identity import FormKind, Identity
from motiontrack.exchange.layout import FIGURE, Column, label
from motiontrack.exchange.room import row_height
from motiontrack.language.catalogue import Catalogue
from motiontrack.lean import lean
from motiontrack.model.fields import describe
from motiontrack.model.items import Item
from motiontrack.model.profile import Profile
from motiontrack.model.registers import Scheduled
from motiontrack.model.resolve import Node
from motiontrack.views.page_words import Speaker

__all__ = ["OF_ITEM", "OF_STAGE", "PlanForm", "PlanItem", "plan_form_for", "plan_label", "plan_workbook"]

#: What is asked of an item, and of each of its stages: keys of the columns.
OF_ITEM = ("overseer", "department", "clerk")
OF_STAGE = ("stage", "stage_due", "percent")
_COLUMNS = (
    Column("no", 6),
    Column("text", 30),
    Column("due", 14),
    Column("printed", 26),
    Column("overseer", 12, filled=True),
    Column("department", 18, filled=True),
    Column("clerk", 12, filled=True),
    Column("stage", 36, filled=True),
    Column("stage_due", 16, filled=True),
    Column("percent", 9, filled=True),
)
#: Rows for stages: so many at least, and so many beside those that there are.
_LEAST_STAGES, _MORE_STAGES = 6, 2


@lean
class PlanItem:
    """One item of the form; ``stages`` are its rows: an id, and the unit's own stage if there is one."""

    node: Node
    handled: Scheduled | None
    stages: tuple[tuple[str, Item | None], ...]


@lean
class PlanForm:
    """One unit's form for its own plan."""

    identity: Identity
    title: str
    year: int
    items: tuple[PlanItem, ...]


def plan_form_for(unit: str, book: Book, day: date, profile: Profile) -> PlanForm:
    """What ``unit`` is asked on ``day``: every open item that it convenes, with what its last plan said."""
    ledger = Ledger(book)
    items = tuple(
        _item(node, ledger, day, book)
        for node in leaves(book.tasks)
        if ledger.convener(node, day) == unit and gather(node, ledger, day, profile).state.is_open
    )
    return PlanForm(identity_of(book, "", unit, FormKind.PLAN), book.plan.title, book.year, items)


def _item(node: Node, ledger: Ledger, day: date, book: Book) -> PlanItem:
    handled = ledger.scheduled(node, day)
    own = handled.stages if handled is not None else ()
    rows = max(_LEAST_STAGES, len(own) + _MORE_STAGES)
    new = _new_ids(node.id, {*book.nodes, *(stage.id for stage in own)})
    stages: list[tuple[str, Item | None]] = [(stage.id, stage) for stage in own]
    stages += [(next(new), None) for _ in range(rows - len(own))]
    return PlanItem(node, handled, tuple(stages))


def _new_ids(item: str, taken: Iterable[str]) -> Iterator[str]:
    """Ids for new stages of an item, none of which the plan has."""
    known = frozenset(taken)
    return (name for number in count(1) if (name := f"{item}.{number}") not in known)


def plan_label(key: str, catalogue: Catalogue) -> str:
    """What a column is called: as its field is, wherever it stands for one."""
    if key in OF_ITEM:
        described = describe(Scheduled)[key][1]
    elif key in ("stage", "percent"):
        described = describe(Item)[{"stage": "stages"}.get(key, key)][1]
    elif key in ("printed", "stage_due"):
        return catalogue.word(f"collect.column.{key}")
    else:
        return label(key, catalogue)
    return described.label_zh if catalogue.language == "zh" else described.label_en


def plan_workbook(form: PlanForm, catalogue: Catalogue, day: date) -> bytes:
    """The form as an .xlsx that says it was made on ``day``.

    Raises ``LackingExcelError`` where XlsxWriter is not installed.
    """
    heading = Heading(
        identity=form.identity,
        title=catalogue.word("collect.plan-title", unit=form.identity.unit),
        how=catalogue.word("collect.plan-instructions", plan=form.title),
        columns=_COLUMNS,
        labels=[plan_label(column.key, catalogue) for column in _COLUMNS],
        signed=False,
    )
    return workbook_of(heading, Speaker(catalogue, form.year), day, lambda on: _write_rows(on, form))


def _write_rows(on: Drawing, form: PlanForm) -> int:
    row = FIRST_ROW
    for item in form.items:
        _write_item(on, row, item)
        for number, (name, stage) in enumerate(item.stages, start=1):
            _write_stage(on, row + number, f"{item.node.id}{FIGURE}{name}", stage)
        row += 1 + len(item.stages)
    return row


def _write_item(on: Drawing, row: int, item: PlanItem) -> None:
    node, handled = item.node, item.handled
    printed = "\n".join(_printed(stage) for stage in node.stages)
    due = node.due.end.isoformat() if node.due is not None else on.catalogue.word("collect.standing")
    words = node.due_words
    said = {
        "no": node.id,
        "text": node.item.text,
        "due": due if words in (None, due) else on.catalogue.word("collect.due", words=words or "", day=due),
        "printed": printed,
        "overseer": on.catalogue.word("list.joint").join((handled and handled.overseer) or node.overseer),
        "department": (handled and handled.department) or node.department or "",
        "clerk": (handled and handled.clerk) or node.clerk or "",
    }
    _write(on, row, node.id, said, OF_ITEM)


def _printed(stage: Node) -> str:
    return f"{stage.item.text} {stage.due_words or ''}".strip()


def _write_stage(on: Drawing, row: int, name: str, stage: Item | None) -> None:
    said = {
        "stage": stage.text if stage else "",
        "stage_due": (stage.due or "") if stage else "",
        "percent": f"{stage.percent:f}" if stage and stage.percent is not None else "",
    }
    _write(on, row, name, said, OF_STAGE)


def _write(on: Drawing, row: int, name: str, said: dict[str, str], asked: tuple[str, ...]) -> None:
    """One row: ``said`` by column, of which ``asked`` can be typed into."""
    on.sheet.write_string(row, 0, name)
    for number, column in enumerate(_COLUMNS, start=1):
        text = said.get(column.key, "")
        style = "filled" if column.key in asked else "centred" if column.key == "no" else "known"
        if column.key == "percent" and column.key in asked:
            label_of_share = plan_label("percent", on.catalogue)
            limit_percent(on, row, number, label_of_share, on.catalogue.word("collect.share"))
            if text:
                on.sheet.write_number(row, number, float(text), on.formats["filled-centred"])
                continue
            style = "filled-centred"
        on.sheet.write_string(row, number, text, on.style(style, text, column.width))
    widths = {column.key: column.width for column in _COLUMNS}
    on.sheet.set_row(row, row_height((text, widths[key]) for key, text in said.items()))
