"""Diagnostics on days and phases that do not fit each other, or the plan."""

from __future__ import annotations

from motiontrack.language.wording import Wording

__all__ = ["DIAGNOSTICS"]

DIAGNOSTICS: dict[str, Wording] = {
    "MT301": Wording(
        title="没有完成时限",
        message="{id}（{text}）没有完成时限。",
        help="请补写期限，例如 due: {year}-10-31；属于长期性工作的，请写 standing: 是。",
        why="没有期限，就永远谈不上逾期。",
    ),
    "MT305": Wording(
        title="期限不在方案执行期内",
        message="{id} 的期限 {due} 不在方案的执行期（{issued} 至 {closes}）内。",
        help="请核对年份。期限无误而方案延续到以后的，请在 plan 下写 closes: {later}。",
        bare_help="期限早于印发日期。请核对期限的年份和 plan 下的 issued。",
        why="多数是年份写错；确实延续到以后的，方案应当在 closes 中写明到哪一天为止。",
    ),
    "MT308": Wording(
        title="原文与日期不一致",
        message="原文“{words}”应为 {read}，而 due 写的是 {due}。",
        help="请核对原件：以原文为准的，改写 due: {read}；日期另有依据的，请改正 due_words。",
        why="文稿印的是原文，判断依据的是日期，两者不一致，读的人与被催的人各执一词。有不止一种理解的原文（如“4月初”）由定日期的人负责，不再提示。",
    ),
    "MT309": Wording(
        title="长期工作又写了期限",
        message="{id} 已写明是长期工作（standing），又写了期限“{words}”。",
        help="两者只留一个：有期限的，删去 standing；长期推进的，删去 due，分年度的目标写入 stages。",
        why="长期工作不会逾期，写了的期限就被无声地搁置了。",
    ),
    "MT310": Wording(
        title="阶段起止颠倒",
        message="阶段 {id} 的开始日期 {first} 晚于结束日期 {last}。",
        help="请核对原件后改正 from 和 to，例如 from: {last}、to: {first}。",
        why="每项任务只归一个阶段统计；阶段起止颠倒，就不知道归哪一个。",
    ),
    "MT311": Wording(
        title="节点晚于任务期限",
        message="节点 {id} 的期限 {due} 晚于任务 {task} 的期限 {task_due}。",
        help="请把节点的期限改到 {task_due} 或以前，例如 due: {task_due}；任务已批准延期的，请在 decisions.yaml 中记一条 kind: extend。",
        why="节点还没有到期，整项任务就已经逾期。",
    ),
    "MT312": Wording(
        title="开始晚于期限",
        message="{id} 的开始日期 {start} 晚于期限 {due}。",
        help="请核对后改正 start 或 due，使开始日期不晚于期限，例如 start: {due}。",
        why="开始晚于期限，就算不出应有的进度。",
    ),
    "MT315": Wording(
        title="阶段重叠",
        message="阶段 {id} 从 {first} 开始，而上一阶段 {before} 到 {last} 才结束。",
        help="请核对原件，使 from 晚于 {last}；阶段按先后排列，不要颠倒。",
        why="每项任务只归一个阶段统计；阶段重叠，同一天就属于两个阶段。",
    ),
    "MT317": Wording(
        title="步骤的期限不在所属阶段内",
        message="步骤 {id} 的期限 {due} 不在阶段 {phase}（{first} 至 {last}）内。",
        help="请核对原件：期限写错的，改为阶段内的日期，例如 due: {last}；属于别的阶段的，请把这一步骤移到那个阶段的 steps 下。",
        why="阶段还没有开始或者已经结束，步骤却显示未记录；不是月份写错，就是放错了阶段。",
    ),
    "MT318": Wording(
        title="节点先后颠倒",
        message="节点 {id} 的期限 {due} 早于排在它前面的节点 {before}（{before_due}）。",
        help="节点按先后排列。请核对期限，或者调整顺序；同时进行的，请改用 parts（分项）。",
        why="节点一个接一个，顺序错了，各时点应有的进度就算错了。",
    ),
    "MT319": Wording(
        title="没有本年度的节点",
        message="{id}（{text}）是跨年的工作，没有 {year} 年内到期的节点。",
        help="请在本项下用 stages 写明年内要达到什么，例如 - {{id: {id}-1, text: 上半年完成一遍, due: {year}-06-30}}；责任单位实施方案中有节点的，录入 schedules.yaml 即可。",
        why="在最后期限以前没有任何应有的进度，既不会逾期也不会滞后，全年都是绿灯。",
    ),
    "MT320": Wording(
        title="开始早于印发日期",
        message="{id} 的开始日期 {start} 早于方案印发日期 {issued}。",
        help="请核对 start 的年份和月份；印发前确已开始的，可不处理。",
        why="年份或者月份写错，每个月应有的进度都会算高；印发前确已开始的则没有问题。",
    ),
    "MT321": Wording(
        title="阶段不在方案执行期内",
        message="阶段 {id}（{first} 至 {last}）整个不在方案的执行期（{issued} 至 {closes}）内。",
        help="请核对 from、to 的年份；方案延续到以后的，请在 plan 下写 closes。",
        why="不会有任务归入这个阶段，它的步骤则永远显示为未记录或者尚未到期。",
    ),
    "MT322": Wording(
        title="长期工作没有本年度的节点",
        message="{id}（{text}）是长期的工作，没有 {year} 年内到期的节点。",
        help="年内有具体要求的，请在本项下用 stages 写明年内要达到什么，例如 - {{id: {id}-1, text: 上半年完成一遍, due: {year}-06-30}}；责任单位实施方案中有节点的，录入 schedules.yaml 即可。",
        why="没有任何应有的进度，既不会逾期也不会滞后，全年都是绿灯；本来就没有节点的，可不处理。",
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
}
