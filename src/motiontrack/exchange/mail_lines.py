"""The lines of a form that came back by mail: what each begins, and which of them go on with it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from itertools import takewhile

from motiontrack.exchange.identity import FORM_MARK
from motiontrack.exchange.layout import FILLED, SIGNED, field, label
from motiontrack.exchange.text_forms import ABOUT, SHOWN
from motiontrack.language.catalogue import load
from motiontrack.language.display import cell_len
from motiontrack.lean import lean
from motiontrack.model.resolve import Kind, Node

__all__ = [
    "BULLET",
    "LANGUAGES",
    "Line",
    "LineKind",
    "Part",
    "bare",
    "identities",
    "inner_label",
    "lines_of",
    "lost_label",
    "own_lines",
    "parts_of",
    "squeezed",
    "until_blank",
]

LANGUAGES = ("zh", "en")
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\ufeff"))
_QUOTED = r"(?:[ \t\u3000\u00a0]*[>＞])+"
# Every repetition is bounded: a line may hold a million of anything.
_BLANK = r"[ \t\u3000]{0,4}"
BULLET = rf"[-*+•·●▪◦–—－]{_BLANK}"
_ITALIC = r"[*_]{0,3}"
_OPEN, _CLOSE = "[“”\"「『'‘]?", "[“”\"」』'’]?"
#: What may stand between a label and its colon: the words to choose from, a measure.
_ASIDE = rf"{_BLANK}(?:[（(].{{0,80}}?[）)])?"
_COLON = rf"{_BLANK}[:：﹕]"
#: What parts an answer from what it answers, or from what the writer's program puts below every mail.
_PARTING = r"[-—=_*]{3,}.*|--|.*(?:写道|wrote)\s*[:：]|(?:发件人|From)\s*[:：].*"
_LIKE_A_LABEL = rf"(?:{BULLET})?{_ITALIC}[^\W\d][^\s:：，,。；、]{{0,11}}{_ITALIC}{_ASIDE}{_COLON}.*"
#: Into so many lines more a long name of a plan may be broken.
_MOST_BROKEN = 8
#: So many characters of an item's text behind its id make a heading, where its ``#`` were lost.
_ENOUGH_OF_A_TEXT = 6


class LineKind(StrEnum):
    """What a line begins; ``PLAIN`` goes on with what another began."""

    TITLE = "title"
    IDENTITY = "identity"
    HEADING = "heading"
    SIGNED = "signed"
    SHOWN = "shown"
    FILLED = "filled"
    TOTAL = "total"
    END = "end"
    PARTING = "parting"
    PLAIN = "plain"


#: What stands inside a form: text above it still belongs to the form.
_INSIDE = frozenset((LineKind.HEADING, LineKind.FILLED, LineKind.TOTAL, LineKind.SHOWN, LineKind.END))


@lean
class Line:
    """One line: what it begins, of which item, key or target, what is said there, and what was before it."""

    number: int
    kind: LineKind
    name: str
    said: str
    width: int
    after_blank: bool


@lean
class Part:
    """What one line begins, with the lines that go on with it; ``next`` is what comes then."""

    first: Line
    more: tuple[Line, ...]
    next: LineKind | None


def bare(line: str) -> str:
    """A line without the marks of quoting, and with plain blanks only."""
    text = re.sub(rf"\A{_QUOTED}", "", line.translate(_UNSEEN))
    return text.replace("&nbsp;", " ").replace("\u00a0", " ").strip(" \t\u3000")


def squeezed(text: str) -> str:
    """``text`` without blanks and marks, in plain forms, to be held against what was sent."""
    return re.sub(r"[\s>*_#]+", "", unicodedata.normalize("NFKC", text))


def identities(lines: Sequence[str]) -> Iterator[str]:
    """What a form says of itself, also where a mail program broke the line."""
    for number, line in enumerate(lines):
        _, mark, said = line.partition(FORM_MARK)
        if mark:
            yield mark + said + "".join(takewhile(bool, lines[number + 1 : number + 1 + _MOST_BROKEN]))


def lines_of(lines: Sequence[str], nodes: Mapping[str, Node]) -> Iterator[Line]:
    """Every line that is not blank, by what it begins."""
    after_blank = True
    for number, line in enumerate(lines, 1):
        if line and not re.fullmatch(rf"{BULLET}|[#＃]+", line):  # a mark alone was parted from its line
            kind, name, said = _begins(line, nodes)
            yield Line(number, kind, name, said, cell_len(line), after_blank)
        after_blank = not line


def _begins(line: str, nodes: Mapping[str, Node]) -> tuple[LineKind, str, str]:
    if FORM_MARK in line:
        return LineKind.IDENTITY, "", line
    if squeezed(line) in _ends():
        return LineKind.END, "", line
    if (item := _heading(line, nodes)) is not None:
        return LineKind.HEADING if item else LineKind.TITLE, item, line
    for kind, pattern in _labels():
        if found := re.fullmatch(pattern, line):
            return kind, _keys().get(found["name"], found["name"]), found["said"].strip()
    return (LineKind.PARTING if re.fullmatch(_PARTING, line) else LineKind.PLAIN), "", line


def _heading(line: str, nodes: Mapping[str, Node]) -> str | None:
    """The item that a line is the heading of, empty for that of the whole; ``None`` if it is no heading."""
    found = re.fullmatch(r"(?P<marks>[#＃]*)\s*[*_]*(?P<id>\S+?)(?:[\s\u3000]+(?P<text>.*))?", line)
    if found is None:
        return None
    item = found["id"].strip("*_")
    item = item if item in nodes else unicodedata.normalize("NFKC", item)
    if found["marks"]:
        return item if item in nodes or len(found["marks"]) > 1 else ""
    text = squeezed(found["text"] or "")
    if not text or item not in nodes:
        return None
    return item if any(_is_of(text, printed) for printed in _printed(nodes[item])) else None


def _is_of(text: str, printed: str) -> bool:
    """Whether enough of what was printed is left."""
    return len(text) >= min(_ENOUGH_OF_A_TEXT, len(printed)) and printed.startswith(text)


def _printed(node: Node) -> Iterator[str]:
    """What a heading says behind the id: an item's text, before a stage's what it is."""
    if node.kind is Kind.STAGE:
        for each in LANGUAGES:
            yield squeezed(load(each, "collect").word("collect.stage", words=node.item.text))
    else:
        yield squeezed(node.item.text)


# -- labels, in either language


@cache
def _keys() -> Mapping[str, str]:
    """What a form asks for, by the label it stands behind."""
    return {name: key for key in (*SIGNED, *FILLED) for name in (field(key).label_zh, field(key).label_en)}


@cache
def _labels() -> tuple[tuple[LineKind, str], ...]:
    """What a line is that begins with a label."""
    catalogues = [load(each, "collect") for each in LANGUAGES]
    shown = [label(key, each) for key in SHOWN for each in catalogues]
    shown += [each.word(ABOUT) for each in catalogues]
    figure = "|".join(re.escape(each.word("collect.figure-name")) for each in catalogues)
    begin, end = rf"(?:{BULLET})?{_ITALIC}", rf"{_ITALIC}{_ASIDE}{_ITALIC}{_COLON}{_ITALIC}(?P<said>.*)"
    named = {
        LineKind.SIGNED: [name for name, key in _keys().items() if key in SIGNED],
        LineKind.FILLED: [name for name, key in _keys().items() if key in FILLED],
        LineKind.SHOWN: shown,
    }
    of_figure = rf"{begin}(?:{figure}){_BLANK}{_OPEN}(?P<name>[^“”\"「」『』:：（(]{{1,80}}?){_CLOSE}{end}"
    return (
        *(
            (kind, rf"{begin}(?P<name>{'|'.join(map(re.escape, names))}){end}")
            for kind, names in named.items()
        ),
        (LineKind.TOTAL, of_figure),
    )


@cache
def _ends() -> frozenset[str]:
    return frozenset(squeezed(load(each, "collect").word("collect.end")) for each in LANGUAGES)


@cache
def inner_label() -> str:
    """A label with its mark inside a line, or right behind another label."""
    names = "|".join(map(re.escape, _keys()))
    return rf"(?:{BULLET}|\A){_ITALIC}(?:{names}){_ITALIC}{_ASIDE}{_COLON}"


def lost_label(lacking: Collection[str]) -> str:
    """A line that looks like a label, or has one of the keys ``lacking`` without its colon."""
    names = "|".join(re.escape(name) for name, key in _keys().items() if key in lacking)
    return rf"{_LIKE_A_LABEL}|(?:{BULLET})?{_ITALIC}(?:{names}){_ITALIC}{_BLANK}(?:[（(].*)?"


# -- what belongs together


def parts_of(lines: Sequence[Line]) -> Iterator[Part]:
    """Each line that begins something, with those that go on with it."""
    following: LineKind | None = None
    more: list[Line] = []
    parts: list[Part] = []
    for line in reversed(lines):
        # A rule is no parting, and a # no title, where the form goes on behind it.
        parts_off = line.kind in (LineKind.PARTING, LineKind.TITLE)
        if line.kind is LineKind.PLAIN or (parts_off and following in _INSIDE):
            more.append(line)
            continue
        parts.append(Part(line, tuple(reversed(more)), following))
        following, more = line.kind, []
    return reversed(parts)


def own_lines(part: Part) -> tuple[Line, ...]:
    """The lines that go on with what was typed behind a label: not those below the last one's blank line."""
    own = part.more if part.next in _INSIDE else until_blank(part.more)
    if part.first.kind is LineKind.SIGNED:  # a name or a day, behind its label or below it
        return () if part.first.said else own[:1]
    return own


def until_blank(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Those above the first blank line."""
    return tuple(takewhile(lambda line: not line.after_blank, lines))
