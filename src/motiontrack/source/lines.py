"""One line as a person types it: its parts, and the slips of a Chinese keyboard mended in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from motiontrack.source.braces import mend_braces, mend_list, suspected
from motiontrack.source.text import LIST_MARKS, ODD_SPACES

__all__ = [
    "MOST_CHARACTERS",
    "Parts",
    "Slip",
    "TwoKeys",
    "any_slip",
    "closing_quote",
    "list_mark",
    "mend_colon",
    "odd_indent",
    "odd_spaces_mended",
    "parts",
    "pieces",
    "quote",
    "slip_in",
    "two_keys",
    "why_quote",
    "without_comment",
]

MOST_CHARACTERS = 2_000
"""Longer lines were not typed by hand; patterns are not tried on them."""

_ODD = ODD_SPACES
_MENDED = str.maketrans(dict.fromkeys(_ODD, "") | {"\u3000": "  ", "\u00a0": " "})

# Patterns stay strings: `re` compiles and keeps each on first use, so that only a
# faulty file pays for them (compiling all of them took 4 ms at every start).

# The keys of the files are all lower-case ASCII: with one of them a slip is certain wherever the
# line stands, while `注：` may well begin a sentence.
_OUR_KEY = r"[a-z][a-z_]+"
# With a bracket or a number a paragraph begins, and no key.
_NO_KEY = r"(?![（(《〔①-⑳]|[0-9０-９]{1,2}[.．、]|[一二三四五六七八九十]{1,3}、)"
_ANY_KEY = _NO_KEY + r"[^\s:：#\"'“”‘’\[\]{},，。；、&*!|>%@`?-][^\s:：#\"'“”，。；、\[\]{},]{0,19}"
_HEAD = r"(?P<head> *(?:- +)*)"

_PARTS = _HEAD + r"(?:(?P<key>[^\s:#\"'\[\]{},&*!|>%@`][^:#\"'\[\]{},]*): +)?(?P<value>.*)"
_COMMENT = r" +#.*$"
_BLOCK_HEADER = r"[|>][-+0-9]{0,2}$"


class Parts(NamedTuple):
    """A line taken apart: ``before`` + ``value`` + ``after`` is the line."""

    before: str
    key: str | None
    value: str
    after: str


class Slip(NamedTuple):
    """One slip: the code, where in the line (from 1), the figures, and the line without it.

    ``certain`` says that the line can only have been meant as ``mended``.
    """

    code: str
    column: int
    width: int
    mark: str
    key: str
    mended: str
    certain: bool = True


def parts(line: str) -> Parts:
    """Take a line apart into what stands before the value, the value, and a comment."""
    match = re.match(_PARTS, line)
    if match is None:
        return Parts("", None, line, "")
    value = match["value"]
    bare = "" if value[:1] == "#" else value if value[:1] in ("'", '"') else without_comment(value)
    bare = bare.rstrip()
    return Parts(line[: match.start("value")], match["key"], bare, value[len(bare) :])


def without_comment(text: str) -> str:
    """``text`` up to a `` #``."""
    return re.sub(_COMMENT, "", text[:MOST_CHARACTERS])


def quote(value: str) -> str:
    """``value`` in quotes, as it would be typed in YAML."""
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def odd_spaces_mended(text: str) -> str:
    """Odd spaces as the spaces they look like: wide ones two, zero-width ones none."""
    return text.translate(_MENDED)


# -- slips that are certain from the line alone

