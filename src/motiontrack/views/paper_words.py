"""Texts of the files as sentences of a paper need them."""

from __future__ import annotations

import re

from motiontrack.views.page_title import points

__all__ = ["bare", "brief", "called", "full_width", "put_right", "quoted", "said_by", "without_addresses"]

#: What a text may end with that the sentence round it says again.
_ENDS = "。．.；;，,、：: "
#: A name in a sentence is no longer.
_LONGEST_NAME = 50
#: What a unit writes before a return that puts another right; papers tell what is right.
_PUT_RIGHT = re.compile(r"^(?:更正|补正|订正|勘误)[：:，,]\s*")
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


def put_right(text: str) -> str:
    """A unit's words without the note that they put an earlier return right."""
    return _PUT_RIGHT.sub("", text)


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
    """What a text is called in a sentence or a row of others: its first clause, and 等 if there are more.

    A clause that goes on for lines is cut with ….
    """
    whole = bare(text)
    name = re.split("[；，。]", whole, maxsplit=1)[0]
    if len(name) > _LONGEST_NAME:
        return brief(name, _LONGEST_NAME)
    return name if name == whole else f"{name}等"


def without_addresses(text: str) -> str:
    """``text`` without its web addresses and the comma before each; nothing but an address stays."""
    kept = re.sub(r"[，,]?\s*https?://[^\s）；，。]+\s*", "", text).replace("（）", "")
    return kept or text
