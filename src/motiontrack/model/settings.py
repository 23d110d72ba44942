"""How strictly ``validate`` looks at one plan: severities and thresholds (DESIGN §2, decision 0012)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from motiontrack.diagnostics.codes import CODES, Severity
from motiontrack.model.fields import Choice, Nested, Number, Record, Table, fact, record

__all__ = ["OFF", "RuleSettings", "Thresholds"]

#: The word that switches a code off.
OFF = "off"
_SEVERITIES = (OFF, *(severity.word for severity in Severity))


def _threshold(
    default: int, unit: tuple[str, str], label: tuple[str, str], meaning: tuple[str, str], *, minimum: int = 0
) -> Any:
    """A figure that a rule goes by; everything said of it (default, unit, meaning) is said here."""
    (unit_zh, unit_en), (meaning_zh, meaning_en) = unit, meaning
    return fact(
        Number(minimum, whole=True),
        label,
        (f"{meaning_zh}；缺省 {default} {unit_zh}", f"{meaning_en}; default {default} {unit_en}"),
        default=Decimal(default),
    )


@record
class Thresholds(Record):
    """The figures that rules go by, each with its default."""

    fall_points: Decimal = _threshold(
        0,
        ("个百分点", "points"),
        ("允许回落", "Fall allowed"),
        ("完成比例比上次回落超过此数而没有说明的，报 MT429", "MT429: progress fell by more, without a word"),
    )
    same_words: Decimal = _threshold(
        3,
        ("次", "returns"),
        ("相同内容", "Same words"),
        ("“本月进展”连续此数一字不差的，报 MT431", "MT431: so many returns running with the same work"),
        minimum=2,
    )
    receipt_days: Decimal = _threshold(
        92,
        ("天", "days"),
        ("收到期限", "Days to receipt"),
        ("填报月份结束后超过此数才收到的，报 MT438", "MT438: received more days after its month"),
    )


@record
class RuleSettings(Record):
    """What this plan sets differently: how bad a fault is, and the figures that rules go by."""

    severity: dict[str, str] = fact(
        Table(Choice(_SEVERITIES, ("关闭", "提示", "警告", "错误")), tuple(CODES)),
        ("级别", "Severity"),
        (
            "校验代码 → off 关闭、info 提示、warning 警告、error 错误；错误只能保持，不能降低",
            "code -> off, info, warning or error; an error can be neither lowered nor switched off",
        ),
    )
    thresholds: Thresholds | None = fact(
        Nested("Thresholds"), ("界限", "Thresholds"), ("规则所用的数", "the figures that rules go by")
    )
