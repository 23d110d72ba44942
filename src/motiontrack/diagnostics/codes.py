"""Every code a diagnostic can carry, declared once. A code is never reused.

Families: MT0 text and YAML, MT1 shape, MT2 references and units, MT3 dates and phases,
MT4 returns and decisions, MT5 targets and figures, MT6 owners and roles, MT7 findings and feedback,
MT8 slips.
"""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

__all__ = ["CODES", "NOT_SILENCED", "Code", "Severity"]


class Severity(IntEnum):
    """What a diagnostic costs the reader; greater is worse."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The word in machine output and options: ``error``, ``warning``, ``info``."""
        return self.name.lower()


class Code(NamedTuple):
    """One code: its number, how bad it is, and a short English name."""

    code: str
    severity: Severity
    name: str


_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

#: What is wrong in the comments that silence, and in the list of what is accepted: no comment silences it.
NOT_SILENCED = frozenset(("MT140", "MT141", "MT142", "MT143", "MT144", "MT145"))

_DECLARED = (
    # -- MT0 text and YAML
    ("MT001", _ERROR, "not-utf8"),
    ("MT002", _ERROR, "not-text"),
    ("MT003", _ERROR, "file-too-large"),
    ("MT004", _ERROR, "nested-too-deep"),
    ("MT005", _ERROR, "forbidden-character"),
    ("MT006", _ERROR, "odd-space"),
    ("MT010", _ERROR, "yaml-syntax"),
    ("MT011", _ERROR, "full-width-colon"),
    ("MT012", _ERROR, "space-after-colon"),
    ("MT013", _ERROR, "tab-indent"),
    ("MT014", _ERROR, "quote-needed"),
    ("MT015", _ERROR, "unclosed-quote"),
    ("MT016", _ERROR, "duplicate-key"),
    ("MT017", _ERROR, "alias"),
    ("MT018", _ERROR, "tag"),
    ("MT019", _ERROR, "merge-key"),
    ("MT020", _ERROR, "second-document"),
    ("MT021", _ERROR, "key-not-a-word"),
    ("MT022", _ERROR, "too-many-values"),
    ("MT023", _ERROR, "empty-file"),
    ("MT024", _ERROR, "full-width-mark"),
    ("MT025", _ERROR, "saved-as-utf16"),
    ("MT026", _ERROR, "damaged-text"),
    ("MT027", _ERROR, "comma-splits-value"),
    ("MT028", _ERROR, "unclosed-bracket"),
    ("MT029", _ERROR, "indentation"),
    ("MT030", _ERROR, "thousands-comma"),
    ("MT031", _ERROR, "list-mark"),
    ("MT032", _ERROR, "space-after-dash"),
    ("MT033", _ERROR, "comma-missing"),
    ("MT034", _ERROR, "broken-text"),
    ("MT035", _ERROR, "value-in-comment"),
    ("MT036", _ERROR, "no-colon"),
    ("MT037", _WARNING, "cut-at-hash"),
    ("MT038", _ERROR, "two-keys-on-a-line"),
    # -- MT1 shape
    ("MT101", _ERROR, "unknown-key"),
    ("MT102", _ERROR, "missing-key"),
    ("MT103", _ERROR, "wrong-shape"),
    ("MT104", _ERROR, "not-a-number"),
    ("MT105", _ERROR, "not-a-date"),
    ("MT106", _ERROR, "not-a-choice"),
    ("MT107", _ERROR, "empty-value"),
    ("MT108", _ERROR, "not-yes-or-no"),
    ("MT109", _ERROR, "not-a-month"),
    ("MT110", _ERROR, "number-out-of-range"),
    ("MT111", _ERROR, "not-an-id"),
    ("MT112", _WARNING, "percent-outside-a-stage"),
    ("MT113", _WARNING, "never-judged"),
    ("MT114", _WARNING, "label-of-no-field"),
    ("MT116", _ERROR, "full-width-id"),
    ("MT117", _ERROR, "curly-quotes"),
    ("MT118", _WARNING, "text-in-curly-quotes"),
    ("MT119", _INFO, "padded-name"),
    ("MT120", _ERROR, "file-missing"),
    ("MT121", _WARNING, "file-not-read"),
    ("MT123", _ERROR, "return-file-misnamed"),
    ("MT122", _ERROR, "file-unreadable"),
    ("MT124", _ERROR, "data-file-misnamed"),
    ("MT125", _ERROR, "list-without-key"),
    ("MT126", _ERROR, "folder-too-large"),
    ("MT127", _ERROR, "mark-at-the-end"),
    ("MT128", _WARNING, "text-without-a-place"),
    # comments that silence, and the list of what is accepted
    ("MT140", _WARNING, "ignore-without-reason"),
    ("MT141", _WARNING, "ignore-unknown-code"),
    ("MT142", _INFO, "ignore-silences-nothing"),
    ("MT143", _WARNING, "error-not-silenced"),
    ("MT144", _INFO, "accepted-and-gone"),
    ("MT145", _WARNING, "ignore-not-understood"),
    ("MT130", _ERROR, "unknown-code"),
    ("MT131", _ERROR, "error-lowered"),
    ("MT150", _ERROR, "profile-name-and-file-differ"),
    ("MT151", _ERROR, "profile-light-unknown"),
    ("MT152", _ERROR, "profile-name-taken"),
    ("MT153", _ERROR, "profile-last-rule-asks"),
    ("MT154", _ERROR, "lights-of-one-word"),
    ("MT155", _WARNING, "lights-of-one-shape"),
    ("MT156", _ERROR, "not-a-colour"),
    ("MT157", _WARNING, "silence-not-told"),
    ("MT158", _ERROR, "unknown-profile"),
    ("MT159", _ERROR, "bound-without-its-cause"),
    ("MT160", _WARNING, "cause-begins-later"),
    ("MT161", _WARNING, "lateness-not-told"),
    ("MT162", _ERROR, "light-id-twice"),
    # -- MT2 references and units
    ("MT201", _ERROR, "unknown-unit"),
    ("MT202", _ERROR, "unit-doubled"),
    ("MT203", _ERROR, "unknown-item"),
    ("MT204", _ERROR, "id-doubled"),
    ("MT205", _ERROR, "unknown-aim-or-objective"),
    ("MT206", _ERROR, "unknown-target"),
    ("MT207", _WARNING, "person-in-no-unit"),
    ("MT210", _WARNING, "not-served"),
    ("MT211", _WARNING, "serves-nothing"),
    ("MT212", _ERROR, "names-run-together"),
    ("MT213", _ERROR, "wrong-kind-of-item"),
    ("MT214", _ERROR, "person-as-unit"),
    ("MT215", _ERROR, "plans-on-one-day"),
    ("MT216", _WARNING, "plan-of-another-unit"),
    ("MT217", _WARNING, "units-look-alike"),
    ("MT218", _WARNING, "nothing-linked"),
    # -- MT3 dates and phases
    ("MT301", _ERROR, "no-deadline"),
    ("MT302", _ERROR, "impossible-date"),
    ("MT303", _WARNING, "ambiguous-date"),
    ("MT304", _ERROR, "date-not-understood"),
    ("MT305", _WARNING, "date-outside-plan"),
    ("MT306", _ERROR, "open-ended-date"),
    ("MT307", _ERROR, "two-dates-in-one"),
    ("MT308", _WARNING, "words-and-date-disagree"),
    ("MT309", _ERROR, "standing-with-deadline"),
    ("MT310", _ERROR, "phase-backwards"),
    ("MT311", _WARNING, "stage-after-deadline"),
    ("MT312", _ERROR, "start-after-deadline"),
    ("MT313", _ERROR, "recurring-as-deadline"),
    ("MT314", _ERROR, "no-day-to-count-from"),
    ("MT315", _WARNING, "phases-overlap"),
    ("MT316", _ERROR, "return-clock-not-understood"),
    ("MT317", _WARNING, "step-outside-phase"),
    ("MT318", _WARNING, "stages-out-of-order"),
    ("MT319", _WARNING, "no-yearly-stages"),
    ("MT320", _INFO, "start-before-issue"),
    ("MT321", _WARNING, "phase-outside-plan"),
    ("MT322", _INFO, "standing-without-stages"),
    ("MT330", _ERROR, "day-differs-by-year"),
    ("MT331", _ERROR, "year-or-month-missing"),
    ("MT332", _ERROR, "event-day-unknown"),
    ("MT333", _ERROR, "no-calendar-to-count-by"),
    ("MT334", _ERROR, "no-calendar-to-roll-by"),
    ("MT335", _ERROR, "return-clock-too-often"),
    ("MT336", _ERROR, "calendar-day-twice"),
    ("MT337", _ERROR, "calendar-day-outside-years"),
    ("MT338", _ERROR, "holiday-span"),
    ("MT339", _WARNING, "made-up-day-on-a-weekday"),
    # -- MT4 returns and decisions
    ("MT401", _ERROR, "month-and-file-differ"),
    ("MT402", _ERROR, "done-without-day"),
    ("MT403", _WARNING, "full-but-not-done"),
    ("MT404", _ERROR, "unit-not-responsible"),
    ("MT405", _ERROR, "decision-lacks-field"),
    ("MT406", _ERROR, "day-after-receipt"),
    ("MT407", _ERROR, "return-for-a-step"),
    ("MT408", _ERROR, "step-done-without-a-step"),
    ("MT409", _ERROR, "return-before-its-month"),
    ("MT410", _WARNING, "return-for-a-whole"),
    ("MT411", _WARNING, "done-with-target-short"),
    ("MT412", _WARNING, "closed-without-a-claim"),
    ("MT413", _WARNING, "decision-without-reason"),
    ("MT414", _WARNING, "decision-without-approver"),
    ("MT415", _WARNING, "extension-asked-late"),
    ("MT416", _ERROR, "extension-not-later"),
    ("MT417", _WARNING, "extension-shortened"),
    ("MT418", _WARNING, "closed-twice"),
    ("MT419", _WARNING, "decided-when-over"),
    ("MT420", _WARNING, "resumed-without-suspension"),
    ("MT421", _WARNING, "suspended-twice"),
    ("MT422", _WARNING, "sent-back-without-a-claim"),
    ("MT423", _WARNING, "in-force-before-asked"),
    ("MT424", _WARNING, "reassigned-to-the-same"),
    ("MT425", _INFO, "step-done-before-its-phase"),
    ("MT426", _WARNING, "decided-before-the-plan"),
    ("MT427", _WARNING, "closed-before-the-claim"),
    ("MT428", _WARNING, "field-without-effect"),
    ("MT429", _WARNING, "fell-without-a-word"),
    ("MT430", _WARNING, "done-without-evidence"),
    ("MT431", _WARNING, "same-words"),
    ("MT432", _INFO, "empty-words"),
    ("MT433", _WARNING, "late-without-a-word"),
    ("MT434", _WARNING, "return-when-over"),
    ("MT435", _WARNING, "two-returns-a-day"),
    ("MT436", _WARNING, "dated-after-receipt"),
    ("MT437", _WARNING, "forecast-gone-by"),
    ("MT438", _WARNING, "received-long-after"),
    ("MT439", _WARNING, "return-before-the-plan"),
    ("MT440", _WARNING, "day-after-its-month"),
    ("MT441", _WARNING, "done-taken-back"),
    ("MT442", _ERROR, "day-without-done"),
    ("MT443", _WARNING, "state-and-progress-disagree"),
    ("MT444", _WARNING, "progress-under-one"),
    # -- MT5 targets and figures
    ("MT501", _WARNING, "figures-disagree"),
    ("MT502", _WARNING, "wording-disagrees"),
    ("MT503", _ERROR, "range-backwards"),
    ("MT504", _ERROR, "shares-over-100"),
    ("MT505", _WARNING, "shares-under-100"),
    ("MT506", _WARNING, "words-and-figure-disagree"),
    ("MT507", _WARNING, "measures-differ"),
    ("MT508", _WARNING, "parts-do-not-add-up"),
    ("MT509", _WARNING, "stage-figures-fall"),
    ("MT510", _WARNING, "last-stage-short"),
    ("MT511", _WARNING, "base-year-differs"),
    # -- MT6 owners and roles
    ("MT601", _ERROR, "no-unit"),
    ("MT602", _ERROR, "no-person"),
    ("MT603", _ERROR, "required-field-missing"),
    ("MT604", _WARNING, "unit-has-not-named"),
    # -- MT7 findings and feedback
    ("MT701", _WARNING, "finding-lacks-owner-or-day"),
    ("MT702", _ERROR, "resolved-before-raised"),
    ("MT703", _WARNING, "half-resolved"),
    ("MT704", _WARNING, "finding-due-before-raised"),
    ("MT705", _WARNING, "finding-before-the-plan"),
    ("MT706", _WARNING, "answered-before-it-came"),
    ("MT707", _WARNING, "not-satisfied-without-words"),
    ("MT708", _WARNING, "feedback-without-deputy"),
    ("MT709", _WARNING, "finding-of-no-task"),
    ("MT605", _WARNING, "unit-in-two-roles"),
    ("MT606", _WARNING, "unit-without-people"),
    ("MT607", _WARNING, "person-of-another-unit"),
    ("MT608", _WARNING, "post-vacant"),
    ("MT609", _ERROR, "tenure-backwards"),
    ("MT610", _WARNING, "open-group-convenes"),
    ("MT611", _WARNING, "overseer-is-clerk"),
    ("MT612", _WARNING, "not-a-name"),
    # -- MT8 slips
    ("MT801", _ERROR, "slip-number-twice"),
    ("MT802", _WARNING, "slip-number-of-another-year"),
    ("MT803", _WARNING, "slip-to-another-unit"),
    ("MT804", _ERROR, "slip-answered-before-issued"),
    ("MT805", _WARNING, "slip-due-before-issued"),
    ("MT806", _WARNING, "cause-of-no-item-of-the-slip"),
    ("MT807", _WARNING, "chased-twice-a-day"),
)

CODES: dict[str, Code] = {code: Code(code, severity, name) for code, severity, name in _DECLARED}
