"""Diagnostics on deadline words: no such day, not understood, more than one reading."""

from __future__ import annotations

from motiontrack.language.wording import Wording

__all__ = ["DIAGNOSTICS"]

DIAGNOSTICS: dict[str, Wording] = {
    "MT302": Wording(
        title="日期不存在",
        message="“{words}”这一天不存在：{year}年{month}月只有{days}天。",
        help="请核对原件后改为实有的日期。如为月底，可写 {key}: {last}，并把原文保留在 {words_key} 中。",
        bare_help="请核对后改为实有的日期，例如月底写作 {key}: {last}。",
        why="不存在的日子无法计算；由工具代为改正，等于替印发单位改文件。",
    ),
    "MT303": Wording(
        title="期限有歧义",
        message="“{words}”可以有不同理解，现暂按 {date}（含当日）计算。",
        help="请与交办单位核实。如确为这一天，请写 {key}: {date}，并把原文保留在 {words_key} 中；如不是，请写实际日期。",
        bare_help="请与交办单位核实。如确为这一天，请写 {key}: {date}；如不是，请写实际日期。",
        why="按哪一种理解，可以相差一个月；红灯亮与不亮不能由工具来选。",
    ),
    "MT304": Wording(
        title="期限无法识别",
        message="“{words}”不是可以识别的期限写法。",
        help="是否应为 {key}: {suggestion}？也可写“10月”“10月底前”“10月15日前”“三季度末”“年底前”。",
        bare_help="请写具体日期，例如 {key}: {year}-10-31；也可写“10月”“10月底前”“10月15日前”“三季度末”“年底前”。",
        why="读不出日期，就无法判断是否逾期，这一项只能列为未作判断。",
    ),
    "MT306": Wording(
        title="期限没有截止日",
        message="“{words}”没有说明截止到哪一天，无法判断是否逾期。",
        help="有完成时限的，请写日期，例如 due: {year}-12-31；属于长期性工作的，请删去 due，改写 standing: true。",
        why="没有最后一天，就无从判断是否逾期；长期推进的工作应当写明是长期工作。",
    ),
    "MT307": Wording(
        title="一项写了两个期限",
        message="“{words}”含有不止一个期限，一项任务只能有一个。",
        help="请按先后拆成 stages（节点），或者按内容拆成 parts（子项），每条各写一个期限，例如 due: {year}-06-30 和 due: {year}-12-31。",
        why="一项只能有一个期限；两个期限写在一起，前一个过了也没有人提醒。",
    ),
    "MT313": Wording(
        title="周期性用语不能作期限",
        message="“{words}”是反复进行的周期，不是任务的完成期限。",
        help="报送周期请写在 report，例如 report: 每月25日前；任务的完成期限请写在 due，例如 due: {year}-12-31。没有完成期限的，请写 standing: true。按周期推进的节点（stages）可以写周期，但不写指标数。",
        why="周期说的是多久报一次，不是哪一天办完；当作期限，就永远没有到期的一天。",
    ),
    "MT314": Wording(
        title="缺少起算日",
        message="“{words}”要从某一天起算，但没有写明这一天。",
        help="从任务开始之日起算的，请在本项补写 start；从收到或交办之日起算的，请在 motion 下补写 received。写法如 start: {year}-04-10。也可以直接写到期日，例如 due: {year}-10-31。",
        why="不知道从哪一天算起，就不知道哪一天到期。",
    ),
    "MT316": Wording(
        title="报送周期无法识别",
        message="“{words}”不是可以识别的报送周期。",
        help="请写按月、按季度或者按半年的周期，例如 report: 每月25日前、report: 每季度末、report: 每季度结束后12日内。",
        why="读不出报送周期，就不知道哪个月应报，漏报、迟报都看不出来。",
    ),
    "MT330": Wording(
        title="期限所说的日子每年不同",
        message="“{words}”所说的日子每年、各地不同，这里没有登记，不能推算。",
        help="请查明具体日期，写 due: {year}-09-01 这样的日期，并把原文保留在 due_words 中。",
        why="节气、农历节日和开学、汛期等没有固定的公历日期，猜错一天就会错判逾期。",
    ),
    "MT331": Wording(
        title="期限缺少年份或月份",
        message="“{words}”没有写明年份：{year}年的春节是 {festival}，下一个是 {following}。",
        bare_message="“{words}”没有写明是哪个月。",
        help="请补写，例如 due: {suggestion}；也可以写日期，并把原文保留在 due_words 中。",
        why="缺少的年份或月份从方案中推不出来，可能相差几个月以至一年。",
    ),
    "MT332": Wording(
        title="起算的日子没有登记",
        message="“{words}”从“{event}”起算，数据中没有登记这一天。",
        help="请查明这一天，推算出到期日（当日不计，从次日起算），写 due: {year}-10-31 这样的日期，并把原文保留在 due_words 中。",
        why="起算日不明，到期日就只能靠猜。",
    ),
    "MT333": Wording(
        title="没有推算工作日所需的放假安排",
        message="“{words}”要按工作日推算，而 calendar.yaml 中没有{missing}年的放假安排。",
        help="请把国务院办公厅公布的{missing}年放假安排写入 calendar.yaml，并在 years 中列入 {missing}；也可以自行推算，写 due: {year}-10-31 这样的日期，并把原文保留在 due_words 中。",
        why="每年的放假和调休上班另行公布，只按周末推算会算错。",
    ),
    "MT335": Wording(
        title="填报周期短于一个月",
        message="“{words}”短于一个月，而填报是按月登记的。",
        help="请写按月或者更长的周期，例如 report: 每月25日前；平时的报送不必登记，月末汇总填报即可。",
        why="每项任务每月只登记一次填报，更密的周期无法判断是否未报。",
    ),
}
