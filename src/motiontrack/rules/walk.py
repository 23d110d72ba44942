"""Ways through a Book that several rules share."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from motiontrack.book import Book, walk_down
from motiontrack.diagnostics.record import Place
from motiontrack.model.fields import Record, describe
from motiontrack.model.items import Item, Target
from motiontrack.model.plan import Goal
from motiontrack.model.resolve import Kind, Node, UnitPlan, schedules_by_unit
from motiontrack.model.units import Unit

__all__ = [
    "Where",
    "all_items",
    "below",
    "by_convener",
    "goals",
    "is_nobody",
    "is_open_group",
    "labels",
    "leaves",
    "listed",
    "names_in",
    "plan_nodes",
    "plans_in_force",
    "somebody",
    "staged",
    "target_index",
    "targeted",
]


class Where(NamedTuple):
    """A place that is looked up only when there is something to say about it: of a thousand, of one."""

    record: Record
    field: str
    nth: int | None = None

    @property
    def place(self) -> Place:
        """The place itself."""
        return self.record.at.place(self.field, self.nth)


def plan_nodes(book: Book) -> Iterator[Node]:
    """Every task, part, stage and step of the plan, in its order."""
    return iter(book.in_order)


def all_items(book: Book) -> Iterator[Node]:
    """``plan_nodes`` and the stages of the units' own plans."""
    yield from book.in_order
    for plan in book.schedules:
        yield from walk_down(plan.stages)


def plans_in_force(book: Book) -> Iterator[UnitPlan]:
    """Of the units' own plans the latest of each unit: it supersedes those before it."""
    by_unit = schedules_by_unit(book.schedule_rows, book.names)
    latest = {unit: plans[-1][1] for unit, plans in by_unit.items()}
    return (plan for plan in book.schedules if plan.schedule is latest.get(plan.unit))


def staged(book: Book) -> Iterator[tuple[Node, Node]]:
    """Every stage with the task or part that it is a stage of."""
    for node in plan_nodes(book):
        yield from ((node, stage) for stage in node.stages)
    for plan in book.schedules:
        whole = book.nodes.get(plan.task)
        yield from ((whole, stage) for stage in plan.stages if whole is not None)


def below(book: Book) -> Iterator[tuple[Node, Node]]:
    """Every part and every stage with the item it is a part or a stage of."""
    for node in plan_nodes(book):
        yield from ((node, part) for part in node.parts)
    yield from staged(book)


def leaves(nodes: Iterable[Node]) -> Iterator[Node]:
    """The tasks and parts without parts: the rows somebody must answer for."""
    for node in nodes:
        if node.parts:
            yield from leaves(node.parts)
        elif node.kind in (Kind.TASK, Kind.PART):
            yield node


def by_convener(nodes: Iterable[Node]) -> dict[str, list[Node]]:
    """``nodes`` by the unit that convenes each, in their order."""
    led: dict[str, list[Node]] = {}
    for node in nodes:
        if node.convener:
            led.setdefault(node.convener, []).append(node)
    return led


def listed(book: Book, *names: str) -> bool:
    """True if these lists of the plan could be read (or are not there); else nothing in them is known."""
    return not book.file.at.broken.intersection(names)


def goals(book: Book) -> tuple[Goal, ...]:
    """Aims and objectives."""
    return (*book.file.aims, *book.file.objectives)


def targeted(book: Book) -> Iterator[tuple[Item | Goal, tuple[Target, ...]]]:
    """Every record that has targets, with them."""
    yield from ((goal, goal.targets) for goal in goals(book) if goal.targets)
    yield from ((node.item, node.item.targets) for node in all_items(book) if node.item.targets)


def target_index(book: Book) -> dict[str, Target]:
    """``ITEM/TARGET`` -> the target."""
    return {f"{owner.id}/{target.id}": target for owner, targets in targeted(book) for target in targets}


def labels(record: type[Record], key: str) -> dict[str, str]:
    """What a field is called, as figures in both languages."""
    described = describe(record)[key][1]
    return {"label_zh": described.label_zh, "label_en": described.label_en}


#: Names of open groups begin, end or go on so: 各县(市)区政府, 有关部门, 发改委等部门.
_OPEN_HEADS = ("各", "有关", "相关", "其他")
_OPEN_TAILS = ("等", "等部门", "等单位", "等有关部门", "等相关部门", "等有关单位", "等相关单位")
_OPEN_WORDS = ("有关部门", "相关部门", "有关单位", "相关单位", "各部门", "各单位")


def is_open_group(unit: Unit) -> bool:
    """True if the unit is many at once, of which none is named."""
    name = unit.id
    named = name.startswith(_OPEN_HEADS) or name.endswith((*_OPEN_TAILS, *_OPEN_WORDS))
    return unit.kind == "group" or named


#: What stands where a name is not known yet, or there is none: nobody is called so.
_NOBODY = frozenset((
    "待定", "未定", "暂定", "另定", "待确定", "尚未确定", "暂未确定", "待明确", "未明确", "尚未明确",
    "待报", "待补", "待补充", "待填", "待安排", "暂缺", "空缺", "缺", "无", "暂无", "没有", "不详", "不明",
    "/", "／", "-", "－", "—", "——", "?", "？", "TBD", "N/A", "n/a", "none",
))  # fmt: skip


def is_nobody(name: str) -> bool:
    """True for 待定, 无 and the like: they keep a place open, and no person and no unit has that name."""
    return name in _NOBODY


def somebody(names: str | Iterable[str] | None) -> bool:
    """True if at least one of ``names``, or the one name given, is the name of somebody."""
    given = (names,) if isinstance(names, str) else names or ()
    return any(name and not is_nobody(name) for name in given)


_MARKS, _MARKS_AND_BLANKS = r"[、，,；;]+", r"[、，,；;/／\s]+"
_LINKS = "以及|[和与及暨]"


def names_in(word: str, known: Collection[str]) -> tuple[str, ...]:
    """The names that ``word`` runs together; empty if it is one name.

    No name has a list's mark in it, so with one there are several, whoever they are (民政局、住建局);
    but a piece of one character belongs to a single name (各县、市、区政府). Without a mark
    (民政局 住建局, 民政局住建局, 民政局和住建局) all of them must be known.
    """
    marked = tuple(part.strip() for part in re.split(_MARKS, word) if part.strip())
    if len(marked) > 1 and all(len(part) > 1 for part in marked) and not _is_cut_open(marked[0]):
        return marked
    parts = tuple(part for part in re.split(_MARKS_AND_BLANKS, word) if part)
    if len(parts) > 1 and all(part in known for part in parts):
        return parts
    linked = tuple(part for part in re.split(_LINKS, word) if part)
    if len(linked) > 1 and all(part in known for part in linked):
        return linked
    joined = "".join(parts)
    for cut in range(2, min(len(joined) - 1, _LONGEST_NAME)):
        if joined[:cut] in known and joined[cut:] in known:
            return joined[:cut], joined[cut:]
    return ()


def _is_cut_open(part: str) -> bool:
    """True for the head of 各乡、镇政府."""
    return part.startswith("各") and len(part) <= len("各乡")


#: No two names are looked for in a text that is longer.
_LONGEST_NAME = 60
