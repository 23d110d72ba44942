"""The name that a file was probably meant to have, if it is not one of those that are read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

__all__ = ["likely_name"]

_ENDING = r"(?:\.ya?ml)+(?:\.txt)?"
#: What systems and people put round the name of a copy.
_COPY = r"(?:副本|拷贝|复制|备份|复件|最终版?|定稿|终稿|修改稿?|新建|新|旧|copy|backup|final|new|old|of)"
_AROUND = rf"(?:[\s_.-]|{_COPY}|\([^()]*\)|v(?=\d)|\d)"
_MONTH = r"(?P<year>(?:19|20)\d\d)[-_.年\s]?(?P<month>0?[1-9]|1[0-2])月?(?:份)?"


def likely_name(path: str, known: Collection[str]) -> str:
    """One of ``known``, or the name of a month's returns, that ``path`` is nearly; else an empty text."""
    *_, name = unicodedata.normalize("NFKC", path).lower().split("/")
    match = re.fullmatch(rf"(?P<stem>.*?)\s*{_ENDING}", name)
    if match is None:
        return ""
    stem = match["stem"]
    if month := re.fullmatch(_MONTH, stem.strip()):
        return f"returns/{month['year']}-{int(month['month']):02d}.yaml"
    bare = re.sub(rf"^{_AROUND}+|{_AROUND}+$", "", stem)
    stems = {each.removesuffix(".yaml"): each for each in known}
    for each in (bare, f"{bare}s", bare.removesuffix("s")):
        if each in stems:
            return stems[each]
    return ""
