"""One text to one typed value, strictly: what is not plainly right is refused, never guessed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from motiontrack.model import fields
from motiontrack.model.chinese_numbers import NUMBER, YEAR, read_number, read_year, tidy
from motiontrack.model.deadline_rules import FIRST_YEAR, LAST_YEAR, day_of_serial, last_day

__all__ = [
    "LONGEST_IDENTIFIER",
    "MOST_DECIMALS",
    "MOST_DIGITS",
    "READERS",
    "Refused",
    "in_curly_quotes",
    "month_meant",
    "tidy_name",
]

# What every file has is read without patterns, which would be compiled at every start; these,
# rarely needed, are compiled by `re` on first use.
_LOOSE_DAY = rf"({YEAR})[-./。．年]({NUMBER})[-./。．月]({NUMBER})[日号]?"
_WEEKDAY = r" *[（(](?:星期|周|礼拜)([一二三四五六日天])[)）]\Z"
#: What is only a part of a day, or more than one: its month, or its month and day, with or without a year.
_NO_YEAR = rf"{NUMBER}(?:月|[-./])(?:{NUMBER}[日号]?)?(?:底|末|初|上旬|中旬|下旬)?(?:前|之前|以前)?"
#: A mark behind which nothing follows: typed for the end of a sentence, or before another name.
_END_MARKS = "。．，,、；;：:"
_COMPACT_DAY = r"(?a)(\d{4})(\d{2})(\d{2})"
_LOOSE_MONTH = rf"({YEAR})[-./。．年]({NUMBER})月?(?:份)?"
_COMPACT_MONTH = r"(?a)(\d{4})(\d{2})"
_THOUSANDS = r"(?a)-?[1-9]\d{0,2}(?:[,_]\d{3})+(?:\.\d+)?"
_NO_MINUS = frozenset("–—―─‐")  # before a number they may be the mark of a list, or say that there is none
_LONGEST_DATE = 40  # more characters than that are no date and no number
_PADDED_NAME = r"[\u3400-\u9fff](?:[ \u3000\u00a0]*[\u3400-\u9fff]){1,2}"
LONGEST_IDENTIFIER = 60
_NOT_IN_IDENTIFIERS = frozenset("/,;:，；：、")
MOST_DIGITS, MOST_DECIMALS = 15, 6
#: A plan has the same names, days and figures over and over: so many are kept, and read once.
_MOST_KEPT = 4096
_FLAGS = {"是": True, "true": True, "否": False, "false": False}
_FLAGS_MEANT = {word: word for word in _FLAGS} | {"yes": "true", "no": "false"}


class Refused(Exception):
    """A text that is not of the shape: the diagnostic's code and figures.

    ``certain`` is what the text can only have been meant as, where that is certain.
    """

    def __init__(self, code: str, *, certain: str = "", **figures: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.certain = certain
        self.figures = figures


def tidy_name(text: str) -> str:
    """``text`` without the spaces that only pad a short Chinese name in print (杨  扬 is 杨扬)."""
    if text.isalpha():
        return text  # as nearly all: no blank is in it
    text = text.strip()
    if len(text.split()) > 1 and re.fullmatch(_PADDED_NAME, text):
        return re.sub(r"\s", "", text)
    return text


def _without_quotes(text: str) -> str:
    """``text`` without the Chinese quotation marks that were typed for YAML's."""
    for opening, closing in ("“”", "‘’", "＂＂", "「」", "『』"):
        inner = text[1:-1]
        if text[:1] == opening and text[-1:] == closing and opening not in inner and closing not in inner:
            return inner.strip()
    return text


def in_curly_quotes(text: str) -> bool:
    """Whether the whole of ``text`` stands in one pair of Chinese quotation marks."""
    return text[:1] in "“‘" and text != "" and _without_quotes(text) != text


def _refuse_quotes(text: str) -> None:
    """No name, id or word to choose has quotation marks round the whole of it."""
    inner = _without_quotes(text)
    if inner and inner != text:
        raise Refused("MT117", certain=inner, suggestion=inner)


def _refuse_second_key(text: str) -> None:
    """No name and no deadline holds another field: ``6月，lead：建设局``."""
    from motiontrack.source.lines import two_keys  # only where a full-width colon stands

    if (two := two_keys(text)) is not None:
        raise Refused("MT038", value=two.first, other=two.key, suggestion=f"{two.key}: {two.rest}")


