"""Diagnostics on what records refer to: units and other records, targets and figures, owners."""

from __future__ import annotations

from motiontrack.language.wording import Wording

__all__ = ["DIAGNOSTICS"]

DIAGNOSTICS: dict[str, Wording] = {
    # -- MT2 引用和单位
    "MT201": Wording(
        title="单位未登记",
        message="单位“{unit}”没有登记在 units.yaml 中。",
        help="是否应为“{suggestion}”？如是同一单位，请改写为 {suggestion}，或者在 units.yaml 该单位下写 aliases: [{id}]；如不是，请补登一行 - id: {id}。",
        bare_help="请在 units.yaml 中补登一行 - id: {id}；如是已登记单位的另一写法，请在该单位下写 aliases: [{id}]。",
        why="任务会落到一个无人可问的单位名下。",
    ),
    "MT202": Wording(
        title="单位重复登记",
        message="单位名称“{unit}”登记了两次。",
        help="每个名称只登记一次：同一单位请合并为一条，其他写法放在 aliases 中；不同单位请用不同的名称，例如 - id: 市{unit}。",
        why="任务或填报写到这个名称时，分不清是哪一家。",
    ),
    "MT203": Wording(
        title="没有这个编号",
        message="方案中没有编号为“{id}”的条目。",
        help="是否应为 {suggestion}？请核对 plan.yaml 后改写编号。",
        bare_help="请写 plan.yaml 中已有的编号，例如 T01。",
        why="这条事实不会计入任何任务，而且没有任何提示。",
    ),
    "MT204": Wording(
        title="编号重复",
        message="编号“{id}”用了两次。",
        help="请给其中一条换一个没有用过的编号，例如 id: {id}-2，并相应改写引用它的地方。",
        why="填报或决定写到这个编号时，分不清是哪一条。",
    ),
    "MT205": Wording(
        title="没有这个目标",
        message="总体目标和年度主要工作任务中都没有“{id}”。",
        help="是否应为 {suggestion}？请改写为 serves: {suggestion}。",
        bare_help="请写 aims 或 objectives 中已有的编号，例如 serves: O1；没有对应目标的，请删去 serves。",
        why="这项任务不会计入本应对应的目标，按目标汇总时会漏掉。",
    ),
    "MT206": Wording(
        title="没有这项指标",
        message="没有编号为“{id}”的指标。",
        help="是否应为 {suggestion}？请核对 plan.yaml 中的 targets 后改写。",
        bare_help="请写 plan.yaml 中 targets 已有的编号；引用其他条目的指标时写作“条目/指标”，例如 O6/示范项目。",
        why="数字没有可比的对象，指标是否完成无从判断。",
    ),
    "MT207": Wording(
        title="责任人不在单位人员中",
        message="责任人“{person}”不在任何单位的人员名单中。",
        help="是否应为“{suggestion}”？如是，请改写为 person: {suggestion}；如不是，请在 units.yaml 所属单位的 people 下补写 - name: {person}。",
        bare_help="请在 units.yaml 所属单位的 people 下补写 - name: {person}。",
        why="责任人变动时找不到接任人，任务会一直挂在原责任人名下。单位一个人员都没有登记的，只报一次（MT606）。",
    ),
    "MT210": Wording(
        title="目标没有任务对应",
        message="目标 {id}（{text}）没有任何任务对应。",
        help="如有任务是为这一目标安排的，请在该任务下写 serves: {id}；原件确实没有的，可不处理。",
        why="没有任何被跟踪的任务能说明这一目标是否实现。",
    ),
    "MT211": Wording(
        title="任务没有对应目标",
        message="任务 {id}（{text}）没有写明对应哪一项目标。",
        help="请按原件在该任务下写 serves，例如 serves: O1；原件确实没有的，可不处理。",
        why="按目标汇总时，这项任务不在任何一项目标之下。",
    ),
    "MT212": Wording(
        title="几个名称写成了一个",
        message="“{value}”被当作一个名称。",
        help="确是一个名称的，请去掉中间的标点；如果不是，请改写成列表：{key}: {suggestion}",
        bare_help="这里只能写一个；涉及几项的，请各写一条。确是一个名称的，请去掉中间的标点。",
        why="名称之间的标点不属于任何名称；合在一起写，就成了一个谁也不是的单位或人员。",
    ),
    "MT213": Wording(
        title="编号的种类不对",
        message="{id} 是“{what}”中的编号，这里不能写。",
        help="是否指任务 {tasks}？请改写为任务的编号。",
        bare_help="请写 plan.yaml 中 tasks 下已有的编号，例如 T01。",
        why="编号确实存在，看起来没有问题，但不涉及任何任务，这条事实等于没有记。",
    ),
    "MT214": Wording(
        title="单位处写了人名",
        message="“{person}”是{unit}的人员，不是单位。",
        help="请核对单位和责任人两栏是否填反：确是{unit}的任务，此处请改写为 {unit}，人名写作 person: {person}。",
        why="两栏填反的，任务落不到任何单位；如果按提示把人名登记成单位，这个错就再也看不出来。",
    ),
    "MT215": Wording(
        title="同一天收到两份实施方案",
        message="{unit}在 {day} 有两份实施方案，只有排在后面的一份起作用。",
        help="分开写的，请合并为一份，各任务都写在它的 items 下；确有先后的，请核对 received，后一份的日期应晚于 {day}。",
        why="后一份方案整份代替前一份；同一天的两份，其中一份的节点、承办部门和承办责任人会全部失效，而且没有提示。",
    ),
    "MT216": Wording(
        title="实施方案写了别的单位的任务",
        message="{id} 由{convener}召集，{unit}实施方案中的这一项不参与判定。",
        help="请核对 task 的编号；确为配合{convener}的，只写承办部门和承办责任人，删去 stages；已改派的，请在 decisions.yaml 中记一条 kind: reassign。",
        why="任务按召集单位的实施方案判定，别的单位写的节点到期也不会有任何提示；往往是任务编号写错。",
    ),
    "MT217": Wording(
        title="两个单位名称只差级别",
        message="“{unit}”和“{other}”登记为两个单位，名称只差一个字。",
        help="同一单位的，请合并为一条，写 - id: {kept}，另一写法放在 aliases 中；确是两级单位的，请都写明级别，例如 - id: 区{other}。",
        why="多半是同一单位的两种写法；分开登记，它的任务、填报和灯号就分在两处统计。",
    ),
    "MT218": Wording(
        title="任务都没有对应目标",
        message="方案有 {goals} 项目标，{tasks} 项任务都没有写对应哪一项（serves）。",
        help="请按原件在各任务下写 serves，例如 serves: O1；原件没有对应关系的，可不处理，报告中没有按目标的汇总。",
        why="缺的是同一件事，不必逐条报；补写之前，报告中没有按目标的汇总。",
    ),
    # -- MT5 指标和数字
    "MT501": Wording(
        title="文件内数字不一致",
        message="{id} 写“{words}”，{other} 写“{other_words}”，数字不一致。",
        help="请报印发单位明确，照录的原文不要改。明确后，在 discrepancies 中记一条，写明 between: [{other}, {id}]、kind: figure 和 ruling。",
        why="达到一处的数字，未必达到另一处的；只有印发单位能够明确，本工具不代为取舍。一项指标被重述几次，只报一次。",
    ),
    "MT502": Wording(
        title="文件内文字不一致",
        message="文内矛盾 {id}（涉及 {between}）尚未明确：{difference}。",
        help="请报印发单位明确。明确后，在这一条下补写 ruling，写法如 ruling: {{by: 市政府办, on: 2010-05-10, text: 以正文为准}}。",
        why="有权的单位明确之前，报告中只能印“待明确”。",
    ),
    "MT503": Wording(
        title="范围上下限颠倒",
        message="下限 {low} 大于上限 {high}。",
        help="请核对原文后改正，例如 at_least: {high}、at_most: {low}。",
        why="没有任何数字能够同时满足上限和下限。",
    ),
    "MT504": Wording(
        title="节点占比之和超过100",
        message="{id} 各节点的占比之和为 {total}，超过100。",
        help="请核对各节点的 percent，使其合计为100。",
        why="合计超过100的，按期办完的任务也会被判为落后。",
    ),
    "MT505": Wording(
        title="节点占比之和不足100",
        message="{id} 各节点的占比之和为 {total}，不足100。",
        help="请核对是否漏写节点，或漏写某个节点的 percent。",
        why="合计不足100的，最后一段工作没有节点要求，到期才会发现。",
    ),
    "MT506": Wording(
        title="原文的数与填写的数不同",
        message="原文“{words}”中是 {read}，填写的是 {given}。",
        help="请核对原件。以原文为准的，请写 {meant}。",
        bare_message="原文“{words}”中有数（{read}），没有填写 at_least 或 at_most。",
        why="报告印的是原文，判断用的是填写的数；抄错一个数，灯号就跟着错。",
    ),
    "MT507": Wording(
        title="同一指标的计量单位不同",
        message="{id} 的指标“{target}”以“{measure}”计，{other} 以“{other_measure}”计。",
        help="请核对后统一为一种，数字相应换算；原件如此的，请在 discrepancies 中记一条，写明 between: [{other}, {id}]。",
        why="不同单位的数会被直接相比：万元与亿元差一万倍，%与个百分点不是一回事。",
    ),
    "MT508": Wording(
        title="分项之和少于总数",
        message="{id} 的指标“{target}”为 {whole}，各分项合计只有 {total}（{units}）。",
        help="请核对原件，改正抄错的数；原件如此的，请在 discrepancies 中记一条，报印发单位明确。",
        why="各分项都完成了，总数仍可能完不成；也可能是抄错了一个数。",
    ),
    "MT509": Wording(
        title="后面节点的数反而小",
        message="节点 {id} 的指标“{target}”为 {figure}，小于前一节点的 {before}。",
        help="各节点应写累计数。看来填的是各节点的新增数，累计数依次为 {running}。",
        bare_help="各节点应写累计数，后一节点不小于前一节点。请核对数字和各节点的期限。",
        why="节点的数是累计数；按新增数填写，按期推进的任务会被判为落后，或者落后了也看不出。",
    ),
    "MT510": Wording(
        title="最后节点达不到任务指标",
        message="{task} 的指标“{target}”为 {least}，最后节点 {id} 只安排到 {figure}。",
        help="各节点应写累计数。看来填的是各节点的新增数，累计数依次为 {running}。",
        bare_help="请与单位核对：最后节点的累计数应不小于 {least}，或者漏写了节点。",
        why="单位照自己的方案办完，任务指标仍然完不成，而且要到期限之后才看得出来。",
    ),
    "MT511": Wording(
        title="基期年份与原文不同",
        message="原文“{words}”以 {year} 年为基期，填写的是 {typed} 年。",
        help="请核对原件。以原文为准的，请写 base: {{year: {year}}}。",
        why="同样的增幅，换一个基期就是另一个数。",
    ),
    # -- MT6 责任单位和责任人
    "MT601": Wording(
        title="没有责任单位",
        message="{id}（{text}）没有责任单位。",
        help="请补写责任单位，例如 {key}: 发改委；有几个的，牵头单位写在第一个，例如 {key}: [发改委, 财政局]。",
        why="没有责任单位，逾期了也无人可问。",
    ),
    "MT602": Wording(
        title="没有责任人",
        message="{id}（{text}）没有责任人。",
        help="“{value}”不是姓名，登记到 units.yaml 也不算；请写责任人姓名，例如 {key}: 张三。",
        bare_help="请补写责任人姓名，例如 {key}: 张三。",
        why="没有责任人，单位之内无人负责，催办没有对象。",
    ),
    "MT603": Wording(
        title="缺少本方案要求的字段",
        message="{id}（{text}）没有写“{label}”（{key}）。",
        help="请补写一行，以“{key}: ”开头；本方案不要求这一项的，请从 plan 的 require 中删去 {key}。",
        why="方案要求每项任务写明这一项；缺了，检查时无从对照。",
    ),
    "MT604": Wording(
        title="单位尚未报明人员",
        message="{unit}尚未报明{labels}，涉及任务 {tasks}。",
        help="请单位在实施方案中报明；收到后在 schedules.yaml 该单位各任务下补写：{keys}。",
        why="文件要求各单位报明承办部门、承办责任人，附件往往没有印；单位报明之前，责任人以下无人可问。同一单位后报的方案整份代替先报的，只看最后一份。",
    ),
    "MT605": Wording(
        title="同一单位写了两次",
        message="{id} 把“{unit}”既列为{taken}，又列为{role}。",
        help="请核对原件：重复的删去一处；如是别的单位，请改正名称。牵头的单位同时负责落实的，写在 lead 和 does 中即可，不写入 support。",
        bare_message="{id} 的{role}中，“{unit}”写了两次。",
        why="一件事会向同一单位问两次；如果本来应是另一单位，那个单位就一次也问不到。",
    ),
    "MT606": Wording(
        title="责任单位没有登记人员",
        message="{unit}负责 {tasks}，在 units.yaml 中没有登记任何人员。",
        help="请在该单位下补写 people，例如 people: [{{name: {person}, post: 责任人}}]。",
        why="责任人变动时找不到接任人，催办没有对象。",
    ),
    "MT607": Wording(
        title="人员登记在别的单位",
        message="{id} 的{label}{person}登记在{homes}，不是{units}的人员。",
        help="请核对原件是否抄错一行；人员确在{unit}的，请在 units.yaml 的{unit}下补写 - name: {person}；是上级领导的，请写入 overseer。",
        why="常见的原因是抄表错了一行，或者分项沿用了总任务的责任人；责任人变动时，接任人只在责任单位中找。",
    ),
    "MT608": Wording(
        title="职务空缺",
        message="{left}离任以后，{first} 至 {last}，{unit}没有人担任{person}的职务，涉及任务 {tasks}。",
        bare_message="{first} 至 {last}，{unit}还没有人担任{person}的职务，涉及任务 {tasks}。",
        help="请核对任职起止；这期间另有人任职的，请在 units.yaml 该单位的 people 下补写，例如 - {suggestion}。",
        bare_help="请核对任职起止；这期间另有人任职的，请在 units.yaml 该单位的 people 下补写，并给前后任写上相同的 post，例如 post: 责任人。",
        why="责任人离任后由接任人承接任务，不另行文；没有登记接任人的，从那天起任务无人负责，报告上也印不出姓名。",
    ),
    "MT609": Wording(
        title="任职起止颠倒",
        message="{person}的任职止 {last} 早于任职起 {first}。",
        help="请核对后改正，例如 from: {last}、to: {first}。",
        why="照这样写，这个人没有一天在任。",
    ),
    "MT610": Wording(
        title="由一组单位召集",
        message="“{unit}”没有指明是哪一家，由它召集的任务 {tasks} 没有单位可问。",
        help="请把 {suggestion} 写在 lead 第一位，由它召集；各家分别办理的，请按单位分列 parts。",
        bare_help="请报印发单位明确由哪一家召集，写在 lead 第一位；各家分别办理的，请按单位分列 parts。原件如此、无法明确的，可不处理。",
        why="一组单位中没有哪一家应当填报，逾期了也无人可问。",
    ),
    "MT611": Wording(
        title="责任领导与承办责任人是同一人",
        message="{id} 的责任领导和承办责任人都是{person}。",
        help="请与单位核对是否填错一栏；承办责任人应是承办部门的经办人员，例如 clerk: 李四。",
        why="责任领导负责督促承办责任人；两者是同一人，承办人之上就没有人督促，也常是填错了一栏。",
    ),
    "MT612": Wording(
        title="责任人处写的不是姓名",
        message="“{unit}”是单位，不是责任人的姓名。",
        help="请核对单位和责任人两栏是否填反：单位写在 lead，例如 lead: {unit}；责任人写姓名，例如 person: 张三。",
        bare_message="“{person}”是职务，没有写姓名。",
        bare_help="请补写姓名。原件只印职务的，照录不改，在 units.yaml 该单位的 people 下登记 - name: {person}。",
        why="按职务或单位名称找不到具体的人，变动时也找不到接任人。",
    ),
}
