"""What a reader asked to see: which tasks a filter keeps, and what it may name."""

from __future__ import annotations

from collections.abc import Callable

from motiontrack.assess.assessment import Assessment, Unjudged
from motiontrack.assess.case import phase_of
from motiontrack.assess.judge import Judgement
from motiontrack.book import Book
from motiontrack.language.catalogue import LANGUAGES, load
from motiontrack.lean import lean
from motiontrack.model.profile import Profile
from motiontrack.model.resolve import Node
from motiontrack.model.scalars import tidy_name
from motiontrack.views.status import FilterView

__all__ = ["UnknownName", "apply", "apply_to_unjudged", "check_names", "goals_of_node"]

#: The tiles of work that shows no light.
TILES = ("suspended", "cancelled")


@lean
class UnknownName:
    """A filter names something the plan does not have."""

    option: str
    value: str
    known: tuple[str, ...]


def check_names(book: Book, profile: Profile, asked: FilterView) -> UnknownName | None:
    """The first name in ``asked`` that nothing in the plan has, or ``None``."""
    known: dict[str, Callable[[], tuple[str, ...]]] = {
        "unit": lambda: tuple(book.names),
        "person": lambda: _people(book),
        "phase": lambda: tuple(span.phase.id for span in book.phases),
        "goal": lambda: _goals(book),
        "light": lambda: tuple(_lights(profile)),
    }
    for option, names in known.items():
        value = getattr(asked, option)
        if value is not None and tidy_name(value) not in names():
            return UnknownName(option, value, names())
    return None


def _people(book: Book) -> tuple[str, ...]:
    listed = (person.name for unit in book.units.values() for person in unit.people)
    printed = (name for node in book.nodes.values() for name in node.person)
    return tuple(dict.fromkeys((*listed, *printed)))


def _goals(book: Book) -> tuple[str, ...]:
    printed = (task.item.goal for task in book.tasks if task.item.goal)
    linked = (goal.id for goal in (*book.file.aims, *book.file.objectives))
    return tuple(dict.fromkeys((*linked, *printed)))


def _lights(profile: Profile) -> dict[str, str]:
    """Every name a light or a tile goes by, in either language -> its id."""
    names = {name: light.id for light in profile.lights for name in (light.id, light.word_zh, light.word_en)}
    for tile in TILES:
        words = (load(language).word(f"tile.{tile}") for language in LANGUAGES)
        names |= dict.fromkeys((tile, *words), tile)
    return names


def apply(assessment: Assessment, asked: FilterView) -> tuple[Judgement, ...]:
    """The tasks that ``asked`` keeps, in the plan's order; every part of it must hold."""
    return tuple(task for task in assessment.tasks if _keeps(assessment, task, asked))


def _keeps(assessment: Assessment, task: Judgement, asked: FilterView) -> bool:
    return (
        (asked.unit is None or assessment.book.unit_id(asked.unit) in _units(task))
        and (asked.person is None or tidy_name(asked.person) in _people_of(task))
        and (asked.phase is None or (task.phase is not None and task.phase.phase.id == asked.phase))
        and (asked.goal is None or asked.goal in goals_of_node(task.node))
        and (asked.light is None or tile_of(task) == _lights(assessment.profile).get(asked.light))
    )


def apply_to_unjudged(assessment: Assessment, asked: FilterView) -> tuple[Unjudged, ...]:
    """The unjudged rows that ``asked`` keeps: all but those whose readable facts say they are not meant.

    What cannot be read, a missing unit or deadline, rules nothing out; a row without a judgement
    shows no light.
    """
    book = assessment.book

    def keeps(row: Unjudged) -> bool:
        node = row.node
        units, people = (*node.lead, *node.does, *node.support), node.person
        phase = phase_of(node.due.named, book.phases) if node.due else None
        return (
            asked.light is None
            and (asked.unit is None or not units or book.unit_id(asked.unit) in units)
            and (asked.person is None or not people or tidy_name(asked.person) in people)
            and (asked.phase is None or phase is None or phase.phase.id == asked.phase)
            and (asked.goal is None or asked.goal in goals_of_node(node))
        )

    return tuple(row for row in assessment.unjudged if keeps(row))


def goals_of_node(node: Node) -> tuple[str | None, ...]:
    """The goals that an item or a part of it has, and the aims and objectives that it serves."""
    parts = tuple(goal for part in node.parts for goal in goals_of_node(part))
    return (node.item.goal, *node.item.serves, *parts)


def _units(task: Judgement) -> tuple[str, ...]:
    parts = tuple(unit for part in task.parts for unit in _units(part))
    return (*task.lead, *task.node.lead, *task.node.does, *task.node.support, *parts)


def _people_of(task: Judgement) -> tuple[str, ...]:
    parts = tuple(name for part in task.parts for name in _people_of(part))
    return (*task.node.person, *task.person_now, *parts)


def tile_of(task: Judgement) -> str:
    """The tile a task is counted in: its light, or its state where it shows none."""
    return task.light or task.state.value
