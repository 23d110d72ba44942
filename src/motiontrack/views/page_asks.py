"""What is asked of the unit about a task that needs looking at, or why nothing is: as its slip says it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from motiontrack.assess.assessment import Assessment
from motiontrack.assess.reminding import Chased, Left, Why, remind
from motiontrack.lean import lean
from motiontrack.model.vocabulary import Reason
from motiontrack.views.asking import Known, asked_of, known_on
from motiontrack.views.page_words import Speaker

__all__ = ["Asks", "asks_of"]

#: What only lies ahead is asked for by a slip; on the page it is a mark beside the light.
_REASONS = tuple(reason for reason in Reason if reason is not Reason.DUE_SOON)


@lean
class Asks:
    """What is to be asked about a task, and what already was or why it is not; a part is named."""

    asked: tuple[str, ...]
    chased: tuple[str, ...]


def asks_of(assessment: Assessment, speaker: Speaker) -> Mapping[str, Asks]:
    """What is asked, by the id of the task."""
    reminders = remind(assessment, reasons=_REASONS)
    known = known_on(assessment)
    asked: dict[str, list[str]] = {}
    chased: dict[str, list[str]] = {}
    for chase in reminders.chases:
        for each in chase.items:
            asked.setdefault(each.item.node.task, []).extend(_asked(each, known, speaker))
    for left in reminders.left:
        chased.setdefault(left.item.node.task, []).append(_left(left, speaker))
    return {
        task: Asks(tuple(dict.fromkeys(asked.get(task, ()))), tuple(dict.fromkeys(chased.get(task, ()))))
        for task in (*asked, *chased)
    }


def _asked(chased: Chased, known: Known, speaker: Speaker) -> Iterator[str]:
    node = chased.item.node
    for said in asked_of(chased, known, speaker.catalogue):
        yield _of(node.id, node.task, said, speaker)


def _left(left: Left, speaker: Speaker) -> str:
    node, slip = left.item.node, left.slip
    if slip is None:
        said = speaker.say("watch.excused" if left.why is Why.EXCUSED else "watch.declared")
    elif slip.due is None:
        said = speaker.say("watch.sent.undated", number=slip.number)
    else:
        said = speaker.say("watch.sent", number=slip.number, due=speaker.day(slip.due))
    return _of(node.id, node.task, said, speaker)


def _of(item: str, task: str, said: str, speaker: Speaker) -> str:
    return said if item == task else speaker.say("watch.part", item=item, said=said)
