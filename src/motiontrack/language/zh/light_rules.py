"""Diagnostics on an office's own light rules."""

from __future__ import annotations

from motiontrack.language.wording import Wording

__all__ = ["DIAGNOSTICS"]

DIAGNOSTICS: dict[str, Wording] = {
    "MT150": Wording(
        title="规则编号与文件名不一致",
        message="亮灯规则的编号是“{id}”，文件名是“{named}”。",
        help="请改成一致，例如 id: {named}。",
        why="灯是按哪套规则亮的，要写明规则的名字；名字对不上，日后就说不清。",
    ),
    "MT151": Wording(
        title="没有这个灯",
        message="规则里没有“{light}”这个灯。",
        help="是否应为 {suggestion}？列出的灯有：{known}。",
        bare_help="请从列出的灯中选写：{known}；或者在 lights 中补上。",
        why="符合这一条的任务将不亮任何灯。",
    ),
    "MT152": Wording(
        title="规则编号已被占用",
        message="“{id}”是随程序提供的亮灯规则，不能另作他用。",
        help="请另取一个编号，并把文件名改成一样。随程序提供的有：{known}。",
        why="已发布的规则不改，只出新的；同名的两套规则日后分不清。",
    ),
    "MT153": Wording(
        title="最后一条规则带有条件",
        message="最后一条（{light}）带有条件，有的任务可能不亮任何灯。",
        help="请在最后加一条只写 light 的规则，作为“其余情形”。",
        why="每项任务恰好亮一个灯，各灯之和才等于总数。",
    ),
    "MT154": Wording(
        title="两个灯同名",
        message="两个灯的“{key}”都写作“{value}”。",
        help="请给每个灯取不同的名称。",
        why="同名的灯在材料里分不清。",
    ),
    "MT155": Wording(
        title="两个灯同形",
        message="两个灯的形状都是“{value}”。",
        help="请换一种形状：square、circle、triangle、diamond、ring、half-ring。",
        why="黑白打印后颜色分不出，要靠形状和文字。",
    ),
    "MT156": Wording(
        title="颜色写法不对",
        message="“{value}”不是规定的颜色写法。",
        help='颜色请写井号加六位十六进制数，并加引号，例如 colour: "#B3261E"。',
        why="页面上这个灯将显示为灰色。",
    ),
    "MT157": Wording(
        title="没有规定未报亮什么灯",
        message="规则“{id}”没有规定未报的任务亮什么灯。",
        help="请在最后一条之前加一条，写明 cause: unreported。",
        why="未报不等于正常；没有规定，未报的任务会和正常的任务亮同一个灯。",
    ),
    "MT158": Wording(
        title="没有这套亮灯规则",
        message="没有“{name}”这套亮灯规则。",
        help="是否应为 {suggestion}？可以写：{known}。",
        bare_help="可以写：{known}；或者把本单位的规则放进 profiles 文件夹。",
        why="没有规则，任何任务都无法判定。",
    ),
    "MT159": Wording(
        title="界限没有对应的原因",
        message="这一条写了 {key}，但 cause 不全是带有这个数的原因。",
        help="请在这一条的 cause 里只写带有这个数的原因：{choices}；其他原因另写一条。",
        why="界限是与原因所带的数相比的；原因没有这个数，或者没有写原因，这一条就不会成立。",
    ),
    "MT160": Wording(
        title="这一条比原因本身起算得早",
        message="这一条的 {key} 放得更早，但这套规则距时限{days}天以内才算临期（near）。",
        bare_message="这一条的 {key} 写得更低，但这套规则达到 behind 的 {value} 才算落后。",
        help="请在规则中写 {field}，与这一条一致；或者改这一条的 {key}。",
        why="不到起算的程度，就还没有这个原因，这一条便不按所写的成立。",
    ),
    "MT161": Wording(
        title="没有规定逾期亮什么灯",
        message="规则“{id}”没有规定逾期的任务亮什么灯。",
        help="请在最后一条之前加一条，写明 cause: overdue。",
        why="没有规定，逾期的任务会和正常的任务亮同一个灯。",
    ),
    "MT162": Wording(
        title="灯号或标记的编号重复",
        message="编号“{id}”已经用过。",
        help="请给每个灯、每个标记取不同的编号（id）。",
        why="编号相同的两个灯会记在一起，各灯之和就不等于总数。",
    ),
}
