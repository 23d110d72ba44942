"""Names of causes, and where the rule of each comes from, for ``explain`` and ``show``."""

from __future__ import annotations

__all__ = ["WORDS"]

WORDS: dict[str, str] = {
    "cause-name.overdue": "逾期",
    "cause-name.behind": "进度滞后",
    "cause-name.stage-missed": "节点未完成",
    "cause-name.start-missed": "未按时启动",
    "cause-name.problem-declared": "单位自报困难",
    "cause-name.target-short": "指标未达",
    "cause-name.yellow-streak": "连续黄灯",
    "cause-name.forecast-late": "预计逾期",
    "cause-name.finding-overdue": "问题整改逾期",
    "cause-name.phase-short": "阶段准备不足",
    "cause-name.unreported": "未报",
    "cause-name.due-soon": "临期",
    "cause-name.stale": "数据陈旧",
    "cause-name.regressed": "进度倒退",
    "cause-name.deadline-assumed": "时限推定",
    "cause-name.extended": "已延期",
    "cause-name.unverified": "待核查",
    "cause-name.sent-back": "已退回",
    "cause-source.overdue": "方案印发的时限，延期的以批准为准",
    "cause-source.behind": "银川发改，2025年：10个百分点（亮灯规则没有另定的）",
    "cause-source.stage-missed": "方案或单位实施方案的节点",
    "cause-source.start-missed": "方案写明的开始时间；参照银川，2025年",
    "cause-source.problem-declared": "单位填报；参照宿迁产发，2025年",
    "cause-source.target-short": "方案写明的指标",
    "cause-source.forecast-late": "单位填报的预计完成日期",
    "cause-source.finding-overdue": "问题写明的整改时限",
    "cause-source.phase-short": "本工具设定",
    "cause-source.unreported": "填报时间；方案没有规定的由本工具设定",
    "cause-source.due-soon": "本工具设定：31天，一个填报周期（亮灯规则没有另定的）",
    "cause-source.stale": "本工具设定，一个填报周期",
    "cause-source.regressed": "本工具设定",
    "cause-source.deadline-assumed": "原文没有印时限",
    "cause-source.extended": "批准延期的决定",
    "cause-source.unverified": "本工具设定：销号以后才算核实",
    "cause-source.sent-back": "退回的决定",
    "cause-source.profile": "亮灯规则：{title}",
}
