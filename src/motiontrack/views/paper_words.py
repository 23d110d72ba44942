"""Texts of the files as sentences of a paper need them."""

from __future__ import annotations

import re

from motiontrack.views.page_title import points

__all__ = ["bare", "brief", "called", "full_width", "quoted", "said_by"]

#: What a text may end with that the sentence round it says again.
_ENDS = "。．.；;，,、：: "
_CJK = r"\u3400-\u9fff"
_INNER = str.maketrans("“”", "‘’")
_WIDE = str.maketrans(",;:?!", "，；：？！")


def full_width(text: str) -> str:
    """``text`` on one line, with the marks beside Chinese characters as Chinese text has them."""
    line = re.sub(r"\s+", " ", text).strip()
    line = re.sub(rf"(?<=[{_CJK}”》）])[,;:?!] ?", lambda found: found[0].strip().translate(_WIDE), line)
    line = re.sub(rf"[,;:?!] ?(?=[{_CJK}“《（])", lambda found: found[0].strip().translate(_WIDE), line)
    line = re.sub(rf"\(([^()]*[{_CJK}][^()]*)\)", r"（\1）", line)
    return re.sub(r"(?<=\d)~(?=\d)", "～", line)


def said_by(text: str | None) -> str:
    """A unit's words without the mark at their end."""
    return full_width(text or "").rstrip(_ENDS)


def bare(text: str) -> str:
    """``text`` in one line to stand inside a sentence: full-width marks beside Chinese, none at its end.

    Numbered points stand one after the other.
    """
    said = (said_by(words) for _, words in points(text.strip()))
    return "；".join(each for each in said if each)


def brief(text: str, most: int) -> str:
    """``bare`` text of at most ``most`` characters, cut with …; a quotation that is cut is closed."""
    whole = bare(text)
    if len(whole) <= most:
        return whole
    cut = whole[: most - 1].rstrip(_ENDS)
    return f"{cut}…{'”' * (cut.count('“') - cut.count('”'))}"


def quoted(text: str) -> str:
    """``text`` in quotation marks; those that it has itself become the inner ones."""
    return f"“{text.translate(_INNER)}”"


def called(text: str) -> str:
    """What a task is called in a row of others: the first clause of its text, and 等 if there are more."""
    whole = bare(text)
    name = re.split("[；，]", whole, maxsplit=1)[0]
    return name if name == whole else f"{name}等"
