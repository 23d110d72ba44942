"""MT3: dates and phases."""

from __future__ import annotations

from motiontrack.language.examples.example import Example

__all__ = ["EXAMPLES"]

EXAMPLES: dict[str, Example] = {
    "MT301": Example("plan.yaml", "  - id: T02\n    text: 建成绿道10公里", "    due: 6月"),
    "MT302": Example("plan.yaml", "    due: 9月31日", "    due: 2010-06-30"),
    "MT303": Example("plan.yaml", "    due: 6月初", "    due: 2010-06-05\n    due_words: 6月初"),
    "MT304": Example("plan.yaml", "    due: 3月内", "    due: 3个月内"),
    "MT305": Example("plan.yaml", "    due: 2011-11-30", "    due: 2010-06-30"),
    "MT306": Example("plan.yaml", "    due: 长期坚持", "    standing: 是"),
    "MT307": Example(
        "plan.yaml",
        "    due: 分别于6月和9月完成",
        "      - {id: T04-1, text: 上半年巡查一遍, due: 上半年}\n      - {id: T04-2, text: 再巡查一遍, due: 年底前}",
    ),
    "MT308": Example("plan.yaml", "    due: 2010-05-31\n    due_words: 6月底前", "    due: 2010-06-30"),
    "MT309": Example("plan.yaml", "    due: 6月\n    standing: 是", "    standing: 是"),
    "MT310": Example(
        "plan.yaml",
        "  - {id: P2, name: 检查, from: 8月, to: 7月}",
        "  - {id: P1, name: 部署, from: 3月, to: 4月}",
    ),
    "MT311": Example(
        "plan.yaml",
        "    due: 6月\n      - {id: T01-2, text: 定稿, due: 7月}",
        "      - {id: T01-1, text: 初稿, due: 5月}",
    ),
    "MT312": Example("plan.yaml", "    due: 6月\n    start: 7月", "    start: 3月"),
    "MT313": Example("plan.yaml", "    due: 每月25日前", "    report: 每季度结束后12日内"),
    "MT314": Example("plan.yaml", "    due: 3个月内", "    due: 3个月内\n    start: 2010-09-01"),
    "MT315": Example(
        "plan.yaml",
        "  - {id: P1, name: 部署, from: 3月, to: 4月}\n  - {id: P2, name: 检查, from: 4月, to: 7月}",
        "  - {id: P2, name: 检查, from: 4月11日, to: 4月11日}",
    ),
    "MT316": Example("plan.yaml", "    report: 有空就报", "    report: 每季度结束后12日内"),
    "MT317": Example(
        "plan.yaml",
        "      - {id: S3, text: 分解任务, due: 5月}",
        "      - {id: S2, text: 组织视察, due: 8月}",
    ),
    "MT318": Example(
        "plan.yaml",
        "      - {id: T01-1, text: 形成初稿, due: 8月}\n      - {id: T01-2, text: 征求意见, due: 6月}",
        "      - {id: T01-1, text: 形成初稿, due: 8月}\n      - {id: T01-3, text: 论证报批, due: 10月}",
    ),
    "MT319": Example(
        "plan.yaml",
        "    due: 2012年底前",
        "    due: 2012年底前\n    stages:\n      - {id: T04-1, text: 今年种树1万株, due: 2010-11-30}",
    ),
    "MT320": Example(
        "plan.yaml",
        "  - {id: T01, text: 编制绿道规划, due: 6月, start: 2009-05-01, lead: 建设局, person: 甲一}",
        "  - {id: T02, text: 建成绿道10公里, due: 11月, start: 2010-05-01, lead: 园林局, person: 乙二}",
    ),
    "MT321": Example(
        "plan.yaml",
        "  - {id: P2, name: 检查, from: 2011年7月, to: 2011年8月}",
        "  - {id: P1, name: 部署, from: 3月, to: 4月}",
    ),
    "MT330": Example("plan.yaml", "due: 秋季开学前", "due: 2010-08-31"),
    "MT331": Example("plan.yaml", "due: 月底前", "due: 10月底前"),
    "MT332": Example("plan.yaml", "due: 闭会之日起2个月内", "due: 交办之日起3个月内"),
    "MT333": Example("plan.yaml", "due: 收到后20个工作日内", "due: 2010-03-29"),
    "MT334": Example("plan.yaml", "roll: due", "roll: [due, report]"),
    "MT335": Example("plan.yaml", "report: 每周五", "report: 每月25日前"),
    "MT336": Example("calendar.yaml", "- 2010-10-02", "- 2010-10-09"),
    "MT337": Example("calendar.yaml", "- 2011-01-30", "- 2010-10-09"),
    "MT338": Example(
        "calendar.yaml",
        "- {name: 国庆节, from: 2010-10-01, to: 2010-01-07}",
        "- {name: 国庆节, from: 2010-10-01, to: 2010-10-07}",
    ),
    "MT339": Example("calendar.yaml", "- 2010-10-08", "- 2010-10-09"),
}
