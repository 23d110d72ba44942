"""Words of ``report``: drafts, what is refused, and what is told beside a paper."""

from __future__ import annotations

__all__ = ["WORDS"]

WORDS: dict[str, str] = {
    # -- 草稿和退稿
    "draft.stamp": "草稿",
    "draft.plain": "草稿，未印发。",
    "draft.faulty": "草稿，不得印发：数据有{count}处错误（{files}）。",
    "draft.unjudged": "因此未判定的任务{count}项：{tasks}。",
    "draft.unjudged.more": "因此未判定的任务{count}项：{tasks}等。",
    "draft.task": "{name}（{id}）",
    "draft.unmarked": "本单位自己的模板没有印出草稿标记，请勿把这一份当作正式材料分发。",
    "draft.line": "第{line}行",
    "draft.file": "{file} {count}处",
    "report.template-unused": "模板 templates/{template} 没有用上：程序不找这个文件名，是否应为 {near}？",
    "report.refused": "没有编印，数据有错误：{files}。请按 motiontrack validate 的提示改正后再编印；只看草稿的，加 --draft。",
    # -- 印发
    "issued.kept": "已登记印发：{file}。重印请用 motiontrack report {kind} --issued {day}。",
    "issued.unchanged": "这一份已于{day}登记印发，内容没有变化，没有重复登记。",
    "issued.differs": "截至{day}的这份材料已于{issued}印发。现在与印发时不同的{count}处：",
    "issued.since": "与上次印发的一份（截至{day}）相比，有变化的任务如下，不印入本件：",
    "issued.done": "新办结：{tasks}",
    "issued.turned": "由{before}转为{now}：{tasks}",
    "issued.task": "{task}{changes}",
    "issued.light": "灯号由{before}改为{now}",
    "issued.state": "状态由{before}改为{now}",
    "issued.progress": "进度由{before}改为{now}",
    "issued.due": "时限由{before}改为{now}",
    "issued.and": "，",
    "issued.none": "无",
    "issued.new": "{task}印发时没有，或者当时未判定",
    "issued.gone": "{task}现在没有，或者未判定",
    "issued.reworded": "截至{day}的这份材料已于{issued}印发。现在编印的文字与印发时不同，任务的灯号、状态、进度、时限和单位自己的文字没有变化。重印原件请用 motiontrack report {kind} --issued {as_of}。",
    "issued.text": "单位自己的文字“{place}”",
    "issued.text.file": "单位自己的文字“{place}”（{file}）",
    "issued.text.files": "单位自己的文字“{place}”（{file}，印发时为 {before}）",
    "issued.text.changed": "{text}有改动",
    "issued.text.added": "{text}印发时没有",
    "issued.text.removed": "{text}印发时有，现在没有",
    # -- 单位自己的文字印在哪里
    "place.demands": "工作要求",
    "place.practice": "主要做法",
    "place.problems": "存在问题",
    "place.next": "下一步打算",
    "place.opening": "答复开头",
    "place.closing": "答复结尾",
    # -- 字数
    "report.long": "正文约{count}字（不含附件和表格），超过{limit}字。专项文件一般不超过4000字、综合文件不超过5000字，见中共中央办公厅、国务院办公厅《整治形式主义为基层减负若干规定》（2024年）。请压缩。",
}
