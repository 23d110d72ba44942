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
        why="认不出的字段不会起作用。如果是写错了字，真正的字段就等于没有填，逾期、缺责任人都查不出来。",
    ),
    "MT102": Wording(
        title="缺少必填字段",
        message="这里缺少必填的“{label}”（{key}）。",
        help="请在此处补写一行，以“{key}: ”开头，冒号后空一格再写内容。",
        why="缺了它，这一条就无从引用、无从判断，报告里也印不出来。",
    ),
    "MT103": Wording(
        title="结构不对",
        message="“{key}”应写成{wanted}，现在写的是{found}。",
        help="一个值写作“字段: 内容”；列表每项另起一行，以“- ”开头；一组字段每个另起一行，写作“字段: 内容”，并比上一级多缩进两格。",
        why="写法不对，就分不清这是一个值还是几个值，这一项的内容用不上。",
    ),
    "MT104": Wording(
        title="不是数字",
        message="“{key}”应写数字，“{value}”不是可以识别的数字。",
        help="请只写数字，不带单位、百分号和千位逗号，例如 {key}: {suggestion}。",
        bare_help="请只写半角数字，不带单位、百分号和千位逗号。",
        why="不是数字就不能比较、不能累加，完成多少、差多少都算不出来；程序也不猜“10家”是多少。",
    ),
    "MT105": Wording(
        title="不是日期",
        message="“{key}”应写日期，“{value}”不是规定的写法。",
        help="日期请写四位年、两位月、两位日，例如 {key}: {suggestion}。",
        why="日期写法不统一就不能比较先后，何时逾期算不出来；3/4 是三月四日还是四月三日，程序不猜。",
    ),
    "MT106": Wording(
        title="不在可选范围内",
        message="“{key}”不能写“{value}”。",
        help="是否应为 {suggestion}？可以写的有：{choices}。",
        bare_help="请从下列各项中选写：{choices}。",
        why="程序按这个词决定怎样计算；不认得的词等于没有写。",
    ),
    "MT107": Wording(
        title="内容为空",
        message="“{key}”中有一项没有内容。",
        help="请补写内容，例如“- 内容”；没有内容的，请整行删去。",
        why="列表里的空项多半是漏填，名称空着，就不知道还有哪个单位、哪一项。",
    ),
    "MT108": Wording(
        title="应写“是”或“否”",
        message="“{key}”只能写“是”或“否”，现在写的是“{value}”。",
        help="请写 {key}: 是，或者 {key}: 否。",
        why="有的软件把 yes、no、on、off 也当作是否，有的当作文字；只用一种写法，才不会读成两样。",
    ),
    "MT109": Wording(
        title="不是月份",
        message="“{key}”应写月份，“{value}”不是规定的写法。",
        help="月份请写四位年、两位月，例如 {key}: 2010-08。",
        why="填报按月归档，月份认不出，就不知道是哪个月的，也不知道哪个月没有报。",
    ),
    "MT110": Wording(
        title="数字超出范围",
        message="“{key}”不能小于 {minimum}，现在写的是 {value}。",
        bare_message="“{key}”不能大于 {maximum}，现在写的是 {value}。",
        help="请核对后改为不小于 {minimum} 的数，例如 {key}: {minimum}。",
        bare_help="请核对是否多写了一位。应为不大于 {maximum} 的数。",
        why="超出范围的数字多半是多打或少打了一位；照用下去，比例和时限都会算错。",
    ),
    "MT111": Wording(
        title="编号不合规定",
        message="“{value}”不能用作“{key}”。",
        help="编号、简称中不能有空格、斜线、冒号、逗号、顿号、分号，最多60个字，例如 {key}: T01。",
        why="编号要写在别处供引用。带空格、标点的编号，引用时会被拆开或者看漏。",
    ),
    "MT120": Wording(
        title="缺少文件",
        message="缺少必需的文件 {file}。",
        help="请在数据文件夹中建立 {file}；文件名须完全一致，不要带 .txt 等后缀。",
        why="没有任务清单和单位名册，就没有可以跟踪的内容。",
    ),
    "MT121": Wording(
        title="文件未读取",
        message="没有读取 {file}：不认识这个文件名。",
        help="每月填报请放在 returns 文件夹中，命名如 returns/2010-07.yaml；不是数据的文件请移出数据文件夹。",
        why="不读取的文件里如果有填报，那些单位就会被当成未报。",
    ),
    "MT122": Wording(
        title="文件打不开",
        message="无法读取 {file}（系统提示：{reason}）。",
        help="请关闭正在使用该文件的其他程序，确认它是普通文件并且有读取权限，然后重新运行 motiontrack validate。",
        bare_message="无法读取 {file}。",
        why="读不出这个文件，其中的填报、决定等于没有，判定会有错。",
    ),
    # 免报注释和存量问题清单
    "MT140": Wording(
        title="免报注释缺少理由",
        message="免报 {codes} 的注释没有写明理由，不起作用。",
        help="请在代码后面加括号写明理由，例如 # motiontrack: ignore {codes} (理由)。",
        why="不写理由，以后看的人不知道这个问题是核实过的，还是图省事略过的。",
    ),
    "MT141": Wording(
        title="免报注释中的代码不认识",
        message="没有“{about}”这个代码。",
        help="是否应为 {suggestion}？代码就是每条问题前面的 MT 加三位数字。",
        bare_help="代码就是每条问题前面的 MT 加三位数字，请照抄。",
        why="代码写错，要免报的问题照样会报出来，注释也会让人误以为已经处理。",
    ),
    "MT142": Wording(
        title="免报注释已无用处",
        message="这一行已经没有 {about} 可以免报。",
        help="问题已经解决的，请删去这条注释；仍有问题的，请把注释移到报出问题的那一行末尾，或者单独放在它的上一行。",
        why="无用的注释留着，以后这里再出同样的问题，就没有人看得到了。",
    ),
    "MT143": Wording(
        title="错误不能免报",
        message="{about} 是错误，不能免报，也不能列入存量问题清单。",
        help="请按 {about} 自己的提示改正数据，再删去此处的 {about}。",
        why="有错误的任务无法研判，略过一处就可能让一个单位少报或者错报一盏灯，所以错误必须看得到。",
    ),
    "MT144": Wording(
        title="存量问题已经消除",
        message="清单所列的 {about}（{file}）已经没有了：{message}",
        help="请从清单中删去这一行，或者用 --write-baseline 重新生成清单。",
        why="消除一条就删一条，清单才会越来越短，同样的问题再出现时也才看得到。",
    ),
    "MT145": Wording(
        title="免报注释的写法不对",
        message="这条注释看来是要免报，但写法不对，不起作用。",
        help="请写成 # motiontrack: ignore MT604 (理由)：ignore 后面写代码，几个代码用逗号隔开，理由放在括号里。",
        why="没有写明代码的，不能把一行的问题全部免报，否则以后新出的问题也会看不到。",
    ),
    "MT123": Wording(
        title="填报文件名不对",
        message="{file} 不会被读取：填报文件应以年月命名。",
        help="请改名为四位年、两位月，例如 returns/2010-07.yaml。",
        why="不会读取的填报等于没有报，相关单位会被列为未报。",
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
