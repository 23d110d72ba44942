"""MT2 and MT6: the people of the units, and those whom tasks name."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from motiontrack.book import Book
from motiontrack.diagnostics.record import Diagnostic, Place, fault
from motiontrack.model.items import Item
from motiontrack.model.registers import Scheduled
from motiontrack.model.resolve import Kind, Node
from motiontrack.near import Names
from motiontrack.rules.walk import (
    Where,
    by_convener,
    is_nobody,
    is_open_group,
    labels,
    leaves,
    names_in,
    plan_nodes,
    somebody,
)

__all__ = [
    "not_a_name",
    "person_in_no_unit",
    "person_of_another_unit",
    "unit_without_people",
]

#: What a post ends with; no name of a person does.
_POSTS = (
    "区长", "县长", "市长", "州长", "镇长", "乡长", "局长", "处长", "科长", "部长", "厅长", "主任", "书记",
    "负责人", "责任人", "负责同志", "领导", "院长", "校长", "行长", "董事长", "总经理", "秘书长",
)  # fmt: skip

#: What a post begins with, where the body it belongs to is said or left open.
_BEFORE_POSTS = (
    "各", "有关", "相关", "分管", "主要", "牵头", "常务", "副", "省", "市", "县", "区", "州", "镇", "乡",
)  # fmt: skip


def person_in_no_unit(book: Book) -> Iterator[Diagnostic]:
    """MT207: a task's person stands in no unit's list of people.

    Why: when the post changes hands, the successor could not be found. Where the unit lists nobody
    at all, that is told once (MT606).

    Bad: ``person: 杨杨`` where the unit lists 杨扬. Good: ``person: 杨扬``.
    """
    people = _homes(book)
    names = Names(people)
    for name, where, node in _responsible(book):
        if is_nobody(name):
            # Where nobody else is named either, the task has no person (MT602).
            if somebody(getattr(where.record, "person", ())) or "person" not in book.plan.required:
                yield fault("MT107", where.place, item=node.id if node else None, key="person", value=name)
            continue
        if name in people or names_in(name, people) or _no_name(name, book):
            continue
        if node is not None and _lists_nobody(node, book):
            continue
        yield fault("MT207", where.place, person=name, suggestion=_inside(name, people) or names.meant(name))


_LONGEST = 60  # of a text in which a name is looked for


def _inside(name: str, people: Collection[str]) -> str:
    """连正华同志, 副州长张宇: the name with something round it; the longest that stands in ``name``."""
    lengths = range(min(len(name), _LONGEST) - 1, 1, -1)
    pieces = (name[at : at + length] for length in lengths for at in range(len(name) - length + 1))
    return next((piece for piece in pieces if piece in people), "") if len(name) <= _LONGEST else ""


def not_a_name(book: Book) -> Iterator[Diagnostic]:
    """MT612: where a person belongs stands a post, or a unit.

    Why: nobody can be asked by that name, and no successor can be found for it.

    Bad: ``person: 各区区长``. Good: the name; where the document prints only the post, ``- name: 各区区长``
    among the people of the unit says that it is meant.
    """
    people = _homes(book)
    for name, where, _ in _responsible(book):
        if name not in people and not names_in(name, people) and _no_name(name, book):
            unit = name if name in book.names else ""
            yield fault("MT612", where.place, person=name, unit=unit)


def _no_name(name: str, book: Book) -> bool:
    """True for a unit, and for a post that plainly has no name beside it (各区区长, 分管领导, 发改委主任)."""
    if name in book.names:
        return True
    post = next((each for each in _POSTS if name.endswith(each)), "")
    head = name.removesuffix(post)
    return bool(post) and (not head or head.startswith(_BEFORE_POSTS) or head in book.names)


def _responsible(book: Book) -> Iterator[tuple[str, Where, Node | None]]:
    """Every place that names a responsible person; the task or part, unless it is a default."""
    if book.plan.defaults is not None:
        record = book.plan.defaults
        yield from ((name, Where(record, "person", at), None) for at, name in enumerate(record.person))
    for node in _tasks_and_parts(book):
        for index, name in enumerate(node.item.person):
            yield name, Where(node.item, "person", index), node


def _tasks_and_parts(book: Book) -> Iterator[Node]:
    return (node for node in plan_nodes(book) if node.kind in (Kind.TASK, Kind.PART))


def _homes(book: Book) -> dict[str, list[str]]:
    """Each person -> the units that list them."""
    homes: dict[str, list[str]] = {}
    for unit in book.units.values():
        for person in unit.people:
            if person.name and unit.id not in homes.setdefault(person.name, []):
                homes[person.name].append(unit.id)
    return homes


def _lists_nobody(node: Node, book: Book) -> bool:
    """True if the unit that convenes is listed, and without any people."""
    unit = book.units.get(node.convener or "")
    return unit is not None and not unit.people


def unit_without_people(book: Book) -> Iterator[Diagnostic]:
    """MT606: a unit answers for a task that names a person, and lists no people.

    Why: when the person moves on, nobody follows; reminders have nobody to go to.

    Bad: ``- id: 旅游局`` alone. Good: with ``people: [{name: 戴平, post: 责任人}]``.
    """
    led = by_convener(node for node in leaves(book.tasks) if somebody(node.person))
    for unit in book.units.values():
        if unit.id in led and unit.lacks("people") and not is_open_group(unit):
            people = dict.fromkeys(
                name for node in led[unit.id] for name in node.person if not is_nobody(name)
            )
            yield fault(
                "MT606",
                unit.at.place("id"),
                unit=unit.id,
                tasks="、".join(node.id for node in led[unit.id]),
                person=next(iter(people)),
            )


def person_of_another_unit(book: Book) -> Iterator[Diagnostic]:
    """MT607: a task's person, or the clerk in a unit's own plan, is listed by another unit only.

    Why: often a line of the table slipped by one, or a part kept the person of its task; when the
    post changes hands, the successor is looked for in the unit that leads.

    Bad: ``lead: 房管局`` with ``person: 戴平``, whom only 旅游局 lists. Good: ``person: 沈卫星``.
    """
    homes, answering = _homes(book), _answering(book)
    for node in _tasks_and_parts(book):
        # What is taken from above as it stands is told of above; without a unit there is no other one.
        if not (node.item.person or node.item.lead) or not somebody(node.lead):
            continue
        units = [answering.get(name) for name in (*node.lead, *node.does, *node.support)]
        for index, name in enumerate(node.person):
            if name in homes and not is_nobody(name) and not _may_answer(name, units):
                own = bool(node.item.person)
                place = node.item.at.place("person", index) if own else node.item.at.place("lead")
                yield _elsewhere(name, place, node.id, node.lead, homes[name], labels(Item, "person"))
    for schedule in book.schedule_rows:
        unit = answering.get(book.unit_id(schedule.unit))
        for row in schedule.items:
            if row.clerk in homes and not _may_answer(row.clerk or "", [unit]):
                place, label = row.at.place("clerk"), labels(Scheduled, "clerk")
                yield _elsewhere(
                    row.clerk or "", place, row.task, (schedule.unit,), homes[row.clerk or ""], label
                )


def _answering(book: Book) -> dict[str, frozenset[str]]:
    """The people of each unit of which it is known who answers for it: not of an open group, or of none."""
    return {
        name: frozenset(person.name for person in unit.people)
        for name, unit in book.units.items()
        if unit.people and not is_open_group(unit)
    }


def _may_answer(name: str, units: list[frozenset[str] | None]) -> bool:
    """True if one of the units lists the person, or may have people that are not listed."""
    return not units or any(people is None or name in people for people in units)


def _elsewhere(
    name: str, place: Place, item: str, units: tuple[str, ...], homes: list[str], label: dict[str, str]
) -> Diagnostic:
    return fault(
        "MT607",
        place,
        person=name,
        id=item,
        units="、".join(units),
        homes="、".join(homes),
        unit=units[0] if units else "",
        label_zh=label["label_zh"],
        label_en=label["label_en"].lower(),
    )
