"""MT4, decisions: what one of them must say, by itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from motiontrack.book import Book
from motiontrack.diagnostics.record import Diagnostic, Note, fault
from motiontrack.model.fields import describe
from motiontrack.model.registers import Decision
from motiontrack.model.resolve import Kind
from motiontrack.rules.history import decided, named

__all__ = [
    "decided_before_the_plan",
    "decision_lacks_field",
    "decision_without_approver",
    "decision_without_reason",
    "field_without_effect",
    "in_force_before_asked",
    "step_done_before_its_phase",
    "step_done_without_a_step",
]

#: What a kind of decision needs to change anything.
_NEEDS = {"extend": "due", "reassign": "to"}
#: A line that may be typed as it stands for each of them.
_EXAMPLES = {"due": "due: 2010-09-30", "to": "to: 发改委"}
#: Which kinds of decision go by a field: an excuse holds up to its ``due``, an instruction may set a day.
_READS = {"due": ("extend", "excuse", "instruct"), "to": ("reassign",)}
#: Where a kind of decision may say why: any one of the fields is enough.
_SAYS_WHY = {
    "extend": ("reason", "text", "document"),
    "suspend": ("reason", "text", "document"),
    "cancel": ("reason", "text", "document"),
    "send-back": ("reason", "text", "document"),
    "excuse": ("reason", "text"),
    "instruct": ("text", "document"),
}
#: What changes an item's light, its unit or its place on the list, so that somebody must stand for it.
_APPROVED = frozenset(("extend", "suspend", "cancel", "reassign", "excuse", "close"))
#: What may rightly come before the plan was issued.
_BEFORE_THE_PLAN = frozenset(("step-done", "instruct"))


def decision_lacks_field(book: Book) -> Iterator[Diagnostic]:
    """MT405: an extension without a new deadline, or a reassignment without a unit.

    Why: it would change nothing, silently.

    Bad: ``{kind: extend, item: T02}``. Good: ``{kind: extend, item: T02, due: 2010-06-30}``.
    """
    for decision in decided(book):
        name = _NEEDS.get(decision.kind)
        if name and decision.lacks(name):
            label = describe(Decision)[name][1]
            yield fault(
                "MT405",
                decision.at.place("kind"),
                item=decision.item,
                kind=decision.kind,
                key=name,
                suggestion=_EXAMPLES[name],
                label_zh=label.label_zh,
                label_en=label.label_en,
            )


def field_without_effect(book: Book) -> Iterator[Diagnostic]:
    """MT428: a decision carries a field that only another kind of decision goes by.

    Why: whoever wrote a new deadline beside ``resume`` believes that it holds; it does not, and the
    item shows as overdue by the old one.

    Bad: ``{kind: resume, item: T01, on: 2010-09-01, due: 2010-10-15}``. Good: the ``due`` in a
    decision of its own, ``kind: extend``.
    """
    for decision in decided(book):
        for kind, name in _NEEDS.items():
            if decision.kind and decision.kind not in _READS[name] and getattr(decision, name):
                label = describe(Decision)[name][1]
                yield fault(
                    "MT428",
                    decision.at.place(name),
                    kind_zh=named(decision.kind),
                    kind_en=decision.kind,
                    key=name,
                    label_zh=label.label_zh,
                    label_en=label.label_en,
                    wanted_kind=kind,
                )


def decision_without_reason(book: Book) -> Iterator[Diagnostic]:
    """MT413: a decision that must say why does not, or an instruction has no words.

    Those are ``extend``, ``suspend``, ``cancel``, ``send-back`` and ``excuse``.

    Why: months later nobody can say why a deadline moved or a task is gone, and the congress will ask.
    A document's number is enough where the document says why.

    Bad: ``{kind: suspend, item: T01, on: 2010-06-10, approver: 市政府办}``. Good: with
    ``reason: 上级政策正在调整``.
    """
    for decision in decided(book):
        fields = _SAYS_WHY.get(decision.kind, ())
        if fields and all(decision.lacks(name) for name in fields):
            label = describe(Decision)[fields[0]][1]
            yield fault(
                "MT413",
                decision.at.place("kind"),
                id=decision.item,
                kind_zh=named(decision.kind),
                kind_en=decision.kind,
                key=fields[0],
                label_zh=label.label_zh,
                label_en=label.label_en,
            )


def decision_without_approver(book: Book) -> Iterator[Diagnostic]:
    """MT414: a decision that changes a light, a unit or the list is in force, and nobody approved it.

    Why: a red light would go out on nobody's word. The number of the document that approves it is
    enough. A decision that has only been asked for (without ``on``) needs no approver yet.

    Bad: ``{kind: extend, item: T01, on: 2010-06-24, due: 2010-08-31, reason: 需扩大征求意见范围}``.
    Good: with ``approver: 市政府办``.
    """
    for decision in decided(book):
        unsigned = decision.lacks("approver") and decision.lacks("document")
        if decision.kind in _APPROVED and decision.on is not None and unsigned:
            yield fault(
                "MT414",
                decision.at.place("kind"),
                id=decision.item,
                kind_zh=named(decision.kind),
                kind_en=decision.kind,
            )


def in_force_before_asked(book: Book) -> Iterator[Diagnostic]:
    """MT423: a decision is in force from a day before it was asked for.

    Why: the days between would be judged as decided when nobody had asked yet; one date is a slip.

    Bad: ``applied: 2010-06-24`` with ``on: 2010-06-18``. Good: ``on: 2010-06-28``.
    """
    for decision in decided(book):
        if decision.on is not None and decision.applied is not None and decision.on < decision.applied:
            yield fault(
                "MT423",
                decision.at.place("on"),
                id=decision.item,
                on=decision.on.isoformat(),
                applied=decision.applied.isoformat(),
                related=((Note.OTHER_HERE, decision.at.place("applied")),),
            )


def decided_before_the_plan(book: Book) -> Iterator[Diagnostic]:
    """MT426: a decision is older than the plan whose item it is about.

    Why: what is not issued can be neither extended nor closed; it is usually a slip of the year.
    Steps and instructions may well come before.

    Bad: ``{kind: close, item: T01, on: 2009-07-15}`` in the plan of 2010. Good: ``on: 2010-07-15``.
    """
    for decision in decided(book):
        if decision.kind in _BEFORE_THE_PLAN:
            continue
        for name in ("on", "applied"):
            day: date | None = getattr(decision, name)
            if day is not None and day < book.issued:
                yield fault(
                    "MT426",
                    decision.at.place(name),
                    id=decision.item,
                    key=name,
                    day=day.isoformat(),
                    issued=book.issued.isoformat(),
                )


def step_done_without_a_step(book: Book) -> Iterator[Diagnostic]:
    """MT408: a ``step-done`` decision is about something that is no step of a phase.

    Why: it would change nothing, silently; a task is closed by ``close``.

    Bad: ``{kind: step-done, item: T05, on: 2010-10-20}``. Good: ``{kind: close, item: T05, …}``.
    """
    for decision in decided(book):
        node = book.nodes.get(decision.item)
        if decision.kind == "step-done" and node is not None and node.kind is not Kind.STEP:
            yield fault("MT408", decision.at.place("item"), item=node.id, id=node.id)


def step_done_before_its_phase(book: Book) -> Iterator[Diagnostic]:
    """MT425: a step is recorded as done before its phase begins.

    Why: it may have been early; more often the step, the month or the year is a slip, and the phase
    shows a step as done that is still to come.

    Bad: ``{kind: step-done, item: S4, on: 2010-04-22}`` for a phase from 7月. Good: ``on: 2010-07-22``.
    """
    begins = {step.id: span.first for span in book.phases for step in span.steps}
    for decision in decided(book):
        first = begins.get(decision.item)
        if decision.kind == "step-done" and decision.on and first and decision.on < first:
            yield fault(
                "MT425",
                decision.at.place("on"),
                id=decision.item,
                on=decision.on.isoformat(),
                first=first.isoformat(),
            )
