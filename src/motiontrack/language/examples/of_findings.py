"""MT7: findings and feedback."""

from __future__ import annotations

from motiontrack.language.examples.example import Example

__all__ = ["EXAMPLES"]

EXAMPLES: dict[str, Example] = {
    "MT701": Example(
        "findings.yaml",
        "  - {id: F1, raised_on: 2010-07-22, text: 标识不全, tasks: T01}",
        "  - {id: F2, raised_on: 2010-07-22, text: 照明不足, tasks: T02, unit: 园林局, due: 8月底前}",
    ),
    "MT702": Example(
        "findings.yaml",
        "  - {id: F1, raised_on: 2010-07-22, text: 标识不全, tasks: T01, unit: 建设局, due: 8月底前, resolved_on: 2010-07-08, resolution: 已补齐标识}",
        "  - {id: F2, raised_on: 2010-07-22, text: 照明不足, tasks: T02, unit: 园林局, due: 8月底前, resolved_on: 2010-07-22, resolution: 当场更换}",
    ),
    "MT703": Example(
        "findings.yaml",
        "  - {id: F2, raised_on: 2010-07-22, text: 照明不足, tasks: T02, unit: 园林局, due: 8月底前, resolved_on: 2010-08-18}",
        "  - {id: F3, raised_on: 2010-07-22, text: 护栏松动, tasks: T02, unit: 园林局, due: 8月底前, resolved_on: 2010-08-18, resolution: 已加固护栏}",
    ),
    "MT704": Example(
        "findings.yaml",
        "  - {id: F1, raised_on: 2010-07-22, text: 标识不全, tasks: T01, unit: 建设局, due: 6月底前}",
        "  - {id: F2, raised_on: 2010-07-22, text: 照明不足, tasks: T02, unit: 园林局, due: 8月底前}",
    ),
    "MT705": Example(
        "findings.yaml",
        "  - {id: F1, raised_on: 2009-07-22, text: 标识不全, tasks: T01, unit: 建设局, due: 8月底前}",
        "  - {id: F2, raised_on: 2010-07-22, text: 照明不足, tasks: T02, unit: 园林局, due: 8月底前}",
    ),
    "MT706": Example(
        "feedback.yaml",
        "  - {deputy: 代表一, date: 2010-11-26, verdict: 基本满意, text: 建议加快, answered_on: 2010-11-14}",
        "  - {deputy: 代表二, date: 2010-11-26, verdict: 基本满意, text: 建议加快, answered_on: 2010-11-26}",
    ),
    "MT707": Example(
        "feedback.yaml",
        "  - {deputy: 代表一, date: 2010-11-26, verdict: 不满意}",
        "  - {deputy: 代表二, date: 2010-11-26, verdict: 不满意, text: 原因说明不够, answered_on: 2010-12-14}",
    ),
    "MT708": Example(
        "feedback.yaml",
        "  - {date: 2010-11-25, verdict: 满意}",
        "  - {deputy: 代表一, date: 2010-11-25, verdict: 满意}",
    ),
    "MT709": Example(
        "findings.yaml",
        "  - {id: F1, raised_on: 2010-07-22, text: 标识不全, unit: 建设局, due: 8月底前}",
        "  - {id: F2, raised_on: 2010-07-22, text: 照明不足, tasks: T02, unit: 园林局, due: 8月底前}",
    ),
}