def _refuse_end_mark(text: str) -> None:
    """No name and no id ends with a mark that parts names or ends a sentence."""
    if text[-1] in _END_MARKS:
        meant = text.rstrip(_END_MARKS + " ")
        if meant:
            raise Refused("MT127", certain=meant, value=text, suggestion=meant)


def _identifier(text: str, _shape: fields.Shape) -> str:
    if text:
        _refuse_end_mark(text)
    if (
        len(text) > LONGEST_IDENTIFIER
        or not _NOT_IN_IDENTIFIERS.isdisjoint(text)
        or text.split() != [text]  # a blank in it, or nothing at all
    ):
        raise Refused("MT111", value=text)
    if not text.isascii():
        _refuse_quotes(text)
        _refuse_wide(text)
    return text


def _refuse_wide(text: str) -> None:
    """An id of letters and digits alone, some of them full-width: it would be another id than ``T01``."""
    plain = _half_width(text)
    if plain != text and plain.isascii() and plain.replace("-", "").replace("_", "").isalnum():
        raise Refused("MT116", certain=plain, value=text, suggestion=plain)


def _reference(text: str, shape: fields.Shape) -> str:
    assert isinstance(shape, fields.Reference)  # noqa: S101 - the table below pairs them
    return _referred(text, shape.to)


@lru_cache(_MOST_KEPT)
def _referred(text: str, to: str) -> str:
    text = text.strip()
    if text:
        _refuse_end_mark(text)
    if not text.isascii():
        if "：" in text:
            _refuse_second_key(text)
        _refuse_quotes(text)
        if to != "unit":  # whose printed name may have full-width letters
            _refuse_wide(text)
    return text


def _name(text: str, _shape: fields.Shape) -> str:
    return _named(text)


@lru_cache(_MOST_KEPT)
def _named(text: str) -> str:
    name = tidy_name(text)
    if name:
        _refuse_end_mark(name)
    if not name.isascii():
        if "：" in name:
            _refuse_second_key(name)
        _refuse_quotes(name)
    return name


def _when(text: str, _shape: fields.Shape) -> str:
    text = text.strip()
    if not text.isascii():
        if "：" in text:
            _refuse_second_key(text)
        _refuse_quotes(text)
    return text


def _day(text: str, _shape: fields.Shape) -> date:
    return _date(text)


@lru_cache(_MOST_KEPT)
def _date(text: str) -> date:
    parts = text.split("-")
    as_asked = [len(part) for part in parts] == [4, 2, 2] and all(map(_is_digits, parts))
    numbers = tuple(map(int, parts)) if as_asked else _day_typed_otherwise(text)
    # A year far off is a slip, and would be counted through month by month.
    if not numbers or not (FIRST_YEAR <= numbers[0] <= LAST_YEAR and 1 <= numbers[1] <= 12):  # noqa: PLR2004 - months
        held = day_of_serial(text)
        why = "serial" if held else _why_no_day(text)
        raise Refused("MT105", value=_without_quotes(text), why=why, suggestion=held)
    year, month, day = numbers
    last = last_day(year, month)
    if not 1 <= day <= last.day:
        raise Refused("MT302", words=text, year=year, month=month, days=last.day, last=last.isoformat())
    meant = date(year, month, day)
    if not as_asked:
        iso = meant.isoformat()
        why = _why_refused(text)
        if why == "weekday" and not _is_on_its_weekday(text, meant):
            raise Refused("MT105", value=text, why="other-weekday", suggestion="")
        raise Refused("MT105", certain=iso, value=_without_quotes(text), why=why, suggestion=iso)
    return meant


_TIME_OF_DAY = r"(?a)[ T]\d{1,2}:\d{2}(?::\d{2})?\Z"


def _is_on_its_weekday(text: str, day: date) -> bool:
    """False where the day of the week behind a date is another one: either may be the slip."""
    found = re.search(_WEEKDAY, text)
    return found is None or "一二三四五六日".index(found[1].replace("天", "日")) == day.weekday()


