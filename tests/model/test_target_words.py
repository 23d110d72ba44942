"""What a target's words state, read only where there is one way to read them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motiontrack.model.target_words import Bound, Stated, base_year, stated_figure

PLAIN, FLOOR, CEILING, LOOSE = Bound.PLAIN, Bound.FLOOR, Bound.CEILING, Bound.LOOSE


def said(stated: Stated | None) -> str:
    """``2~3``, or ``2``; empty if nothing was read."""
    if stated is None:
        return ""
    return f"{stated.low:f}" if stated.high is None else f"{stated.low:f}~{stated.high:f}"


@pytest.mark.parametrize(
    ("words", "measure", "figure", "bound"),
    [
        ("申请省服务业名牌2个", "个", "2", PLAIN),
        ("开展活动2次以上", "次", "2", FLOOR),
        ("开展活动三次以上", "次", "3", FLOOR),
        ("两家", "家", "2", PLAIN),
        ("廿四家", "家", "24", PLAIN),
        ("业务执行额增加30%", "%", "30", PLAIN),
        ("业务执行额增加30％", "%", "30", PLAIN),
        ("增加百分之三十以上", "%", "30", FLOOR),
        ("提高0.5个百分点", "百分点", "0.5", PLAIN),
        ("提高零点五个百分点", "个百分点", "0.5", PLAIN),
        ("不少于3家", "家", "3", FLOOR),
        ("不超过3家", "家", "3", CEILING),
        ("超过3家", "家", "3", FLOOR),
        ("低于4.1", "", "", PLAIN),
        ("控制在4.5%以内", "%", "4.5", CEILING),
        ("增长6.2%左右", "%", "6.2", LOOSE),
        ("约8家", "家", "8", LOOSE),
        ("1,200家", "家", "1200", PLAIN),
        ("94.9万平方米", "平方米", "949000", PLAIN),
        ("94.9万平方米", "万平方米", "94.9", PLAIN),
        ("五百家", "家", "500", PLAIN),
        ("2010年建成3家", "家", "3", PLAIN),
        ("新开工2亿元以上项目3个", "个", "3", PLAIN),
        ("建设2～3个示范项目", "个", "2~3", PLAIN),
        ("创建4-5家", "家", "4~5", PLAIN),
        ("2家至3家", "家", "2~3", PLAIN),
        ("10%-15%", "%", "10~15", PLAIN),
        ("零点五到一个百分点以上", "个百分点", "0.5~1", FLOOR),
        ("百分之五到百分之八", "%", "5~8", PLAIN),
    ],
)
def test_one_figure_is_read(words: str, measure: str, figure: str, bound: Bound) -> None:
    stated = stated_figure(words, measure)

    assert said(stated) == figure
    assert stated is None or stated.bound is bound


@pytest.mark.parametrize(
    ("words", "measure"),
    [
        ("新开工和竣工各2个", "个"),
        ("每年2次", "次"),
        ("10所(其中浏阳4所)", "所"),
        ("由5家增加到8家", "家"),
        ("20余家", "家"),
        ("20多家", "家"),
        ("几十家", "家"),
        ("上百家", "家"),
        ("十几家", "家"),
        ("一百二十家", "家"),
        ("四五家", "家"),
        ("4、5家", "家"),
        ("两三家", "家"),
        ("第2次", "次"),
        ("一次性通过", "次"),
        ("3个月内建成", "个"),
        ("0.5个百分点", "个"),
        ("500人次", "人"),
        ("占三分之二", "%"),
        ("1/3的个", "个"),
        ("增长-5%", "%"),
        ("到2015年", "年"),
        ("新增一批集聚区", "个"),
        ("9" * 1_100_000 + "个", "个"),
        ("", "个"),
        ("2个", ""),
    ],
    ids=lambda value: value[:20],
)
def test_what_may_mean_something_else_is_left_alone(words: str, measure: str) -> None:
    assert stated_figure(words, measure) is None


def test_from_to_may_be_a_change() -> None:
    dash, words = stated_figure("5%~8%", "%"), stated_figure("由5%到8%", "%")

    assert dash is not None
    assert dash.sure
    assert words is not None
    assert not words.sure


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("比2015年分别下降15%", 2015),
        ("较2009年增长8%", 2009),
        ("2010年增长8%", None),
        ("比2009年、比2008年", None),
    ],
)
def test_the_base_year(words: str, year: int | None) -> None:
    assert base_year(words) == year


@given(
    st.text(alphabet="0123456789.,一二十百万点个%家至到~-第各 以上", max_size=20),
    st.sampled_from(["个", "%", "家", "个百分点"]),
)
def test_no_words_raise(words: str, measure: str) -> None:
    stated = stated_figure(words, measure)

    assert stated is None or stated.low >= 0


@given(st.text(), st.text(max_size=5))
def test_nothing_raises(words: str, measure: str) -> None:
    stated_figure(words, measure)
    base_year(words)
