"""Where an item stands on a day: its state, and for what is done, whether in time (DESIGN §4)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from motiontrack.assess.facts import Status, in_force, of_months
from motiontrack.book import MonthlyEntry
from motiontrack.diagnostics.record import Place
from motiontrack.lean import lean
from motiontrack.model.vocabulary import State

__all__ = ["EARLY_DAYS", "RESTING", "Standing", "State", "Timeliness", "stand_of", "timeliness_of"]

_WHOLE = 100
#: Done so many days or more before the deadline is early (提前).
EARLY_DAYS = 31
#: What nobody works on any more, for ever or for now: judged by none of its own causes.
RESTING = tuple(state for state in State if not state.is_open)


class Timeliness(StrEnum):
    """For what is done: early, on time or late, by the effective deadline."""

    EARLY = "early"
    ON_TIME = "on-time"
    LATE = "late"


@lean
class Standing:
    """State with what it rests on. ``verified``: a close decision is in force; ``None`` if not done.

    ``done_assumed``: ``done_on`` is the day of the closing, for no claim that stands names another.
    """

    state: State
    done_on: date | None
    verified: bool | None
    place: Place | None
    done_assumed: bool = False


def stand_of(status: Status, returns: tuple[MonthlyEntry, ...], *, standing: bool) -> Standing:
    """The state by decisions first, then by what was last reported of it, then by the plan.

    A claim of being done that was received on or before the day it was sent back no longer counts.
    ``returns`` are the convener's, in order.
    """
    if status.held is not None and status.held_by is not None:
        return Standing(State(status.held), None, None, status.held_by.at.place("kind"))
    force = in_force(returns)
    said = _last_word(returns)
    if status.closed is not None:
        claimed = _done_on(status, returns)
        done_on, closing = claimed or status.closed.on, status.closed.at.place("kind")
        return Standing(State.DONE, done_on, verified=True, place=closing, done_assumed=claimed is None)
    if said is not None and _claims(status, said):
        return Standing(State.DONE, said.entry.done_on, verified=False, place=said.entry.at.place("state"))
    place = force.entry.at.place("task") if force is not None else None
    if standing:
        return Standing(State.STANDING, None, None, place)
    if force is None:
        return Standing(State.UNKNOWN, None, None, None)
    return Standing(_reported(said), None, None, place)


def _last_word(returns: tuple[MonthlyEntry, ...]) -> MonthlyEntry | None:
    """The latest month's return that says anything of the state.

    One that is silent changes nothing, nor does a bare 100 after the item was reported done.
    """
    word: MonthlyEntry | None = None
    for each in of_months(returns):
        state, progress = each.entry.state, each.entry.progress
        done = word is not None and word.entry.state == "done"
        if state or (progress is not None and not (done and progress >= _WHOLE)):
            word = each
    return word


def _claims(status: Status, monthly: MonthlyEntry) -> bool:
    """True if the return says done and has not been sent back since."""
    entry = monthly.entry
    if entry.state != "done" or entry.done_on is None or entry.received is None:
        return False
    back = status.sent_back.on if status.sent_back else None
    return back is None or entry.received > back


def _done_on(status: Status, returns: tuple[MonthlyEntry, ...]) -> date | None:
    """The day of the latest claim that was not sent back: what a closing confirms."""
    claims = [each.entry.done_on for each in of_months(returns) if _claims(status, each)]
    return claims[-1] if claims else None


def _reported(said: MonthlyEntry | None) -> State:
    """Nobody who has not said so has not started; a percent of 0 without a state says so."""
    entry = said.entry if said else None
    if entry and (entry.state == "not-started" or (entry.state is None and entry.progress == 0)):
        return State.NOT_STARTED
    return State.IN_PROGRESS


def timeliness_of(done_on: date | None, due: date | None) -> Timeliness | None:
    """Early 31 days or more before ``due``, late after it; ``None`` where there is no day to compare."""
    if done_on is None or due is None:
        return None
    if done_on > due:
        return Timeliness.LATE
    return Timeliness.EARLY if (due - done_on).days >= EARLY_DAYS else Timeliness.ON_TIME
