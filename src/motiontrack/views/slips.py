"""What a slip (催办单、督办单) says: what is wrong, with figures and ground, what is asked, and by when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from motiontrack.assess.assessment import Assessment
from motiontrack.assess.ladder import Ladder, ladder_of
from motiontrack.assess.reminding import Chase, Chased, Left, kept_as
from motiontrack.language.catalogue import Catalogue
from motiontrack.lean import lean
from motiontrack.model.registers import SLIP_KINDS, Slip
from motiontrack.model.slip_numbers import next_number
from motiontrack.model.vocabulary import Reason
from motiontrack.views.asking import Known, asked_of, has_applied, has_told_late, known_on
from motiontrack.views.build import Builder
from motiontrack.views.sentences import day_words
from motiontrack.views.status import CauseView, PlanView, ProfileView, TaskView

__all__ = ["SlipItemView", "SlipView", "SlipsView", "build_slips", "closing_of", "left_sentence"]


@lean
class SlipItemView:
    """One item of a slip: the task, what is wrong, what is asked, and the slips nobody answered."""

    task: TaskView
    causes: tuple[CauseView, ...]
    recorded: tuple[str, ...]
    asked: str
    unanswered: tuple[str, ...]


@lean
class SlipView:
    """One slip. ``asked`` is all that is asked in one text, as the register keeps it."""

    number: str
    kind: str
    title: str
    unit: str
    person: str
    issued_on: date
    due: date
    items: tuple[SlipItemView, ...]
    opening: str
    step: str
    closing: str
    asked: str


@lean
class SlipsView:
    """All that the slips' template sees. ``draft``: nothing was registered."""

    draft: bool
    plan: PlanView
    profile: ProfileView
    issuer: str
    slips: tuple[SlipView, ...]


def build_slips(
    assessment: Assessment,
    chases: Iterable[Chase],
    catalogue: Catalogue,
    *,
    draft: bool,
    folder: str = "data",
    number: str | None = None,
) -> SlipsView:
    """The slips for ``chases``, numbered on from the register; ``catalogue`` has the words of ``remind``.

    ``number``: of one that was sent before, the number that it has.
    """
    builder = Builder(assessment, catalogue, folder)
    plan = builder.plan()
    issuer = plan.supervisor or plan.lead or ""
    register = [slip.number for slip in assessment.book.slips]
    ladder = ladder_of(assessment.book.file.ladder)
    known = known_on(assessment)
    slips = []
    for chase in chases:
        given = number or next_number(register, chase.day.year).words
        register.append(given)
        slips.append(_slip(chase, given, issuer, ladder, known, builder))
    return SlipsView(draft, plan, builder.profile(), issuer, tuple(slips))


def _slip(chase: Chase, number: str, issuer: str, ladder: Ladder, known: Known, builder: Builder) -> SlipView:
    catalogue = builder.catalogue
    items = tuple(_item(each, known, builder) for each in chase.items)
    kind = chase.rung.kind
    tone = _tone(chase, ladder)
    closing = closing_of(chase, issuer, ladder, known, catalogue)
    joint, stop = catalogue.word("remind.colon"), catalogue.word("sentence.joint")
    people = dict.fromkeys(name for item in items for name in _people(item.task))
    return SlipView(
        number=number,
        kind=kind,
        title=catalogue.word(f"remind.title.{tone or kind}"),
        unit=chase.unit,
        person=catalogue.word("list.joint").join(people),
        issued_on=chase.day,
        due=chase.due,
        items=items,
        opening=catalogue.word(
            f"remind.opening.{tone}" if tone else "remind.opening", day=day_words(chase.day, catalogue)
        ),
        step=_step(kind, chase.items, ladder, catalogue),
        closing=closing,
        asked=stop.join([*(f"{item.task.id}{joint}{item.asked}" for item in items), closing]),
    )


def closing_of(
    chase: Chase, issuer: str, ladder: Ladder, known: Known, catalogue: Catalogue, said: int | None = None
) -> str:
    """Who has to answer whom by when, and whether at all; a day of the year ``said`` goes without it."""
    tone = _tone(chase, ladder)
    told = sum(has_told_late(each.item, known) for each in chase.items)
    if tone and all(has_applied(each.item, known) for each in chase.items):
        key = f"{tone}.applied"
    elif not tone or told == len(chase.items):
        key = chase.rung.kind
    else:
        # Of whoever has told that it will be late, nobody asks once more whether it will be.
        key = f"{tone}.some-told" if told else tone
    return catalogue.word(
        f"remind.closing.{key}",
        due=day_words(chase.due, catalogue, said),
        issuer=issuer or catalogue.word("remind.us"),
    )


def _tone(chase: Chase, ladder: Ladder) -> str:
    """``ahead`` for a slip of the lightest kind by which nothing is the matter but that a deadline is near.

    Who is only told of that has done nothing wrong, and is not spoken to as if it had.
    """
    ahead = chase.rung == ladder[0] and all(each.reasons == (Reason.DUE_SOON,) for each in chase.items)
    return "ahead" if ahead else ""


def _people(task: TaskView) -> tuple[str, ...]:
    named = task.person_now or task.person
    return tuple(named.split("、")) if named else ()


def _item(chased: Chased, known: Known, builder: Builder) -> SlipItemView:
    catalogue = builder.catalogue
    return SlipItemView(
        task=builder.task(chased.item),
        causes=tuple(builder.cause(cause) for cause in chased.causes),
        recorded=tuple(dict.fromkeys(kept_as(cause) for cause in chased.causes)),
        asked=catalogue.word("sentence.joint").join(asked_of(chased, known, catalogue)),
        unanswered=tuple(_sent(slip, catalogue) for slip in chased.unanswered),
    )


def _sent(slip: Slip, catalogue: Catalogue) -> str:
    day = day_words(slip.issued_on, catalogue) if slip.issued_on else ""
    return catalogue.word(
        "remind.sent", number=slip.number, day=day, kind=catalogue.word(f"remind.kind.{slip.kind}")
    )


def _step(kind: str, items: tuple[Chased, ...], ladder: Ladder, catalogue: Catalogue) -> str:
    """How it came to this step, where the register led to it; nothing on the first."""
    sent = {slip.number: _sent(slip, catalogue) for item in items for slip in item.unanswered}
    if not sent:
        return ""
    listed = catalogue.word("list.joint").join(sent.values())
    at = SLIP_KINDS.index(kind)
    if not at:
        return catalogue.word("remind.step.first", sent=listed)
    said = catalogue.word("remind.step", sent=listed, kind=catalogue.word(f"remind.kind.{kind}"))
    before = ladder[at - 1]
    counts = [sum(slip.kind == before.kind for slip in item.unanswered) for item in items]
    # Whoever went another way than the ladder (--kind) did not go by its rule.
    if before.by_plan is None or max(counts) < (before.unanswered or 0):
        return said
    return said + catalogue.word("remind.step.by", source=before.by_plan)


def left_sentence(left: Left, catalogue: Catalogue) -> str:
    """Why somebody is not chased now, in a sentence."""
    slip = left.slip
    due = day_words(slip.due, catalogue) if slip and slip.due else ""
    return catalogue.word(
        f"remind.left.{left.why.value}",
        item=left.item.node.id,
        unit=left.unit,
        reasons=catalogue.word("list.joint").join(
            catalogue.word(f"remind.reason.{each.value}") for each in left.reasons
        ),
        number=slip.number if slip else "",
        due=due,
    )
