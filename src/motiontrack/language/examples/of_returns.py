"""MT4: returns and decisions."""

from __future__ import annotations

from motiontrack.language.examples.example import Example

__all__ = ["EXAMPLES"]

EXAMPLES: dict[str, Example] = {
    "MT322": Example(
        "plan.yaml",
        "    standing: 是\n    lead: 建设局",
        "    standing: 是\n    lead: 园林局\n    person: 乙二\n    stages:\n      - {id: T02-1, text: 巡查一遍, due: 6月}",
    ),
    "MT401": Example("returns/2010-04.yaml", "month: 2010-05", "month: 2010-04"),
    "MT402": Example(
        "returns/2010-04.yaml",
        "  - task: T01\n    received: 2010-04-24\n    state: done",
        "  - {task: T01, unit: 建设局, received: 2010-05-24, state: done, done_on: 2010-05-24, progress: 120, evidence: [照片, 批文]}",
    ),
    "MT403": Example(
        "returns/2010-04.yaml",
        "    state: in-progress\n    progress: 100",
        "  - {task: T01, unit: 建设局, received: 2010-05-24, state: done, done_on: 2010-05-24, progress: 120, evidence: [照片, 批文]}",
    ),
    "MT404": Example(
        "returns/2010-04.yaml",
        "  - task: T01\n    unit: 园林局",
        "  - {task: T02, unit: 园林局, received: 2010-04-26, progress: 0, forecast: 2010-12-01, next: 抓紧招标}",
    ),
    "MT405": Example(
        "decisions.yaml",
        "  - {kind: extend, item: T01, on: 2010-06-01, approver: 市政府办, reason: 等待批复}",
        "  - {kind: extend, item: T07, on: 2010-06-20, due: 2010-08-31, approver: 市政府办, reason: 汛期停工}",
    ),
    "MT406": Example(
        "returns/2010-04.yaml",
        "    received: 2010-04-24\n    as_of: 2010-04-25",
        "  - {task: T01, received: 2010-04-24, as_of: 2010-04-24, progress: 99.5, pace: on, outlook: with-effort}",
    ),
    "MT407": Example(
        "returns/2010-04.yaml",
        "  - {task: S1, received: 2010-04-24, state: done, done_on: 2010-04-20}",
        "  - {task: T01b, unit: 园林局, received: 2010-05-24, work: 已动员}",
    ),
    "MT408": Example(
        "decisions.yaml",
        "  - {kind: step-done, item: T02, on: 2010-04-20}",
        "  - {kind: step-done, item: S1, on: 2010-04-20}",
    ),
    "MT409": Example(
        "returns/2010-05.yaml",
        "  - {task: T02, received: 2010-04-30, progress: 10}",
        "  - {task: T01a, received: 2010-05-01, progress: 10}",
    ),
    "MT410": Example(
        "returns/2010-04.yaml",
        "  - {task: T01, received: 2010-04-24, progress: 30}",
        "  - {task: T01b, unit: 园林局, received: 2010-05-24, work: 已动员}",
    ),
    "MT411": Example(
        "returns/2010-05.yaml",
        "  - {task: T02, received: 2010-05-24, state: done, done_on: 2010-05-20, targets: {里程: 4}, evidence: 验收单}",
        "  - {task: T02, received: 2010-05-26, state: done, done_on: 2010-05-20, targets: {里程: 5}, evidence: 验收单}",
    ),
    "MT412": Example(
        "decisions.yaml",
        "  - {kind: close, item: T02, on: 2010-05-28, approver: 市政府办}",
        "  - {kind: close, item: T03, on: 2010-05-28, approver: 市政府办}",
    ),
    "MT413": Example(
        "decisions.yaml",
        "  - {kind: suspend, item: T01, on: 2010-06-10, approver: 市政府办}",
        "  - {kind: suspend, item: T02, on: 2010-06-10, approver: 市政府办, reason: 上级政策正在调整}",
    ),
    "MT414": Example(
        "decisions.yaml",
        "  - {kind: extend, item: T01, on: 2010-06-24, due: 2010-08-31, reason: 扩大征求意见范围}",
        "  - {kind: extend, item: T02, on: 2010-11-24, due: 2010-12-20, reason: 扩大征求意见范围, approver: 市政府办}",
    ),
    "MT415": Example(
        "decisions.yaml",
        "  - {kind: extend, item: T01, applied: 2010-07-06, due: 2010-08-31, reason: 等待批复}",
        "  - {kind: extend, item: T02, applied: 2010-11-30, due: 2010-12-20, reason: 等待批复}",
    ),
    "MT416": Example(
        "decisions.yaml",
        "  - {kind: extend, item: T01, on: 2010-06-24, due: 2010-05-31, reason: 等待批复, approver: 市政府办}",
        "  - {kind: extend, item: T03, on: 2010-11-24, due: 2010-12-01, reason: 等待批复, approver: 市政府办}",
    ),
    "MT417": Example(
        "decisions.yaml",
        "  - {kind: extend, item: T01, on: 2010-06-24, due: 2010-09-30, reason: 等待批复, approver: 市政府办}\n  - {kind: extend, item: T01, on: 2010-07-24, due: 2010-08-31, reason: 等待批复, approver: 市政府办}",
        "  - {kind: extend, item: T02, on: 2010-11-20, due: 2010-12-10, reason: 等待批复, approver: 市政府办}\n  - {kind: extend, item: T02, on: 2010-11-24, due: 2010-12-31, reason: 等待批复, approver: 市政府办}",
    ),
    "MT418": Example(
        "decisions.yaml",
        "  - {kind: close, item: T01, on: 2010-06-01, approver: 市政府办}\n  - {kind: close, item: T01, on: 2010-07-01, approver: 市政府办}",
        "  - {kind: close, item: T02, on: 2010-06-01, approver: 市政府办}\n  - {kind: send-back, item: T02, on: 2010-06-10, reason: 缺验收意见}\n  - {kind: close, item: T02, on: 2010-08-01, approver: 市政府办}",
    ),
    "MT419": Example(
        "decisions.yaml",
        "  - {kind: cancel, item: T02, on: 2010-06-01, reason: 并入T03, approver: 市政府办}\n  - {kind: suspend, item: T02, on: 2010-07-01, reason: 等待批复, approver: 市政府办}",
        "  - {kind: cancel, item: T03, on: 2010-06-01, reason: 并入T02, approver: 市政府办}\n  - {kind: resume, item: T03, on: 2010-07-01, approver: 市政府办}\n  - {kind: extend, item: T03, on: 2010-07-02, due: 2010-12-31, reason: 等待批复, approver: 市政府办}",
    ),
    "MT420": Example(
        "decisions.yaml",
        "  - {kind: resume, item: T01, on: 2010-07-01, approver: 市政府办}",
        "  - {kind: suspend, item: T02, on: 2010-06-01, reason: 等待批复, approver: 市政府办}\n  - {kind: resume, item: T02, on: 2010-07-01, approver: 市政府办}",
    ),
    "MT421": Example(
        "decisions.yaml",
        "  - {kind: suspend, item: T01, on: 2010-06-01, reason: 等待批复, approver: 市政府办}\n  - {kind: suspend, item: T01, on: 2010-08-01, reason: 等待批复, approver: 市政府办}",
        "  - {kind: suspend, item: T02, on: 2010-06-01, reason: 等待批复, approver: 市政府办}\n  - {kind: resume, item: T02, on: 2010-07-01, approver: 市政府办}\n  - {kind: suspend, item: T02, on: 2010-08-01, reason: 等待批复, approver: 市政府办}",
    ),
    "MT422": Example(
        "decisions.yaml",
        "  - {kind: send-back, item: T01, on: 2010-06-10, reason: 缺验收意见}",
        "  - {kind: send-back, item: T02, on: 2010-06-10, reason: 缺验收意见}",
    ),
    "MT423": Example(
        "decisions.yaml",
        "  - {kind: extend, item: T01, applied: 2010-06-24, on: 2010-06-18, due: 2010-08-31, reason: 等待批复, approver: 市政府办}",
        "  - {kind: extend, item: T02, applied: 2010-06-24, on: 2010-06-24, due: 2010-12-31, reason: 等待批复, approver: 市政府办}",
    ),
    "MT424": Example(
        "decisions.yaml",
        "  - {kind: reassign, item: T01, on: 2010-05-01, to: 建设局, approver: 市政府办}",
        "  - {kind: reassign, item: T02, on: 2010-05-01, to: 建设局, approver: 市政府办}",
    ),
    "MT425": Example(
        "decisions.yaml",
        "  - {kind: step-done, item: S2, on: 2010-04-22}",
        "  - {kind: step-done, item: S1, on: 2010-04-22}",
    ),
    "MT426": Example(
        "decisions.yaml",
        "  - {kind: suspend, item: T01, on: 2009-07-15, reason: 等待批复, approver: 市政府办}",
        "  - {kind: suspend, item: T02, on: 2010-07-15, reason: 等待批复, approver: 市政府办}",
    ),
    "MT427": Example(
        "decisions.yaml",
        "  - {kind: close, item: T01, on: 2010-05-23, approver: 市政府办}",
        "  - {kind: close, item: T02, on: 2010-05-24, approver: 市政府办}",
    ),
    "MT428": Example(
        "decisions.yaml",
        "  - {kind: resume, item: T01, on: 2010-07-01, due: 2010-10-15, approver: 市政府办}",
        "  - {kind: extend, item: T01, on: 2010-07-01, due: 2010-10-15, reason: 暂停期间顺延, approver: 市政府办}",
    ),
    "MT429": Example(
        "returns/2010-06.yaml",
        "  - {task: T01, received: 2010-06-24, progress: 38}",
        "  - {task: T03, received: 2010-06-24, progress: 38, work: 剔除不符合条件的，进度相应核减}",
    ),
    "MT430": Example(
        "returns/2010-05.yaml",
        "  - {task: T01, received: 2010-05-24, state: done, done_on: 2010-05-20}",
        "  - {task: T02, received: 2010-05-24, state: done, done_on: 2010-05-20, evidence: 验收单}",
    ),
    "MT431": Example(
        "returns/2010-06.yaml",
        "  - {task: T01, received: 2010-06-24, progress: 60, work: 已将初稿送各部门征求意见。}",
        "  - {task: T02, received: 2010-06-24, progress: 60, work: 完成4公里。}",
    ),
    "MT432": Example(
        "returns/2010-05.yaml",
        "  - {task: T01, received: 2010-05-24, progress: 10, work: 正在有序推进中。}",
        "  - {task: T02, received: 2010-05-24, progress: 10, work: 完成初稿，已送3个部门征求意见。}",
    ),
    "MT433": Example(
        "returns/2010-05.yaml",
        "  - {task: T01, received: 2010-05-24, outlook: unlikely, work: 正在征求意见。}",
        "  - {task: T01, received: 2010-06-24, outlook: unlikely, problems: 上位政策尚未明确}",
    ),
    "MT434": Example(
        "returns/2010-06.yaml",
        "  - {task: T01, received: 2010-06-24, work: 补充说明。}",
        "  - {task: T03, received: 2010-06-24, work: 补充论证意见。}",
    ),
    "MT435": Example(
        "returns/2010-05.yaml",
        "  - {task: T01, received: 2010-05-24, progress: 19}",
        "  - {task: T02, received: 2010-05-24, progress: 25}",
    ),
    "MT436": Example(
        "returns/2010-05.yaml",
        "  - {task: T01, received: 2010-05-24, date: 2010-05-28, progress: 10}",
        "  - {task: T02, received: 2010-05-24, date: 2010-05-23, progress: 10}",
    ),
    "MT437": Example(
        "returns/2010-05.yaml",
        "  - {task: T01, received: 2010-05-24, forecast: 2010-04-30}",
        "  - {task: T02, received: 2010-05-24, forecast: 2010-09-15}",
    ),
    "MT438": Example(
        "returns/2010-05.yaml",
        "  - {task: T01, received: 2011-05-24, progress: 10}",
        "  - {task: T02, received: 2010-05-24, progress: 10}",
    ),
    "MT439": Example(
        "returns/2010-05.yaml",
        "  - {task: T01, received: 2010-05-24, state: done, done_on: 2009-05-20, evidence: 验收单}",
        "  - {task: T02, received: 2010-05-24, state: done, done_on: 2010-05-20, evidence: 验收单}",
    ),
    "MT440": Example(
        "returns/2010-05.yaml",
        "  - {task: T01, received: 2010-06-03, state: done, done_on: 2010-06-02, evidence: 验收单}",
        "  - {task: T02, received: 2010-06-03, state: done, done_on: 2010-05-31, evidence: 验收单}",
    ),
    "MT441": Example(
        "returns/2010-06.yaml",
        "  - {task: T01, received: 2010-06-24, state: in-progress}",
        "  - {task: T02, received: 2010-06-24, state: in-progress}",
    ),
    "MT442": Example(
        "returns/2010-05.yaml",
        "  - {task: T03, received: 2010-05-24, state: in-progress, done_on: 2010-05-20}",
        "  - {task: T02, received: 2010-05-24, state: done, done_on: 2010-05-20, evidence: 验收单}",
    ),
    "MT443": Example(
        "returns/2010-05.yaml",
        "  - {task: T01, received: 2010-05-24, state: done, done_on: 2010-05-20, progress: 80, evidence: 验收单}",
        "  - {task: T02, received: 2010-05-24, state: done, done_on: 2010-05-20, progress: 100, evidence: 验收单}",
    ),
    "MT444": Example(
        "returns/2010-05.yaml",
        "  - {task: T01, received: 2010-05-24, progress: 0.35}",
        "  - {task: T03, received: 2010-05-24, progress: 35}",
    ),
}
