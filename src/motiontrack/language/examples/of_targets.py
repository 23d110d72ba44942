"""MT5: targets and figures."""

from __future__ import annotations

from motiontrack.language.examples.example import Example

__all__ = ["EXAMPLES"]

EXAMPLES: dict[str, Example] = {
    "MT501": Example(
        file="plan.yaml",
        bad=("- id: 里程\n  words: 绿道8公里\n  at_least: 8\n  restates: O1/里程"),
        good=(
            "discrepancies:\n"
            "  - id: D1\n"
            "    between: [O1, T01]\n"
            "    kind: figure\n"
            "    text: 正文作10公里，附件作8公里\n"
            "    ruling: {by: 市政府办, on: 2010-03-10, text: 以正文为准}"
        ),
    ),
    "MT502": Example(
        file="plan.yaml",
        bad=("- id: D1\n  between: T01\n  text: 正文作“绿道”，附件作“绿廊”"),
        good=(
            "- id: D1\n"
            "  between: [O1, T01]\n"
            "  text: 正文作“绿道”，附件作“绿廊”\n"
            "  ruling: {by: 市政府办, on: 2010-03-10, text: 以正文为准}"
        ),
    ),
    "MT503": Example(
        file="plan.yaml",
        bad="- {id: 里程, words: 绿道2至3公里, at_least: 3, at_most: 2}",
        good="- {id: 里程, words: 绿道2至3公里, measure: 公里, at_least: 2, at_most: 3}",
    ),
    "MT504": Example(
        file="plan.yaml",
        bad=(
            "stages:\n"
            "  - {id: T02.1, text: 开工, due: 6月, percent: 80}\n"
            "  - {id: T02.2, text: 建成, due: 10月, percent: 60}"
        ),
        good=(
            "stages:\n"
            "  - {id: T01a-1, text: 初稿, due: 5月, percent: 40}\n"
            "  - {id: T01a-2, text: 定稿, percent: 60}"
        ),
    ),
    "MT505": Example(
        file="plan.yaml",
        bad=(
            "stages:\n"
            "  - {id: T02.1, text: 开工, due: 6月, percent: 30}\n"
            "  - {id: T02.2, text: 建成, due: 10月, percent: 60}"
        ),
        good=(
            "stages:\n"
            "  - {id: T01a-1, text: 初稿, due: 5月, percent: 40}\n"
            "  - {id: T01a-2, text: 定稿, percent: 60}"
        ),
    ),
    "MT506": Example(
        file="plan.yaml",
        bad="- {id: 企业, words: 引进1~2家企业, measure: 家, kind: total, at_least: 2}",
        good="- {id: 企业, words: 引进1~2家企业, measure: 家, kind: total, at_least: 1, at_most: 2}",
    ),
    "MT507": Example(
        file="plan.yaml",
        bad="- {id: 投资, words: 完成投资10000万元, measure: 万元, at_least: 10000}",
        good="- {id: 投资, words: 完成投资0.4亿元, measure: 亿元, at_least: 0.4}",
    ),
    "MT508": Example(
        file="plan.yaml",
        bad=(
            "targets:\n"
            "  - {id: 里程, words: 建成绿道10公里, measure: 公里, kind: total, at_least: 10}\n"
            "parts:\n"
            "  - {id: T01a, text: 东段, targets: [{id: 里程, words: 东段4公里, at_least: 4}]}\n"
            "  - {id: T01b, text: 西段, targets: [{id: 里程, words: 西段5公里, at_least: 5}]}"
        ),
        good=(
            "targets:\n"
            "  - {id: 里程, words: 建成绿道10公里, measure: 公里, kind: total, at_least: 10}\n"
            "parts:\n"
            "  - {id: T02a, text: 东段, targets: [{id: 里程, words: 东段4公里, at_least: 4}]}\n"
            "  - {id: T02b, text: 西段, targets: [{id: 里程, words: 西段6公里, at_least: 6}]}"
        ),
    ),
    "MT509": Example(
        file="plan.yaml",
        bad=(
            "stages:\n"
            "  - {id: T01.1, text: 东段, due: 6月, targets: [{id: 里程, words: 东段4公里, at_least: 4}]}\n"
            "  - {id: T01.2, text: 西段, due: 9月, targets: [{id: 里程, words: 西段3公里, at_least: 3}]}"
        ),
        good=(
            "stages:\n"
            "  - {id: T02.1, text: 东段, due: 6月, targets: [{id: 里程, words: 累计4公里, at_least: 4}]}\n"
            "  - {id: T02.2, text: 西段, due: 9月, targets: [{id: 里程, words: 累计7公里, at_least: 7}]}"
        ),
    ),
    "MT510": Example(
        file="plan.yaml",
        bad=(
            "targets:\n"
            "  - {id: 里程, words: 建成绿道10公里, measure: 公里, kind: total, at_least: 10}\n"
            "stages:\n"
            "  - {id: T01.1, text: 东段, due: 6月, targets: [{id: 里程, words: 东段4公里, at_least: 4}]}\n"
            "  - {id: T01.2, text: 西段, due: 9月, targets: [{id: 里程, words: 西段6公里, at_least: 6}]}"
        ),
        good=(
            "targets:\n"
            "  - {id: 里程, words: 建成绿道10公里, measure: 公里, kind: total, at_least: 10}\n"
            "stages:\n"
            "  - {id: T04.1, text: 东段, due: 6月, targets: [{id: 里程, words: 累计4公里, at_least: 4}]}\n"
            "  - {id: T04.2, text: 西段, due: 9月, targets: [{id: 里程, words: 累计10公里, at_least: 10}]}"
        ),
    ),
    "MT511": Example(
        file="plan.yaml",
        bad="- {id: 能耗, words: 能耗比2009年下降15%, kind: growth, at_least: 15, base: {year: 2008}}",
        good="- {id: 水耗, words: 水耗比2009年下降10%, kind: growth, at_least: 10, base: {year: 2009}}",
    ),
}