_ODD_INDENT = rf"[ -]*(?P<mark>[{_ODD}])"
# Only before what is not prose: the second line of a long text may well begin with two wide spaces.
_ODD_BEFORE_KEY = (
    rf"[ -]*(?P<mark>[{_ODD}])[ {_ODD}]*"
    rf"(?:[－#-]|(?<=-[{_ODD}])|(?:- +)*{_ANY_KEY} ?:(?: |$)|(?:- +)*{_OUR_KEY} ?[:：])"
)
_ODD_AFTER_KEY = rf"{_HEAD}(?P<key>{_OUR_KEY}) ?[:：](?P<mark>[{_ODD}])"
_WIDE_DASH = rf" *(?:- +)*(?P<mark>－)(?:[ \u3000]+|(?={_OUR_KEY} ?[:：]))"
_GLUED_DASH = rf" *(?:- +)*(?P<mark>-)(?:(?=(?P<key>{_OUR_KEY}) ?[:：])|(?=[{{｛]))"
#: A number before an entry, as paragraphs have them.
_NUMBERED = (
    r"[0-9０-９]{1,2}[、.．)）]|[（(][0-9０-９]{1,2}[)）]|[①-⑳]|[（(]?[一二三四五六七八九十]{1,3}[、)）]"
)
_OTHER_DASH = rf" *(?:- +)*(?P<mark>[—–·•●]+|{_NUMBERED}) *(?={_OUR_KEY} ?[:：])"
_WIDE_HASH = r" *(?P<mark>＃)"
_HASH_BEHIND = r" *[^ #\"'“‘][^#\"'“‘]*? (?P<mark>＃)(?![0-9０-９])"
_CURLY_KEY = rf"{_HEAD}(?P<mark>[“‘])(?P<key>{_OUR_KEY})[”’] ?[:：] *"
_WIDE_COLON = rf"{_HEAD}(?P<key>{_OUR_KEY})[ {_ODD}]*(?P<mark>：)[ {_ODD}]*(?!/|／)"
_NO_SPACE = rf"{_HEAD}(?P<key>{_OUR_KEY})(?P<mark>:)(?![\s:/{_ODD}]|$)"
_CURLY_VALUE = rf"{_HEAD}(?:{_OUR_KEY} ?[:：] *)?(?P<mark>[“‘])[!#-&(-~]+[”’] *$"


def any_slip(rows: tuple[str, ...]) -> bool:
    """Whether a line has a certain slip; run over every line of every file, so in C."""
    suspects = [match.string for match in map(re.compile(_WORTH_A_LOOK).match, rows) if match]
    suspects += [row for row in rows if "＃" in row or (("{" in row or "｛" in row) and suspected(row))]
    return any(slip_in(row) for row in suspects)


def slip_in(line: str) -> Slip | None:
    """The first certain slip of a line, with the line mended of all of them."""
    if len(line) > MOST_CHARACTERS:
        return None
    if not (re.match(_WORTH_A_LOOK, line) or "＃" in line or suspected(line)):
        return None
    first: Slip | None = None
    for _ in range(8):
        slip = _first_slip(line)
        if slip is None or slip.mended == line:
            break
        certain = slip.certain and (first is None or first.certain)
        first, line = (first or slip)._replace(certain=certain), slip.mended
    return first._replace(mended=line) if first else None


# One pattern before a dozen: most lines of most files go no further.
_WORTH_A_LOOK = (
    rf"[ -]*(?:[{_ODD}－“‘—–·•●]|(?<=-)[a-z{{｛]"
    rf"|[0-9０-９（(①-⑳一二三四五六七八九十]"
    rf"|{_OUR_KEY} *(?:：|:(?:[^\s]|[{_ODD}]| *(?:[［“‘]|\[[^\]]*[，“］]))))"
)


def odd_indent(line: str) -> Slip | None:
    """An odd space before the first letter of a line, whatever the line is."""
    match = re.match(_ODD_INDENT, line)
    if match is None or len(line) > MOST_CHARACTERS:
        return None
    rest = len(line) - len(line.lstrip(f" -{_ODD}"))
    return _slip("MT006", match, odd_spaces_mended(line[:rest]) + line[rest:])


