"""Ways to break a file, as people, programs and disks do. Each takes bytes and gives bytes."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

__all__ = ["MUTATIONS", "Files", "broken"]

Files = dict[str, bytes]
Mutation = Callable[[bytes, Random], bytes]

_WIDE = {each: each + 0xFEE0 for each in range(0x21, 0x7F)}
_JUNK = [
    *"：，［］｛｝（）“”‘’－＃　＊＠％、。；·—…《》〈〉【】〔〕０１９Ａｚ",
    *"*&!|>%@`-?:,[]{}#'\"\\~<=^",
    *"\t\r\x00\x01\x08\x1b\x7f\x85\u00a0\u200b\u200e\u202e\u2028\ufeff\ufffd\ufffe",
    *"½²①㈠㎡ﷺ𠮷👩\u0301",
    "\ud7ff", "<<: ", "*a", "&a ", "!!int ", "---\n", "...\n", "? ", "- ", ": ", " #", "|\n", ">-\n",
    "null", "~", "yes", "0x", "1e999", ".nan", "9" * 400, "-", "二〇一〇年", "4月初", "2010-02-30", "{0!r:>9999}", "%s",
]  # fmt: skip


def _rows(data: bytes) -> list[bytes]:
    return data.split(b"\n")


def flip(data: bytes, dice: Random) -> bytes:
    """Some bytes are others."""
    changed = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 8, 40))):
        if changed:
            changed[dice.randrange(len(changed))] = dice.randrange(256)
    return bytes(changed)


def swap(data: bytes, dice: Random) -> bytes:
    """Two lines change places."""
    rows = _rows(data)
    one, other = dice.randrange(len(rows)), dice.randrange(len(rows))
    rows[one], rows[other] = rows[other], rows[one]
    return b"\n".join(rows)


def drop(data: bytes, dice: Random) -> bytes:
    """Some lines are gone."""
    rows = _rows(data)
    at = dice.randrange(len(rows))
    del rows[at : at + dice.choice((1, 1, 2, 20))]
    return b"\n".join(rows)


def double(data: bytes, dice: Random) -> bytes:
    """Some lines stand twice."""
    rows = _rows(data)
    at, many = dice.randrange(len(rows)), dice.choice((1, 1, 3, 30))
    rows[at:at] = rows[at : at + many]
    return b"\n".join(rows)


def indent(data: bytes, dice: Random) -> bytes:
    """Some lines are set in in another way."""
    rows = _rows(data)
    at = dice.randrange(len(rows))
    lead = dice.choice((b" ", b"  ", b"\t", "　".encode(), "\u00a0".encode(), b"- ", "－".encode(), b""))
    for number in range(at, min(at + dice.choice((1, 1, 2, 15)), len(rows))):
        rows[number] = lead + rows[number] if dice.random() < 0.6 else rows[number].lstrip()
    return b"\n".join(rows)


def widen(data: bytes, dice: Random) -> bytes:
    """Marks, digits or whole stretches become full-width."""
    text = data.decode("utf-8", "replace")
    if dice.random() < 0.3:
        old = dice.choice((": ", ", ", "- ", " #", "[", "]", "{", "}", "2010-", '"', "%"))
        new = {": ": "：", ", ": "，", "- ": "－", " #": " ＃", '"': "“"}.get(old, old.translate(_WIDE))
        return text.replace(old, new, dice.choice((1, 5, 10_000))).encode("utf-8", "replace")
    at = dice.randrange(len(text) + 1)
    end = at + dice.choice((1, 1, 3, 10, 60))
    return (text[:at] + text[at:end].translate(_WIDE) + text[end:]).encode("utf-8", "replace")


def insert(data: bytes, dice: Random) -> bytes:
    """Something that does not belong there."""
    text = data.decode("utf-8", "replace")
    for _ in range(dice.choice((1, 1, 2, 5))):
        at = dice.randrange(len(text) + 1)
        junk = dice.choice(_JUNK) * dice.choice((1, 1, 1, 2, 70))
        text = text[:at] + junk + text[at + dice.choice((0, 0, 1, 2)) :]
    return text.encode("utf-8", "replace")


def value(data: bytes, dice: Random) -> bytes:
    """A value is another one."""
    text = data.decode("utf-8", "replace")
    found = list(re.finditer(r": ([^\n]*)", text))
    if not found:
        return data
    old = dice.choice(found)
    others = [str(each[1]) for each in dice.choices(found, k=9)]
    new = dice.choice(
        [*_JUNK, "", "[]", "{}", "[a, {b: c}]", "“甲”", "１２％", "2010.8.31", "2,000", *others]
    )
    changed: str = text[: old.start(1)] + new + text[old.end(1) :]
    return changed.encode("utf-8", "replace")


def squeeze(data: bytes, dice: Random) -> bytes:
    """A space after a colon or a dash is gone."""
    places = [match.start() for match in re.finditer(rb"(?<=[:,-]) ", data)]
    if not places:
        return data
    at = dice.choice(places)
    return data[:at] + data[at + 1 :]


def cut(data: bytes, dice: Random) -> bytes:
    """The file ends too early."""
    return data[: dice.randrange(len(data) + 1)]


def splice(data: bytes, dice: Random) -> bytes:
    """A stretch of the file stands somewhere else."""
    if not data:
        return data
    at = dice.randrange(len(data))
    piece = data[at : at + dice.choice((1, 10, 100, 2000))]
    to = dice.randrange(len(data) + 1)
    return data[:to] + piece + data[to:]


def recode(data: bytes, dice: Random) -> bytes:
    """Saved in another encoding, all of it or a part."""
    text = data.decode("utf-8", "replace")
    at = dice.choice((0, 0, dice.randrange(len(text) + 1)))
    encoding = dice.choice(
        ("gbk", "gb18030", "big5", "utf-16", "utf-16-be", "utf-8-sig", "latin-1", "shift-jis")
    )
    return text[:at].encode("utf-8", "replace") + text[at:].encode(encoding, "replace")


def ends(data: bytes, dice: Random) -> bytes:
    """Other line ends, some or all."""
    return data.replace(b"\n", dice.choice((b"\r\n", b"\r", b"\n\n", b" \n")), dice.choice((1, 10, 100_000)))


def deepen(data: bytes, dice: Random) -> bytes:
    """Very deep, or very long."""
    many = dice.choice((30, 70, 2_000))
    rows = _rows(data)
    deep = dice.choice(
        (b"[" * many, b"{a: " * many, b"- " * many, b"[" * many + b"]" * many, b"x" * many * 50)
    )
    rows.insert(dice.randrange(len(rows) + 1), dice.choice((b"", b"    note: ")) + deep)
    return b"\n".join(rows)


MUTATIONS: dict[str, Mutation] = {
    each.__name__: each
    for each in (
        flip, swap, drop, double, indent, widen, insert, value, squeeze, cut, splice, recode, ends, deepen,
    )
}  # fmt: skip


def broken(files: Files, dice: Random) -> Files:
    """``files`` with one to four things done to one or two of them."""
    changed = dict(files)
    for _ in range(dice.choice((1, 1, 2, 3, 4))):
        name = dice.choice(sorted(changed))
        if dice.random() < 0.05:
            other = dice.choice(sorted(changed))
            half = dice.randrange(len(changed[name]) + 1)
            changed[name] = changed[name][:half] + changed[other][dice.randrange(len(changed[other]) + 1) :]
        else:
            mutation = dice.choice(list(MUTATIONS.values()))
            changed[name] = mutation(changed[name], dice)
    return changed
