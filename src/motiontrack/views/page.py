"""What the page of progress shows: the status, and all that its sections need worked out."""

from __future__ import annotations

from collections.abc import Mapping

from motiontrack import __version__
from motiontrack.assess.assessment import Assessment
from motiontrack.assess.judge import Judgement
from motiontrack.language.catalogue import Catalogue
from motiontrack.lean import lean
from motiontrack.views.issued import digest_of
from motiontrack.views.page_asks import Asks, asks_of
from motiontrack.views.page_band import Band, band_of
from motiontrack.views.page_filter import Filter, filter_of
from motiontrack.views.page_findings import FindingRow, finding_rows
from motiontrack.views.page_next import Coming, Peak, coming, peak_of
from motiontrack.views.page_reasons import Rules
from motiontrack.views.page_rows import Group, RowMaker, grouped
from motiontrack.views.page_rules import MarkRow, RuleRow, mark_rows, rule_rows
from motiontrack.views.page_summary import Phrase, Tile, headline, tiles
from motiontrack.views.page_targets import TargetTable, target_table
from motiontrack.views.page_title import pieces
from motiontrack.views.page_units import UnitTable, unit_table
from motiontrack.views.page_watch import Watch, watch_of
from motiontrack.views.page_words import NUMBER, Lamp, Speaker, lamps_of, printable
from motiontrack.views.paper import PaperView, build_paper
from motiontrack.views.sentences import day_words
from motiontrack.views.status import StatusView, StepView, TaskView

__all__ = ["Masthead", "PageView", "Phases", "StepRow", "build_page"]

_DIGEST = 12
#: A longer id than this needs a wider column.
_SHORT_ID = 5


@lean
class Masthead:
    """What the page is of. ``printed`` is the foot of every sheet, fit for a string in CSS."""

    kicker: str
    title: tuple[str, ...]
    window: str
    facts: tuple[tuple[str, str], ...]
    illustrative: bool
    printed: str


@lean
class StepRow:
    """One step in full."""

    id: str
    text: str
    due: str
    assumed: bool
    state: str
    done: str


@lean
class Phases:
    """The steps of one phase, for the table of steps."""

    name: str
    steps: tuple[StepRow, ...]


@lean
class PageView:
    """All that the page's template sees."""

    status: StatusView
    paper: PaperView
    lang: str
    number: str
    masthead: Masthead
    lamps: tuple[Lamp, ...]
    headline: tuple[Phrase, ...]
    tiles: tuple[Tile, ...]
    sums: str
    order: str
    coming: tuple[Coming, ...]
    peak: Peak | None
    peak_words: str
    current: str
    as_of: str
    band: Band
    watched: tuple[Watch, ...]
    watched_count: int
    asks: Mapping[str, Asks]
    groups: tuple[Group, ...]
    goals_beside: bool
    long_ids: bool
    filter: Filter
    trend_marks: tuple[str, ...]
    never: int
    units: UnitTable
    returns_month: str
    targets: TargetTable
    phases: tuple[Phases, ...]
    steps_done: int
    findings: tuple[FindingRow, ...]
    rules: tuple[RuleRow, ...]
    marks: tuple[MarkRow, ...]
    averaged: int
    assumed: int
    standing: int
    digest: str
    files: int
    program: str


def build_page(assessment: Assessment, catalogue: Catalogue, *, folder: str = "data") -> PageView:
    """The page's view of an assessment; ``folder`` is the data folder's name, put before file names."""
    paper = build_paper(assessment, catalogue, folder=folder)
    status = paper.status
    speaker = Speaker(catalogue, status.plan.year)
    lamps = lamps_of(status)
    rules = Rules(assessment.profile)
    maker = RowMaker(speaker, rules, lamps, status.as_of)
    judged = tuple(zip(assessment.tasks, status.tasks, strict=True))
    rows = tuple(maker.row(number, task, view) for number, (task, view) in enumerate(judged, 1))
    shown = tiles(status, rows, lamps)
    peak = peak_of(status)
    groups, beside = grouped(rows)
    asks = asks_of(assessment, speaker)
    watched = watch_of(rows, shown, asks, speaker)
    return PageView(
        status=status,
        paper=paper,
        lang={"zh": "zh-CN"}.get(catalogue.language, catalogue.language),
        number=NUMBER,
        masthead=_masthead(assessment, status, speaker),
        lamps=tuple(lamps.values()),
        headline=headline(paper, rows, shown, peak, speaker),
        tiles=shown,
        sums=_sums(shown, status),
        order=_order(assessment, lamps, speaker),
        coming=coming(assessment, status, speaker),
        peak=peak,
        peak_words=speaker.day(peak.day) if peak else "",
        current=_current(status, speaker),
        as_of=speaker.day(status.as_of),
        band=band_of(status, lamps, speaker),
        watched=watched,
        watched_count=sum(len(each.rows) for each in watched),
        asks=asks,
        groups=groups,
        goals_beside=beside,
        long_ids=any(len(view.id) > _SHORT_ID for view in status.tasks),
        filter=filter_of(rows, shown),
        trend_marks=tuple(speaker.month_mark(month) for month in maker.months),
        never=sum(1 for view in status.tasks if view.last_return is None),
        units=unit_table(assessment, status, [tile.lamp for tile in shown], speaker),
        returns_month=speaker.month(paper.returns.month) if paper.returns else "",
        targets=target_table(assessment, speaker),
        phases=tuple(
            Phases(phase.name, steps)
            for phase in status.phases
            if (steps := tuple(_step(step, speaker) for step in status.steps if step.phase == phase.id))
        ),
        steps_done=sum(1 for step in status.steps if step.state.value == "done"),
        findings=finding_rows(assessment, speaker),
        rules=rule_rows(assessment.profile, lamps, _hits(assessment.tasks, rules), speaker),
        marks=mark_rows(
            assessment.profile,
            status.profile.words,
            [mark for view in status.tasks for mark in view.marks],
            speaker,
        ),
        averaged=sum(1 for view in status.tasks if _averaged(view)),
        assumed=sum(1 for view in status.tasks if view.due_assumed),
        standing=sum(1 for view in status.tasks if view.due is None),
        digest=digest_of(assessment.book)[:_DIGEST],
        files=len(assessment.book.sources),
        program=f"motiontrack {__version__}",
    )