def _first_slip(line: str) -> Slip | None:
    if re.match(_ODD_BEFORE_KEY, line):
        return odd_indent(line)
    if match := re.match(_GLUED_DASH, line):
        return _slip("MT032", match, line[: match.end()] + " " + line[match.end() :])
    if match := re.match(_OTHER_DASH, line):
        before = line[: match.start("mark")]
        # A number behind a dash was typed beside it, not for it.
        dash = "" if "-" in before and match["mark"][0] not in "—–·•●" else "- "
        return _slip("MT031", match, before + dash + line[match.end() :])
    if slip := mend_colon(line, ours=True):
        return slip
    if match := re.match(_ODD_AFTER_KEY, line):
        return _slip("MT006", match, line[: match.start("mark")] + " " + line[match.end() :].lstrip())
    if match := re.match(_WIDE_DASH, line):
        return _slip("MT024", match, line[: match.start("mark")] + "- " + line[match.end() :])
    if match := re.match(_WIDE_HASH, line) or re.match(_HASH_BEHIND, line):
        made = _slip("MT024", match, line[: match.start("mark")] + "#" + line[match.end("mark") :])
        # Behind other words it may be one of them, and set in it may go on with the text above.
        return made._replace(certain=match.start("mark") == 0)
    if match := re.match(_CURLY_KEY, line):
        return _slip("MT024", match, f"{match['head']}{match['key']}: {line[match.end() :]}")
    for mended in (mend_braces(line), mend_list(line)):
        if mended is not None and mended != line:
            return _first_difference(line, mended)
    if match := re.match(_CURLY_VALUE, line):
        at = match.start("mark")
        return _slip("MT024", match, line[:at] + quote(line[at:].strip()[1:-1]))
    return None


def _first_difference(line: str, mended: str) -> Slip:
    """The slip for which ``line`` is not ``mended``: the first of several marks."""
    at = next(at for at, (old, new) in enumerate(zip(line, mended + "\0", strict=False)) if old != new)
    if mended[at] == "," and line[at] in " 、；;":
        words = re.match(r"[ 、；;]*([^\s:：]*)", line[at:])
        return Slip("MT033", at + 1, 1, line[at], words[1] if words else "", mended)
    while line[at] == " ":
        at += 1
    mark = line[at]
    before = re.search(r"[^\s:,，{｛\[［]+$", line[:at].rstrip())
    key = before[0] if before else ""
    if mark == "：":
        return Slip("MT011", at + 1, 1, mark, key, mended)
    if line[at - 1 : at] == ":" and mended[at] == " ":
        return Slip("MT012", at, 1, ":", key.rstrip(":"), mended)
    # `［x］` may be words; with a comma or a key in it, it is a list or an entry.
    certain = mark not in "［］｛｝" or ", " in mended or re.search(r"\{[^,{}]+: ", mended) is not None
    return Slip("MT024", at + 1, 1, mark, key, mended, certain=certain)


_ANY_WIDE_COLON = rf"{_HEAD}(?P<key>{_ANY_KEY})[ {_ODD}]*(?P<mark>：)[ {_ODD}]*(?!/|／)"
_ANY_NO_SPACE = rf"{_HEAD}(?P<key>{_ANY_KEY})(?P<mark>:)(?![\s:/{_ODD}]|$)"


def mend_colon(line: str, *, ours: bool = False) -> Slip | None:
    """A full-width colon after a key (MT011), or no space after its colon (MT012).

    ``ours``: only after a key as this program has them; else after any short word.
    """
    if len(line) > MOST_CHARACTERS:
        return None
    if match := re.match(_WIDE_COLON if ours else _ANY_WIDE_COLON, line):
        rest = line[match.end() :]
        made = _slip("MT011", match, f"{match['head']}{match['key']}: {rest}".rstrip())
    elif match := re.match(_NO_SPACE if ours else _ANY_NO_SPACE, line):
        made = _slip("MT012", match, f"{match['head']}{match['key']}: {line[match.end() :]}")
    else:
        return None
    return made._replace(certain=ours)


