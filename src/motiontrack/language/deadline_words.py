"""The rules of the deadline grammar in plain words, in both languages, each with examples.

Only the reference imports this. A test holds that every rule is here and that the examples are its.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["CLOCKS", "READ", "REFUSED", "RuleWords"]


class RuleWords(NamedTuple):
    """What one rule covers, and words that it reads (or that are refused)."""

    zh: str
    en: str
    examples: tuple[str, ...]


READ: dict[str, RuleWords] = {
    "day": RuleWords(
        "某月某日（前），含当日；带星期的须与日期相符",
        "a day, or by that day, which is included; a weekday in brackets must be that day's",
        ("2010-08-31", "8月31日前", "二○一○年八月三十一日", "4月20日（星期二）前"),
    ),
    "month": RuleWords("某月", "in a month: its last day", ("10月", "2010-10", "明年2月")),
    "month-end": RuleWords("某月底（前）", "by the end of a month", ("10月底前", "2月底")),
    "month-start": RuleWords(
        "某月初：按10日，5日亦可", "the beginning of a month: the 10th, could be the 5th", ("4月初",)
    ),
    "ten-days": RuleWords(
        "上旬10日、中旬20日、下旬月末；中下旬按月末",
        "the first, second and last ten days of a month; 中下旬 is the month's end",
        ("4月上旬", "4月中旬", "2月下旬", "5月中下旬"),
    ),
    "mid-month": RuleWords("某月中：15日", "the middle of a month: the 15th", ("4月中",)),
    "before-month": RuleWords(
        "某月前：上月末，也可能指当月末",
        "before a month: the last day of the one before; the month's own end could be meant",
        ("11月前", "3月前"),
    ),
    "before-ten-days": RuleWords("某旬前：该旬的前一天", "before a third of a month", ("4月中旬前",)),
    "quarter": RuleWords("某季度", "in a quarter: its last day", ("三季度", "第一季度")),
    "quarter-end": RuleWords("某季度末（前）", "by the end of a quarter", ("三季度末",)),
    "first-quarters": RuleWords(
        "前几个季度，从1月1日起累计", "the first quarters of the year", ("前三季度",)
    ),
    "before-quarter": RuleWords("某季度前：上季度末", "before a quarter", ("四季度前",)),
    "half-year": RuleWords("上半年、下半年", "in a half-year: its last day", ("上半年", "下半年")),
    "half-year-end": RuleWords("半年末（前）", "by the end of a half-year", ("上半年底前",)),
    "year": RuleWords("某年", "in a year: its last day", ("到2012年", "2012年完成")),
    "year-end": RuleWords("年底（前）", "by the end of a year", ("年底前", "到2012年底")),
    "year-inside": RuleWords("年内", "within the year", ("年内",)),
    "before-year": RuleWords(
        "某年前：上年末", "before a year: the last day of the one before", ("2012年前",)
    ),
    "whole-year": RuleWords(
        "全年：任务有累计指标的按12月31日，否则不是期限（MT306）",
        "the whole year: 31 December for an item with a target that builds up, else no deadline (MT306)",
        ("全年",),
    ),
    "five-years": RuleWords("五年规划期间", "during a five-year plan", ("“十二五”期间",)),
    "five-years-end": RuleWords("五年规划期末", "at the end of a five-year plan", ("到“十二五”期末",)),
    "holiday": RuleWords(
        "节日当天（元旦、五一、七一、八一、十一、国庆）；不写年份的元旦指次年元旦",
        "the day itself: 1 January, 1 May, 1 July, 1 August, 1 October; 元旦 without a year is the coming one",
        ("“十一”竣工", "元旦"),
    ),
    "before-holiday": RuleWords(
        "节前：法定节日的前一天（《全国年节及纪念日放假办法》），调休提前放假不计",
        "before a holiday: the last day before it begins by law; that weekends are moved to it changes nothing",
        ("五一前", "国庆节前", "元旦前"),
    ),
    "before-spring-festival": RuleWords(
        "春节前，须写年份：当年法定春节假期的前一天；也可能指除夕前一天或者放假前最后一个工作日",
        "before the Spring Festival, with its year: the last day before the holiday that the law of that year "
        "gives; the day before 除夕 or the last day at work could be meant",
        ("2010年春节前", "2014年春节前", "2025年春节前"),
    ),
    "range": RuleWords(
        "从何时至何时，按后者；后半可省去年份、月份",
        "from one to another: due by the second, which may leave out what it shares with the first",
        ("7月至8月", "1-9月", "4月10日至20日", "11月至次年1月"),
    ),
    "within": RuleWords(
        "若干日、周、月、年内：从收到、交办之日（motion.received）或者本项 start 起算，当日不计；"
        "到期月没有对应日的按月末（参照民法典第201、202条）",
        "within so many days, weeks, months or years of the day the motion was received, or of the item's "
        "start; that day is not counted; a month without such a day ends it (Civil Code 201 and 202, by analogy)",
        ("交办之日起3个月内", "收到之日起10日内", "3个月内", "不超过1年"),
    ),
    "within-working-days": RuleWords(
        "若干个工作日内，依 calendar.yaml；plan.days 为 working 时“N日内”也按工作日",
        "within so many working days, by calendar.yaml; with plan.days: working, N日内 too",
        ("5个工作日内", "收到后20个工作日"),
    ),
}

REFUSED: dict[str, RuleWords] = {
    "MT302": RuleWords("日期不存在", "no such day", ("2008年9月31日前", "2月30日")),
    "MT304": RuleWords("不是能识别的写法", "not in the grammar", ("3月内", "已调整到10月底", "20211")),
    "MT306": RuleWords("没有截止日", "names no day", ("持续推进", "长期坚持", "尽快", "力争")),
    "MT307": RuleWords("不止一个期限", "more than one deadline", ("11月前全面完成、12月查漏补缺",)),
    "MT313": RuleWords("反复进行的周期", "comes round again", ("每月25日前", "每周五", "年中和年末")),
    "MT330": RuleWords(
        "每年、各地不同的日子", "a day that differs by year or place", ("秋季开学", "中秋节前")
    ),
    "MT331": RuleWords("缺少年份或月份", "year or month missing", ("春节前", "月底前", "20日前")),
    "MT332": RuleWords(
        "从没有登记的事情起算",
        "counted from an event whose day is not on file",
        ("闭会之日起2个月内", "会后7日内", "收到群众来信之日起15日内"),
    ),
}

CLOCKS: dict[str, RuleWords] = {
    "on-day": RuleWords(
        "每月某日前，含当日；当月没有这一天的按月末",
        "by a day of each month, which is included; the month's last day where it has no such day",
        ("每月25日前", "每月30日前"),
    ),
    "at-end": RuleWords(
        "每月、每两月、每季度、每半年、每年（末）：最后一天",
        "each month, two months, quarter, half-year or year: its last day",
        ("每月", "每两月", "每季度末", "每半年"),
    ),
    "in-third": RuleWords("每月上旬、中旬、下旬", "in a third of each month: its last day", ("每月上旬",)),
    "day-of-nth-month": RuleWords(
        "每季度（每半年、每年）第几个月的某日前",
        "by a day of the first, second or last month of each quarter, half-year or year",
        ("每个季度第1个月的20日前", "每季度最后一个月的30日前"),
    ),
    "after-end": RuleWords(
        "每季度（每月、每半年）结束后若干日内",
        "within so many days of the end of each month, quarter or half-year",
        ("每季度结束后12日内", "每季度结束后10日内"),
    ),
    "in-next-month": RuleWords("次月某日前", "by a day of the month after", ("次月5日前",)),
    "mid-and-end-of-year": RuleWords(
        "年中和年末：6月30日、12月31日", "mid-year and year's end", ("年中和年末",)
    ),
}
