"""Diagnostics on records: their shape, references, figures, owners."""

from __future__ import annotations

from motiontrack.language.wording import Wording

__all__ = ["DIAGNOSTICS"]

DIAGNOSTICS: dict[str, Wording] = {
    # -- MT1 结构
    "MT101": Wording(
        title="字段名不认识",
        message="这里不能写“{key}”这个字段。",
        help="是否应为 {suggestion}？请改写为 {suggestion}: ，或者删去这一行。这里可以写：{known}。",
        bare_help="请核对字段名，或者删去这一行。这里可以写：{known}。",
    ),
    "MT102": Wording(
        title="缺少必填字段",
        message="这里缺少必填的“{label}”（{key}）。",
        help="请在此处补写一行，以“{key}: ”开头，冒号后空一格再写内容。",
    ),
    "MT103": Wording(
        title="结构不对",
        message="“{key}”应写成{wanted}，现在写的是{found}。",
        help="一个值写作“字段: 内容”；列表每项另起一行，以“- ”开头；一组字段每个另起一行，写作“字段: 内容”，并比上一级多缩进两格。",
    ),
    "MT104": Wording(
        title="不是数字",
        message="“{key}”应写数字，“{value}”不是可以识别的数字。",
        help="请只写数字，不带单位、百分号和千位逗号，例如 {key}: {suggestion}。",
        bare_help="请只写半角数字，不带单位、百分号和千位逗号。",
    ),
    "MT105": Wording(
        title="不是日期",
        message="“{key}”应写日期，“{value}”不是规定的写法。",
        help="日期请写四位年、两位月、两位日，例如 {key}: {suggestion}。",
    ),
    "MT106": Wording(
        title="不在可选范围内",
        message="“{key}”不能写“{value}”。",
        help="是否应为 {suggestion}？可以写的有：{choices}。",
        bare_help="请从下列各项中选写：{choices}。",
    ),
    "MT107": Wording(
        title="内容为空",
        message="“{key}”中有一项没有内容。",
        help="请补写内容，例如“- 内容”；没有内容的，请整行删去。",
    ),
    "MT108": Wording(
        title="应写“是”或“否”",
        message="“{key}”只能写“是”或“否”，现在写的是“{value}”。",
        help="请写 {key}: 是，或者 {key}: 否。",
    ),
    "MT109": Wording(
        title="不是月份",
        message="“{key}”应写月份，“{value}”不是规定的写法。",
        help="月份请写四位年、两位月，例如 {key}: 2010-08。",
    ),
    "MT110": Wording(
        title="数字超出范围",
        message="“{key}”不能小于 {minimum}，现在写的是 {value}。",
        bare_message="“{key}”不能大于 {maximum}，现在写的是 {value}。",
        help="请核对后改为不小于 {minimum} 的数，例如 {key}: {minimum}。",
        bare_help="请核对是否多写了一位。应为不大于 {maximum} 的数。",
    ),
    "MT111": Wording(
        title="编号不合规定",
        message="“{value}”不能用作“{key}”。",
        help="编号、简称中不能有空格、斜线、冒号、逗号、顿号、分号，最多60个字，例如 {key}: T01。",
    ),
    "MT120": Wording(
        title="缺少文件",
        message="缺少必需的文件 {file}。",
        help="请在数据文件夹中建立 {file}；文件名须完全一致，不要带 .txt 等后缀。",
    ),
    "MT121": Wording(
        title="文件未读取",
        message="没有读取 {file}：不认识这个文件名。",
        help="每月填报请放在 returns 文件夹中，命名如 returns/2010-07.yaml；不是数据的文件请移出数据文件夹。",
    ),
    "MT122": Wording(
        title="文件打不开",
        message="无法读取 {file}（系统提示：{reason}）。",
        help="请关闭正在使用该文件的其他程序，确认它是普通文件并且有读取权限，然后重新运行 motiontrack validate。",
        bare_message="无法读取 {file}。",
    ),
    "MT123": Wording(
        title="填报文件名不对",
        message="{file} 不会被读取：填报文件应以年月命名。",
        help="请改名为四位年、两位月，例如 returns/2010-07.yaml。",
    ),
    "MT130": Wording(
        title="没有这个校验代码",
        message="rules 的 severity 中写了“{name}”，没有这个校验代码。",
        help="是否应为 {suggestion}？请改写为 {suggestion}；全部代码见 docs/reference/diagnostics.md。",
        bare_help="请写 validate 输出中的代码，例如 MT604；全部代码见 docs/reference/diagnostics.md。",
        why="写的人以为某项问题的级别已经调整，实际没有。",
    ),
    "MT131": Wording(
        title="错误不能降低级别",
        message="{name} 属于错误，不能改为 {severity}，仍按错误处理。",
        help="请删去这一行。本方案确实不要求这一项的，请在 plan 下的 {require} 中只列要求的字段，例如 {require}: [lead, due]。",
        bare_help="请删去这一行，并按提示改正数据；警告、提示可以调整，错误只能保持。",
        why="判断以这些事项为前提：没有责任单位、责任人、期限，就无人可问、无从判断是否逾期，自动检查也会放过。级别只能提高，错误不能降低。",
    ),
    # -- MT2 引用和单位
    "MT201": Wording(
        title="单位未登记",
        message="单位“{unit}”没有登记在 units.yaml 中。",
        help="是否应为“{suggestion}”？如是同一单位，请改写为 {suggestion}，或者在 units.yaml 该单位下写 aliases: [{unit}]；如不是，请补登一行 - id: {unit}。",
        bare_help="请在 units.yaml 中补登一行 - id: {unit}；如是已登记单位的另一写法，请在该单位下写 aliases: [{unit}]。",
    ),
    "MT202": Wording(
        title="单位重复登记",
        message="单位名称“{unit}”登记了两次。",
        help="每个名称只登记一次：同一单位请合并为一条，其他写法放在 aliases 中；不同单位请用不同的名称，例如 - id: 市{unit}。",
    ),
    "MT203": Wording(
        title="没有这个编号",
        message="方案中没有编号为“{id}”的条目。",
        help="是否应为 {suggestion}？请核对 plan.yaml 后改写编号。",
        bare_help="请写 plan.yaml 中已有的编号，例如 T01。",
    ),
    "MT204": Wording(
        title="编号重复",
        message="编号“{id}”用了两次。",
        help="请给其中一条换一个没有用过的编号，例如 id: {id}-2，并相应改写引用它的地方。",
    ),
    "MT205": Wording(
        title="没有这个目标",
        message="总体目标和年度主要工作任务中都没有“{id}”。",
        help="是否应为 {suggestion}？请改写为 serves: {suggestion}。",
        bare_help="请写 aims 或 objectives 中已有的编号，例如 serves: O1；没有对应目标的，请删去 serves。",
    ),
    "MT206": Wording(
        title="没有这项指标",
        message="没有编号为“{id}”的指标。",
        help="是否应为 {suggestion}？请核对 plan.yaml 中的 targets 后改写。",
        bare_help="请写 plan.yaml 中 targets 已有的编号；引用其他条目的指标时写作“条目/指标”，例如 O6/示范项目。",
    ),
    "MT207": Wording(
        title="责任人不在单位人员中",
        message="责任人“{person}”不在任何单位的人员名单中。",
        help="是否应为“{suggestion}”？如是，请改写为 person: {suggestion}；如不是，请在 units.yaml 所属单位的 people 下补写 - name: {person}。",
        bare_help="请在 units.yaml 所属单位的 people 下补写 - name: {person}。",
    ),
    "MT210": Wording(
        title="目标没有任务对应",
        message="目标 {id}（{text}）没有任何任务对应。",
        help="如有任务是为这一目标安排的，请在该任务下写 serves: {id}；原件确实没有的，可不处理。",
    ),
    "MT211": Wording(
        title="任务没有对应目标",
        message="任务 {id}（{text}）没有写明对应哪一项目标。",
        help="请按原件在该任务下写 serves，例如 serves: O1；原件确实没有的，可不处理。",
    ),
    "MT212": Wording(
        title="几个名称写成了一个",
        message="“{value}”被当作一个名称。",
        help="请改写成列表，例如 {suggestion}；列第一位的召集。",
    ),
    # -- MT5 指标和数字
    "MT501": Wording(
        title="文件内数字不一致",
        message="{id} 写“{words}”，{other} 写“{other_words}”，数字不一致。",
        help="请报印发单位明确，照录的原文不要改。明确后，在 discrepancies 中记一条，写明 between: [{other}, {id}]、kind: figure 和 ruling。",
    ),
    "MT502": Wording(
        title="文件内文字不一致",
        message="文内矛盾 {id}（涉及 {between}）尚未明确：{difference}。",
        help="请报印发单位明确。明确后，在这一条下补写 ruling，写法如 ruling: {{by: 市政府办, on: 2010-05-10, text: 以正文为准}}。",
    ),
    "MT503": Wording(
        title="范围上下限颠倒",
        message="下限 {low} 大于上限 {high}。",
        help="请核对原文后改正，例如 at_least: {high}、at_most: {low}。",
    ),
    "MT504": Wording(
        title="节点占比之和超过100",
        message="{id} 各节点的占比之和为 {total}，超过100。",
        help="请核对各节点的 percent，使其合计为100。",
    ),
    "MT505": Wording(
        title="节点占比之和不足100",
        message="{id} 各节点的占比之和为 {total}，不足100。",
        help="请核对是否漏写节点，或漏写某个节点的 percent。",
    ),
    # -- MT6 责任单位和责任人
    "MT601": Wording(
        title="没有责任单位",
        message="{id}（{text}）没有责任单位。",
        help="请补写责任单位，例如 {key}: 发改委；有几个的，牵头单位写在第一个，例如 {key}: [发改委, 财政局]。",
    ),
    "MT602": Wording(
        title="没有责任人",
        message="{id}（{text}）没有责任人。",
        help="请补写责任人姓名，例如 {key}: 张三。",
    ),
    "MT603": Wording(
        title="缺少本方案要求的字段",
        message="{id}（{text}）没有写“{label}”（{key}）。",
        help="请补写一行，以“{key}: ”开头；本方案不要求这一项的，请从 plan 的 require 中删去 {key}。",
    ),
    "MT604": Wording(
        title="单位尚未报明人员",
        message="{unit}尚未报明{labels}，涉及任务 {tasks}。",
        help="请单位在实施方案中报明；收到后在 schedules.yaml 该单位各任务下补写：{keys}。",
    ),
}