def _why_no_day(text: str) -> str:
    """What keeps a text from being a day: ``7月20日`` lacks its year, ``9月底`` is none."""
    plain = _half_width(text)
    if re.fullmatch(_NO_YEAR, plain) is None:
        return ""
    return "no-year" if plain.endswith(("日", "号")) or re.search(r"[-./]", plain) else "no-day"


def _day_typed_otherwise(text: str) -> tuple[int, ...]:
    text = re.sub(_TIME_OF_DAY, "", text[: _LONGEST_DATE + 1])
    text = re.sub(_WEEKDAY, "", text.rstrip(_END_MARKS))
    return _read_loosely(_LOOSE_DAY, text) or _read_loosely(_COMPACT_DAY, text)


def _read_loosely(pattern: str, text: str) -> tuple[int, ...]:
    """The numbers of a date or month in another form than the one asked for."""
    found = re.fullmatch(pattern, _half_width(text))
    if found is None:
        return ()
    year, *rest = found.groups()
    numbers = [read_number(each) for each in rest]
    return (read_year(year), *(each for each in numbers if each is not None)) if None not in numbers else ()


def _half_width(text: str) -> str:
    """``text`` tidied, without quotes; an empty text if more would change in it than its width.

    ``5²`` is no way to write 52.
    """
    if len(text) > _LONGEST_DATE:
        return ""
    for each in text:
        if not (_is_wide(each) or each.isspace() or unicodedata.normalize("NFKC", each) == each):
            return ""
    return tidy(_without_quotes(text.strip()))


def _is_wide(character: str) -> bool:
    return 0xFF01 <= ord(character) <= 0xFF5E  # noqa: PLR2004 - the block of full-width ASCII


def _why_refused(text: str) -> str:
    """What was typed for which a text with one meaning is not in the form asked for."""
    if _without_quotes(text) != text:
        return "curly-quotes"
    if text[-1:] in _END_MARKS:
        return "end-mark"
    if re.search(_WEEKDAY, text):
        return "weekday"
    return "full-width" if any(map(_is_wide, text)) else ""


def _month(text: str, _shape: fields.Shape) -> str:
    parts = text.split("-")
    if [len(part) for part in parts] != [4, 2] or not all(map(_is_digits, parts)):
        meant = month_meant(text)
        why = _why_refused(text) if meant else ""
        raise Refused(
            "MT109", certain=meant, value=_without_quotes(text), why=why, suggestion=meant or "2010-08"
        )
    year, month = map(int, parts)
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):  # noqa: PLR2004 - months
        raise Refused("MT109", value=text, why="", suggestion="2010-08")
    return text


def month_meant(text: str) -> str:
    """The month that ``text`` can only mean, as ``2010-07``, of 2010-7 or 2010年7月; else an empty text."""
    text = text.rstrip(_END_MARKS)
    numbers = _read_loosely(_LOOSE_MONTH, text) or _read_loosely(_COMPACT_MONTH, text)
    if not numbers:
        return ""
    year, month = numbers
    known = FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12  # noqa: PLR2004 - months
    return f"{year:04d}-{month:02d}" if known else ""


def _number(text: str, shape: fields.Shape) -> Decimal:
    assert isinstance(shape, fields.Number)  # noqa: S101 - the table below pairs them
    return _decimal(text, shape.minimum, shape.maximum, whole=shape.whole)


@lru_cache(_MOST_KEPT)
def _decimal(text: str, minimum: int | None, maximum: int | None, *, whole: bool) -> Decimal:
    if not _is_number(text):
        meant = _number_meant(text)
        why = (_why_refused(text) or _mark_in_number(text)) if meant else ""
        shown = meant or _number_among(text)
        raise Refused("MT104", certain=meant, value=_without_quotes(text), why=why, suggestion=shown)
    number = Decimal(text)
    if whole and number != number.to_integral_value():
        raise Refused("MT104", value=text, why="", suggestion=str(int(number)))
    if minimum is not None and number < minimum:
        raise Refused("MT110", value=text, minimum=minimum, maximum="")
    if maximum is not None and number > maximum:
        raise Refused("MT110", value=text, minimum="", maximum=maximum)
    return number