def _hits(tasks: tuple[Judgement, ...], rules: Rules) -> list[int | None]:
    return [rules.hit(task).place for task in tasks]


def _averaged(view: TaskView) -> bool:
    return view.expected_basis is not None and view.expected_basis.value == "average"


def _masthead(assessment: Assessment, status: StatusView, speaker: Speaker) -> Masthead:
    plan, motion = status.plan, assessment.book.file.motion
    number = plan.motion_name or ""
    if plan.motion:
        title = speaker.say("title.motion", title=plan.motion.strip("《》"))
    else:
        title = speaker.say("title.plan", title=plan.title)
    day = speaker.catalogue.word(
        "page.day.whole", day=_whole_day(status, speaker), weekday=speaker.weekday(status.as_of)
    )
    lead_label = plan.labels.get("organisation.lead") or speaker.say("fact.lead")
    facts = (
        (speaker.say("fact.document"), plan.document),
        (speaker.say("fact.as-of"), day),
        (lead_label, plan.lead),
        (speaker.say("fact.supervisor"), plan.supervisor),
    )
    short = speaker.say("title.short", motion=number) if number else title
    window = speaker.say("window", title=short, day=_whole_day(status, speaker))
    kicker = " ".join(each for each in (motion.meeting if motion else None, number) if each)
    return Masthead(
        kicker=kicker,
        title=pieces(title),
        window=window,
        facts=tuple((label, fact) for label, fact in facts if fact),
        illustrative=plan.illustrative,
        printed=printable(window),
    )


def _whole_day(status: StatusView, speaker: Speaker) -> str:
    return day_words(status.as_of, speaker.catalogue)


def _sums(shown: tuple[Tile, ...], status: StatusView) -> str:
    """The tiles added up, as printed: 4+8+4+3+2=21."""
    counts = [tile.count for tile in shown]
    if status.totals.unjudged:
        counts.append(status.totals.unjudged)
    return "+".join(str(count) for count in counts) + f"={status.totals.tasks}"


def _order(assessment: Assessment, lamps: Mapping[str, Lamp], speaker: Speaker) -> str:
    """The lights in the order in which the rules ask for them."""
    lights = dict.fromkeys(condition.light for condition in assessment.profile.conditions)
    return speaker.listed([lamps[light].word for light in lights])


def _current(status: StatusView, speaker: Speaker) -> str:
    """Where the day lies: in which phases, or between them."""
    dated = [phase for phase in status.phases if phase.id and phase.first]
    names = [phase.name for phase in dated if phase.when and phase.when.value == "current"]
    if names:
        return speaker.say("phase.current", names=speaker.listed(names))
    ahead = [phase for phase in dated if phase.when and phase.when.value == "coming"]
    if ahead:
        following = min(ahead, key=lambda phase: phase.first or status.as_of)
        day = speaker.day(following.first or status.as_of)
        return speaker.say("phase.next", name=following.name, day=day)
    return speaker.say("phase.over") if dated else ""


def _step(step: StepView, speaker: Speaker) -> StepRow:
    return StepRow(
        id=step.id,
        text=step.text,
        due=speaker.day(step.due) if step.due else "",
        assumed=step.due_assumed,
        state=step.state.value,
        done=speaker.day(step.done_on) if step.done_on else "",
    )
