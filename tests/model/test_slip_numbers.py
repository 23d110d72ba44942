"""Numbers of slips: read in whatever brackets they were typed, counted on by the year."""

from __future__ import annotations

import pytest

from motiontrack.model.slip_numbers import SlipNumber, next_number, read_number


@pytest.mark.parametrize(
    "words",
    ["督〔2010〕3号", "督[2010]3号", "督【2010】3号", "督（２０１０）０３号", " 督 〔2010〕第3号 "],
)
def test_a_number_is_read_in_whatever_brackets_it_was_typed(words: str) -> None:
    assert read_number(words) == SlipNumber("督", 2010, 3)


@pytest.mark.parametrize("words", ["3号", "督2010-3", "", "督〔10〕3号", "督〔2010〕号"])
def test_a_number_of_another_form_is_none(words: str) -> None:
    assert read_number(words) is None


@pytest.mark.parametrize(
    ("register", "following"),
    [
        ((), "督〔2010〕1号"),
        (("督〔2010〕1号", "督〔2010〕2号"), "督〔2010〕3号"),
        (("督〔2010〕7号", "督〔2010〕2号"), "督〔2010〕8号"),
        (("督〔2009〕31号",), "督〔2010〕1号"),
        (("通政督〔2010〕4号",), "通政督〔2010〕5号"),
        (("督〔2010〕4号", "电话催办"), "督〔2010〕5号"),
    ],
)
def test_the_next_number_is_the_years_next_in_the_series_used_last(
    register: tuple[str, ...], following: str
) -> None:
    assert next_number(register, 2010).words == following
