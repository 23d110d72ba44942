"""Diagnostics on records: their shape, references, dates against each other, figures, owners."""

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
    # -- MT2 引用和单位
    "MT123": Wording(
        title="填报文件名不对",
        message="{file} 不会被读取：填报文件应以年月命名。",
        help="请改名为四位年、两位月，例如 returns/2010-07.yaml。",
    ),
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
    # -- MT3 日期和阶段
    "MT212": Wording(
        title="几个名称写成了一个",
        message="“{value}”被当作一个名称。",
        help="请改写成列表，例如 {suggestion}；列第一位的召集。",
    ),
    "MT301": Wording(
        title="没有完成时限",
        message="{id}（{text}）没有完成时限。",
        help="请补写期限，例如 due: {year}-10-31；属于长期性工作的，请写 standing: 是。",
    ),
    "MT305": Wording(
        title="期限不在方案执行期内",
        message="{id} 的期限 {due} 不在方案的执行期（{issued} 至 {closes}）内。",
        help="请核对年份。期限无误而方案延续到以后的，请在 plan 下写 closes: {later}。",
        bare_help="期限早于印发日期。请核对期限的年份和 plan 下的 issued。",
    ),
    "MT308": Wording(
        title="原文与日期不一致",
        message="原文“{words}”应为 {read}，而 due 写的是 {due}。",
        help="请核对原件：以原文为准的，改写 due: {read}；日期另有依据的，请改正 due_words。",
    ),
    "MT309": Wording(
        title="长期工作又写了期限",
        message="{id} 已写明是长期工作（standing），又写了期限“{words}”。",
        help="两者只留一个：有期限的，删去 standing；长期推进的，删去 due，分年度的目标写入 stages。",
    ),
    "MT310": Wording(
        title="阶段起止颠倒",
        message="阶段 {id} 的开始日期 {first} 晚于结束日期 {last}。",
        help="请核对原件后改正 from 和 to，例如 from: {last}、to: {first}。",
    ),
    "MT311": Wording(
        title="节点晚于任务期限",
        message="节点 {id} 的期限 {due} 晚于任务 {task} 的期限 {task_due}。",
        help="请把节点的期限改到 {task_due} 或以前，例如 due: {task_due}；任务已批准延期的，请在 decisions.yaml 中记一条 kind: extend。",
    ),
    "MT312": Wording(
        title="开始晚于期限",
        message="{id} 的开始日期 {start} 晚于期限 {due}。",
        help="请核对后改正 start 或 due，使开始日期不晚于期限，例如 start: {due}。",
    ),
    "MT315": Wording(
        title="阶段重叠",
        message="阶段 {id} 从 {first} 开始，而上一阶段 {before} 到 {last} 才结束。",
        help="请核对原件，使 from 晚于 {last}；阶段按先后排列，不要颠倒。",
    ),
    "MT334": Wording(
        title="没有顺延所需的放假安排",
        message="roll 要求遇休息日顺延，而 calendar.yaml 中没有{missing}年的放假安排。",
        help="请把国务院办公厅公布的{missing}年放假安排写入 calendar.yaml，并在 years 中列入 {missing}；不需要顺延的，请删去 roll。",
        why="不知道哪天休息，就不能确定顺延到哪一天，到期日不能猜。",
    ),
    "MT336": Wording(
        title="同一天列了两次",
        message="{day} 在放假安排中列了两次，不能确定这一天是否上班。",
        help="请核对放假通知，同一天只列一次：放假的列入 holidays，周末上班的列入 workdays。",
        why="同一天又放假又上班，按工作日推算的期限就有两个答案。",
    ),
    "MT337": Wording(
        title="日期不在所列年份内",
        message="{day} 所在的{year}年没有列入 years。",
        help="请核对日期的年份；该年的放假安排已经登记齐全的，请在 years 中加上 {year}。",
        why="没有列入的年份不参加推算，这一天写了也不起作用。",
    ),
    "MT338": Wording(
        title="放假起止不对",
        message="“{name}”从 {first} 放到 {last}，共{days}天，超过了{most}天。",
        bare_message="“{name}”从 {first} 放到 {last}，起止颠倒。",
        help="请核对放假通知后改正 from 和 to。",
        why="起止写错一个数字，几十天就都成了休息日，或者一天也不放。",
    ),
    "MT339": Wording(
        title="调休上班的日子不是周末",
        message="{day} 不是星期六、星期日，本来就上班。",
        help="请核对放假通知后改正日期；确实多写的，请删去。",
        why="多半是日期写错了，真正要上班的那个周末就被当作休息日。",
    ),
    # -- MT4 填报和决定
    "MT401": Wording(
        title="月份与文件名不一致",
        message="文件名是 {named}，文件中写的月份是 {month}。",
        help="请核对是哪个月的填报：改写 month: {named}，或者把文件改名为 returns/{month}.yaml。",
    ),
    "MT402": Wording(
        title="已办结但没有办结日期",
        message="{id} 报为已办结，没有写办结日期。",
        help="请补写办结的日期，例如 done_on: 2010-06-28。",
    ),
    "MT403": Wording(
        title="已完成100%但未报办结",
        message="{id} 的完成比例已报 {progress}，但没有报办结。",
        help="已经办结的，请写 state: done，并写 done_on: 2010-06-28 这样的办结日期；尚未办结的，可不处理，该任务仍按推进中计算。",
    ),
    "MT404": Wording(
        title="填报单位与任务无关",
        message="“{unit}”不是 {id} 的牵头、责任或者配合单位。",
        help="请核对任务编号和单位。该任务由{units}负责，可改写 unit: {units}，或者删去 unit。",
        bare_help="请核对任务编号和单位；该任务尚无责任单位，请先在 plan.yaml 中写 lead: {unit} 这样的一行。",
    ),
    "MT405": Wording(
        title="决定缺少内容",
        message="这条决定（{kind}）没有写“{label}”（{key}），不起任何作用。",
        help="请补写一行，以“{key}: ”开头；延期写如 due: 2010-09-30，改派写如 to: 发改委。",
    ),
    "MT406": Wording(
        title="日期晚于收到日期",
        message="{key} 写的 {day} 晚于收到填报的日期 {received}。",
        help="请核对两个日期，改正写错的一个；{key} 不能晚于 received，例如 {key}: {received}。",
    ),
    # -- MT5 指标和数字
    "MT407": Wording(
        title="步骤不用填报",
        message="{id} 是阶段的步骤，不是任务，填报不起作用。",
        help="步骤完成后，请在 decisions.yaml 中写一条，例如 {{kind: step-done, item: {id}, on: 2010-07-28}}。",
    ),
    "MT408": Wording(
        title="不是步骤",
        message="step-done 只用于阶段的步骤，{id} 不是步骤。",
        help="任务办结经核查的，请改写 kind: close；item 写错的，请改为步骤的编号，例如 item: S4。",
    ),
    "MT409": Wording(
        title="收到日期早于填报月份",
        message="{received} 收到的填报不可能是 {month} 的。",
        help="请核对收到日期；月份写错的，请把这一条移到所属月份的文件中。",
    ),
    "MT410": Wording(
        title="有分项的任务按分项填报",
        message="{id} 有分项（{units}），整项的状态和比例由分项得出，这里填的不起作用。",
        help="请按分项逐条填报，task 写分项的编号。",
    ),
    "MT411": Wording(
        title="报办结而指标不足",
        message="{id} 报办结，但“{words}”要求 {wanted}，实报 {value}。",
        help="请核对数字；确未达到的，不能报办结，state 请写 in-progress。",
    ),
    "MT412": Wording(
        title="未报办结即销号",
        message="{id} 已销号，但没有任何填报说它办结。",
        help="请核对 item 是否写错；没有写错的，请先补报 state: done 和 done_on。",
    ),
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
    # -- MT6 责任单位和责任人
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
