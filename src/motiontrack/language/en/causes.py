"""Names of causes, and where the rule of each comes from, for ``explain`` and ``show``."""

from __future__ import annotations

__all__ = ["WORDS"]

WORDS: dict[str, str] = {
    "cause-name.overdue": "overdue",
    "cause-name.behind": "behind",
    "cause-name.stage-missed": "stage missed",
    "cause-name.start-missed": "not started in time",
    "cause-name.problem-declared": "problem declared by the unit",
    "cause-name.target-short": "target not met",
    "cause-name.yellow-streak": "yellow for months",
    "cause-name.forecast-late": "forecast after the deadline",
    "cause-name.finding-overdue": "finding not mended in time",
    "cause-name.phase-short": "not ready for its phase",
    "cause-name.unreported": "not reported",
    "cause-name.due-soon": "due soon",
    "cause-name.stale": "figures out of date",
    "cause-name.regressed": "progress fell",
    "cause-name.deadline-assumed": "deadline assumed",
    "cause-name.extended": "extended",
    "cause-name.unverified": "not yet verified",
    "cause-name.sent-back": "sent back",
    "cause-source.overdue": "the plan’s own deadline, or the extension approved",
    "cause-source.behind": "银川发改 2025: 10 points, where the light rules do not say",
    "cause-source.stage-missed": "the stages of the plan or of the unit’s own",
    "cause-source.start-missed": "the start the plan prints; after 银川, 2025",
    "cause-source.problem-declared": "the unit’s own return; after 宿迁产发, 2025",
    "cause-source.target-short": "the target the plan states",
    "cause-source.forecast-late": "the day the unit itself expects",
    "cause-source.finding-overdue": "the time limit of the finding",
    "cause-source.phase-short": "this tool’s own",
    "cause-source.unreported": "the return clock; this tool’s own where the plan sets none",
    "cause-source.due-soon": "this tool’s own: 31 days, one reporting cycle, where the light rules do not say",
    "cause-source.stale": "this tool’s own, one reporting cycle",
    "cause-source.regressed": "this tool’s own",
    "cause-source.deadline-assumed": "the document prints none",
    "cause-source.extended": "the decision",
    "cause-source.unverified": "this tool’s own: verified once closed",
    "cause-source.sent-back": "the decision",
    "cause-source.profile": "the light rules: {title}",
}