def _slip(code: str, match: re.Match[str], mended: str) -> Slip:
    groups = match.groupdict()
    mark = match["mark"].strip(" ") or match["mark"]
    column = match.start("mark") + len(match["mark"]) - len(match["mark"].lstrip(" ")) + 1
    return Slip(code, column, len(mark), mark, groups.get("key") or "", mended)


class TwoKeys(NamedTuple):
    """A value that holds a second key: what stands before it, the key, and its own value."""

    first: str
    key: str
    rest: str


#: Behind Latin letters a blank parts no keys: it may be words that go on.
_TWO_KEYS = (
    r"(?P<first>[^\"'\[{].*?)(?: *[，,；;、。|｜] *|(?<=[^\x00-\x7f]) +)"
    r"(?P<key>[a-z][a-z_]+) ?(?:[:：] +|：)(?P<rest>.*)"
)


def two_keys(value: str) -> TwoKeys | None:
    """The two fields that were typed on one line, where ``value`` is what stands behind the first key."""
    match = re.fullmatch(_TWO_KEYS, value) if len(value) <= MOST_CHARACTERS else None
    return TwoKeys(match["first"], match["key"], match["rest"]) if match else None


# -- why a value needs quotes


def list_mark(line: str, indent: int) -> Slip | None:
    """Another mark than ``- `` before what may be an entry of a list, ``indent`` characters in."""
    start = line[indent:]
    if start[:1] == "-" and start[1:2] not in ("", "-", " ") and not line[:indent].strip(" "):
        return Slip("MT032", indent + 1, 1, "-", "", f"{line[:indent]}- {start[1:]}")
    mark = start[: len(start) - len(start.lstrip(start[:1]))] if start[:1] in LIST_MARKS else ""
    words = start[len(mark) :].strip(" ")
    if not mark or not words or line[:indent].strip(" ") or (mark in "*+" and start[1:2] != " "):
        return None
    return Slip("MT031", indent + 1, len(mark), mark, "", f"{line[:indent]}- {words}")


def why_quote(value: str) -> str | None:
    """The mark for which YAML cannot take ``value`` as it stands, if there is one."""
    first = value[:1]
    if first in ("@", "`", "%", "*", "&", "!"):
        return first
    if first in ("|", ">"):
        return None if re.match(_BLOCK_HEADER, value) else first
    if first in ('"', "'"):
        end = closing_quote(value)
        rest = value[end + 1 :].lstrip() if end else ""
        return first if rest and not rest.startswith("#") else None
    if first in ("[", "{"):
        end = _closing_bracket(value)
        return first if end and value[end + 1 :].strip() else None
    if first in ("-", "?") and value[1:2] == " ":
        return first
    if first in (",", "]", "}"):
        return first
    return ":" if ": " in value or value.endswith(":") else None


def closing_quote(value: str) -> int:
    """The index of the quote that closes the one ``value`` begins with; 0 if none does."""
    mark, at = value[0], 1
    while at < len(value):
        if value[at] == "\\" and mark == '"':
            at += 1
        elif value[at] == mark:
            if mark == "'" and value[at + 1 : at + 2] == mark:
                at += 1
            else:
                return at
        at += 1
    return 0


def _closing_bracket(value: str) -> int:
    depth = 0
    for at, character in enumerate(value):
        if character in "[{":
            depth += 1
        elif character in "]}":
            depth -= 1
            if depth == 0:
                return at
    return 0


_PIECE = r"[,{\[] *(?:[a-z][a-z_]* *: +)?(?P<value>[^,{}\[\]\"']+)"
_COMMA_THEN_KEY = rf"，(?= *{_OUR_KEY} ?: )"


def pieces(row: str) -> Iterator[tuple[int, str, int]]:
    """The unquoted pieces of a bracketed line: index, text, and index of a wide comma or -1."""
    for match in re.finditer(_PIECE, row):
        comma = re.compile(_COMMA_THEN_KEY).search(row, match.start("value"), match.end("value"))
        yield match.start("value"), match["value"].rstrip(), comma.start() if comma else -1