def _number_meant(text: str) -> str:
    """The number that ``text`` can only mean: full-width, with a percent sign, commas between thousands."""
    if not _NO_MINUS.isdisjoint(text):
        return ""
    plain = _half_width(text.rstrip(_END_MARKS)).removesuffix("%").removeprefix("百分之").strip()
    if "百分之" in text and not plain.isascii():
        number = read_number(plain)
        return "" if number is None else str(number)
    if re.fullmatch(_THOUSANDS, plain):
        plain = plain.replace(",", "").replace("_", "")
    plain = plain.removeprefix("+")
    return plain if _is_number(plain) else ""


_AMONG = r"(?:不少于|不低于|约|近|超过|[≥≧>＞≤<＜])? *(\d+(?:\.\d+)?) *[^\d\s.,%万亿千百分之]{0,6}"


def _number_among(text: str) -> str:
    """The one number in ``2个以上``, ``≥2``: an example of what to type, for nobody knows it is that."""
    found = re.fullmatch(_AMONG, _half_width(text)) if len(text) <= _LONGEST_DATE else None
    return found[1] if found and _is_number(found[1]) else ""


def _mark_in_number(text: str) -> str:
    if "%" in text:
        return "percent"
    return "thousands" if "," in text or "_" in text else ""


def _is_number(text: str) -> bool:
    """A minus sign at most, up to 15 digits, and behind a point up to 6 more."""
    whole, point, decimals = text.removeprefix("-").partition(".")
    return (
        _is_digits(whole)
        and len(whole) <= MOST_DIGITS
        and (not point or (_is_digits(decimals) and len(decimals) <= MOST_DECIMALS))
    )


def _is_digits(text: str) -> bool:
    """Only the digits 0 to 9: ``isdigit`` alone takes ² and ３."""
    return text.isascii() and text.isdigit()


def _flag(text: str, _shape: fields.Shape) -> bool:
    try:
        return _FLAGS[text]
    except KeyError:
        plain = _plain_word(text)
        raise Refused("MT108", certain=_FLAGS_MEANT.get(plain, ""), value=text) from None


def _plain_word(text: str) -> str:
    """``text`` as a word to choose would be typed: half-width, small, without quotes or an end mark."""
    return tidy(_without_quotes(text.strip().rstrip(_END_MARKS)))[:LONGEST_IDENTIFIER].lower()


def _choice(text: str, shape: fields.Shape) -> str:
    assert isinstance(shape, fields.Choice)  # noqa: S101 - the table below pairs them
    if text not in shape.words:
        glossed = dict(zip(shape.named, shape.words, strict=False))
        choices = "、".join(f"{word}（{name}）" for name, word in glossed.items()) or "、".join(shape.words)
        plain = _plain_word(text)
        meant = glossed.get(plain, plain if plain in shape.words else "")
        raise Refused(
            "MT106",
            certain=meant,
            value=_without_quotes(text),
            choices_zh=choices,
            choices_en="、".join(shape.words),
            suggestion=meant or _choice_like(text, glossed, shape.words),
        )
    return text


#: What offices say for the words of a choice.
_ALSO_CALLED = {
    "完成": "done", "已完成": "done", "办结": "done", "已办毕": "done", "未开始": "not-started",
    "尚未启动": "not-started", "进行中": "in-progress", "正在办理": "in-progress", "在办": "in-progress",
    "正在推进": "in-progress", "正常": "on", "滞后": "behind",
}  # fmt: skip


def _choice_like(text: str, glossed: dict[str, str], words: tuple[str, ...]) -> str:
    """The word that was probably meant: its name is a part of what was typed, or nearly what was."""
    called = _ALSO_CALLED.get(text.strip(), "")
    within = [word for name, word in glossed.items() if name in text[:LONGEST_IDENTIFIER]]
    return called if called in words else within[0] if len(within) == 1 else ""


#: For each shape of one text the value of a text; raises ``Refused`` with a code and figures.
READERS: dict[type[fields.Shape], Callable[[str, fields.Shape], Any]] = {
    fields.Text: lambda text, _: text,
    fields.Name: _name,
    fields.Identifier: _identifier,
    fields.Reference: _reference,
    fields.When: _when,
    fields.Day: _day,
    fields.Month: _month,
    fields.Number: _number,
    fields.Flag: _flag,
    fields.Choice: _choice,
}
