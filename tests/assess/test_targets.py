"""Targets of every kind that real documents print, on both sides of their bounds and of the deadline."""

from __future__ import annotations

import pytest

from tests.assess.building import codes, judged, returned, task

NEVER, PAST, AT_ONCE = "never", "once the deadline is past", "at once"


@pytest.mark.parametrize(
    ("words", "target", "value", "short"),
    [
        # a count, a floor: a running total is judged once the deadline is past, and may go over
        ("新建7所", "kind: total, at_least: 7", "6", PAST),
        ("新建7所", "kind: total, at_least: 7", "7", NEVER),
        ("新建7所", "kind: total, at_least: 7", "19", NEVER),
        ("不少于94.9万平方米", "kind: total, at_least: 94.9", "94.8", PAST),
        ("不少于94.9万平方米", "kind: total, at_least: 94.9", "94.90", NEVER),
        # a range: more than was asked for is no fault
        ("4-5家", "kind: total, at_least: 4, at_most: 5", "3", PAST),
        ("4-5家", "kind: total, at_least: 4, at_most: 5", "6", NEVER),
        # a ceiling: what a total has passed it cannot take back
        ("不超过100万元", "kind: total, at_most: 100", "100", NEVER),
        ("不超过100万元", "kind: total, at_most: 100", "100.1", AT_ONCE),
        ("控制在4.5%以内", "kind: level, at_most: 4.5", "4.5", NEVER),
        ("控制在4.5%以内", "kind: level, at_most: 4.5", "4.6", AT_ONCE),
        ("不高于5件", "at_most: 5", "6", PAST),  # of what kind it is nobody said
        # a share, what is to be kept: a level is met or broken
        ("占比60%以上", "kind: level, at_least: 60", "59.9", AT_ONCE),
        ("占比60%以上", "kind: level, at_least: 60", "60", NEVER),
        ("稳定在23万吨", "kind: level, at_least: 23, at_most: 23", "24", AT_ONCE),
        # a growth and a fall over a base, points: reached by the deadline, not before
        ("增长8%以上", "kind: growth, at_least: 8", "7.9", PAST),
        ("增长8%以上", "kind: growth, at_least: 8", "8", NEVER),
        ("比2005年下降15%", "kind: growth, at_most: -15, base: {year: 2005}", "-14", PAST),
        ("比2005年下降15%", "kind: growth, at_most: -15, base: {year: 2005}", "-15", NEVER),
        ("零点五到一个百分点", "kind: points, at_least: 0.5, at_most: 1", "0.4", PAST),
        ("零点五到一个百分点", "kind: points, at_least: 0.5, at_most: 1", "1.2", NEVER),
        # striven for is asked for; relative, set by others, yes or no: no number to miss
        ("力争10家", "kind: total, at_least: 10, stretch: true", "9", PAST),
        ("高于全市GDP增速", "kind: growth, above: 全市GDP增速", "1", NEVER),
        ("以市下达指标为准", "kind: total, set_by: 市政府", "0", NEVER),
        ("召开现场会", "kind: event", "0", NEVER),
        ("出台办法", "kind: document", "0", NEVER),
    ],
)
def test_when_a_target_is_short(words: str, target: str, value: str, short: str) -> None:
    row = task(f"due: 2010-08-31\ntargets: [{{id: 数, words: {words}, {target}}}]")
    more = returned("2010-08", f"received: 2010-08-25, targets: {{数: {value}}}")

    for day, by_then in (("08-31", {AT_ONCE}), ("09-01", {AT_ONCE, PAST})):
        assert ("target-short" in codes(judged(day, row, more=more))) is (short in by_then), day
