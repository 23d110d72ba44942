"""A form that came back by mail: items by their ids, what was typed by the label it stands behind.

A mail program quotes lines with ``>``, breaks long ones, drops or changes the marks of Markdown, puts
blank lines and other blanks in, and sets the form it answers below the answer. What can be nothing
else is read through all that; a line of which it cannot be told to what it belongs is told of.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import pairwise, takewhile

from motiontrack.book import Book
from motiontrack.exchange.asking import form_for
from motiontrack.exchange.cells import Unsure
from motiontrack.exchange.filled import Filled
from motiontrack.exchange.grid import Doubt
from motiontrack.exchange.identity import FORM_MARK, Identity, read_identity
from motiontrack.exchange.layout import FILLED, OF_STAGE, SIGNED, field, label
from motiontrack.exchange.text_forms import ABOUT, SHOWN, form_markdown
from motiontrack.exchange.text_rows import Block, Typed, filled_of
from motiontrack.language.catalogue import load
from motiontrack.language.display import cell_len
from motiontrack.lean import lean
from motiontrack.model.fields import OneOrMany, Text
from motiontrack.model.profile import Profile
from motiontrack.model.resolve import Kind, Node
from motiontrack.source.text import SourceText

__all__ = ["MailForm", "open_mail_form", "read_mail_form", "words_sent"]

_LANGUAGES = ("zh", "en")
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\ufeff"))
_QUOTED = r"(?:[ \t\u3000\u00a0]*[>＞])+"
# Every repetition is bounded: a line may hold a million of anything.
_BLANK = r"[ \t\u3000]{0,4}"
_BULLET = rf"[-*+•·●▪◦–—－]{_BLANK}"
_ITALIC = r"[*_]{0,3}"
_OPEN, _CLOSE = "[“”\"「『'‘]?", "[“”\"」』'’]?"
#: What may stand between a label and its colon: the words to choose from, a measure.
_ASIDE = rf"{_BLANK}(?:[（(].{{0,80}}?[）)])?"
_COLON = rf"{_BLANK}[:：﹕]"
#: What parts an answer from what it answers, or from what the writer's program puts below every mail.
_PARTING = r"[-—=_*]{3,}.*|--|.*(?:写道|wrote)\s*[:：]|(?:发件人|From)\s*[:：].*"
_LIKE_A_LABEL = rf"(?:{_BULLET})?{_ITALIC}[^\W\d][^\s:：，,。；、]{{0,11}}{_ITALIC}{_ASIDE}{_COLON}.*"
#: No mail program makes lines narrower than this; one as wide may have been broken.
_MAY_BE_BROKEN = 60
_ENDS_OF_SENTENCES = tuple("。！？；：.!?;:")
#: Into so many lines more a long name of a plan may be broken.
_MOST_BROKEN = 8
#: So many characters of an item's text behind its id make a heading, where its ``#`` were lost.
_ENOUGH_OF_A_TEXT = 6


@lean
class MailForm:
    """A text that says that it is a form: what it is of, and its lines."""

    identity: Identity
    lines: tuple[str, ...]


class _Kind(StrEnum):
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
_INSIDE = frozenset((_Kind.HEADING, _Kind.FILLED, _Kind.TOTAL, _Kind.SHOWN, _Kind.END))


@lean
class _Line:
    """One line: what it begins, of which item, key or target, what is said there, and what was before it."""

    number: int
    kind: _Kind
    name: str
    said: str
    width: int
    after_blank: bool


@lean
class _Part:
    """What one line begins, with the lines that go on with it; ``next`` is what comes then."""

    first: _Line
    more: tuple[_Line, ...]
    next: _Kind | None


def open_mail_form(source: SourceText) -> MailForm | Unsure:
    """The form that is written in ``source``, or why it is not read."""
    lines = tuple(map(_bare, source.lines))
    found = {identity for each in _identities(lines) if (identity := read_identity(each)) is not None}
    if len(found) != 1:
        return Unsure("form-several" if found else "form-none")
    return MailForm(found.pop(), lines)


def words_sent(identity: Identity, book: Book, day: date, profile: Profile) -> str:
    """What the form said when it was sent out, without blanks: such a line is nobody's answer."""
    before = replace(book, returns=tuple(each for each in book.returns if each.month < identity.month))
    form = form_for(book.unit_id(identity.unit), identity.month, before, day, profile)
    texts = (form_markdown(form, load(each, "collect"), day) for each in _LANGUAGES)
    return _squeezed("\n".join(each.decode() for each in texts))


def read_mail_form(form: MailForm, nodes: Mapping[str, Node], sent: str) -> Filled:
    """What the form says; ``nodes`` are the plan's items by their ids, ``sent`` what ``words_sent`` gives."""
    head: dict[str, Typed] = {}
    items: list[list[_Part]] = []
    strays: list[Doubt] = []
    place = _Kind.TITLE  # what was begun last: the form's head, an item, or nothing of it
    for part in _parts([*_lines(form.lines, nodes)]):
        kind = part.first.kind
        if kind in (_Kind.TITLE, _Kind.PARTING, _Kind.IDENTITY, _Kind.HEADING, _Kind.END):
            place = kind
            if kind is _Kind.HEADING:
                items.append([])
        if place is _Kind.PARTING or (place is _Kind.TITLE and kind not in (_Kind.FILLED, _Kind.TOTAL)):
            continue
        if place is _Kind.HEADING and kind is not _Kind.SIGNED:
            items[-1].append(part)
        elif kind is _Kind.SIGNED and place is not _Kind.END:
            place = _Kind.IDENTITY
            together = [Doubt(why, "", str(number)) for number, why in _run_together((part,))]
            strays += [*together, *_strays(part, sent)]
            typed = _typed(part)
            if typed.text and not together and head.setdefault(part.first.name, typed).text != typed.text:
                lines = (str(head[part.first.name].line), str(typed.line))
                strays.append(Doubt(Unsure("label-doubled", _name(part), lines), "", lines[1]))
        elif kind in (_Kind.SIGNED, _Kind.FILLED, _Kind.TOTAL):
            typed = _typed(part)
            strays += [Doubt(Unsure("row-no-id"), "", str(typed.line))] if typed.text else []
        else:
            strays += _strays(part, sent)
    blocks = [_block(parts, _keys_of(nodes.get(parts[0].first.name))) for parts in items]
    strays += [doubt for parts in items for part in parts for doubt in _strays(part, sent)]
    return filled_of(form.identity, head, blocks, nodes, strays)


# -- lines


def _bare(line: str) -> str:
    """A line without the marks of quoting, and with plain blanks only."""
    text = re.sub(rf"\A{_QUOTED}", "", line.translate(_UNSEEN))
    return text.replace("&nbsp;", " ").replace("\u00a0", " ").strip(" \t\u3000")


def _squeezed(text: str) -> str:
    return re.sub(r"[\s>*_#]+", "", unicodedata.normalize("NFKC", text))


def _identities(lines: Sequence[str]) -> Iterator[str]:
    """What a form says of itself, also where a mail program broke the line."""
    for number, line in enumerate(lines):
        _, mark, said = line.partition(FORM_MARK)
        if mark:
            yield mark + said + "".join(takewhile(bool, lines[number + 1 : number + 1 + _MOST_BROKEN]))


def _lines(lines: Sequence[str], nodes: Mapping[str, Node]) -> Iterator[_Line]:
    """Every line that is not blank, by what it begins."""
    after_blank = True
    for number, line in enumerate(lines, 1):
        if line and not re.fullmatch(rf"{_BULLET}|[#＃]+", line):  # a mark alone was parted from its line
            kind, name, said = _begins(line, nodes)
            yield _Line(number, kind, name, said, cell_len(line), after_blank)
        after_blank = not line


def _begins(line: str, nodes: Mapping[str, Node]) -> tuple[_Kind, str, str]:
    if FORM_MARK in line:
        return _Kind.IDENTITY, "", line
    if _squeezed(line) in _ends():
        return _Kind.END, "", line
    if (item := _heading(line, nodes)) is not None:
        return _Kind.HEADING if item else _Kind.TITLE, item, line
    for kind, pattern in _labels():
        if found := re.fullmatch(pattern, line):
            return kind, _keys().get(found["name"], found["name"]), found["said"].strip()
    return (_Kind.PARTING if re.fullmatch(_PARTING, line) else _Kind.PLAIN), "", line


def _heading(line: str, nodes: Mapping[str, Node]) -> str | None:
    """The item that a line is the heading of, empty for that of the whole; ``None`` if it is no heading."""
    found = re.fullmatch(r"(?P<marks>[#＃]*)\s*[*_]*(?P<id>\S+?)(?:[\s\u3000]+(?P<text>.*))?", line)
    if found is None:
        return None
    item = found["id"].strip("*_")
    item = item if item in nodes else unicodedata.normalize("NFKC", item)
    if found["marks"]:
        return item if item in nodes or len(found["marks"]) > 1 else ""
    text = _squeezed(found["text"] or "")
    if not text or item not in nodes:
        return None
    return item if any(_is_of(text, printed) for printed in _printed(nodes[item])) else None


def _is_of(text: str, printed: str) -> bool:
    """Whether enough of what was printed is left."""
    return len(text) >= min(_ENOUGH_OF_A_TEXT, len(printed)) and printed.startswith(text)


def _printed(node: Node) -> Iterator[str]:
    """What a heading says behind the id: an item's text, before a stage's what it is."""
    if node.kind is Kind.STAGE:
        for each in _LANGUAGES:
            yield _squeezed(load(each, "collect").word("collect.stage", words=node.item.text))
    else:
        yield _squeezed(node.item.text)


# -- labels, in either language


@cache
def _keys() -> Mapping[str, str]:
    """What a form asks for, by the label it stands behind."""
    return {name: key for key in (*SIGNED, *FILLED) for name in (field(key).label_zh, field(key).label_en)}


@cache
def _labels() -> tuple[tuple[_Kind, str], ...]:
    """What a line is that begins with a label."""
    catalogues = [load(each, "collect") for each in _LANGUAGES]
    shown = [label(key, each) for key in SHOWN for each in catalogues]
    shown += [each.word(ABOUT) for each in catalogues]
    figure = "|".join(re.escape(each.word("collect.figure-name")) for each in catalogues)
    begin, end = rf"(?:{_BULLET})?{_ITALIC}", rf"{_ITALIC}{_ASIDE}{_ITALIC}{_COLON}{_ITALIC}(?P<said>.*)"
    named = {
        _Kind.SIGNED: [name for name, key in _keys().items() if key in SIGNED],
        _Kind.FILLED: [name for name, key in _keys().items() if key in FILLED],
        _Kind.SHOWN: shown,
    }
    of_figure = rf"{begin}(?:{figure}){_BLANK}{_OPEN}(?P<name>[^“”\"「」『』:：（(]{{1,80}}?){_CLOSE}{end}"
    return (
        *(
            (kind, rf"{begin}(?P<name>{'|'.join(map(re.escape, names))}){end}")
            for kind, names in named.items()
        ),
        (_Kind.TOTAL, of_figure),
    )


@cache
def _ends() -> frozenset[str]:
    return frozenset(_squeezed(load(each, "collect").word("collect.end")) for each in _LANGUAGES)


def _name(part: _Part) -> str:
    key = part.first.name
    return field(key).label_zh if part.first.kind in (_Kind.SIGNED, _Kind.FILLED) else key


# -- what belongs together


def _parts(lines: Sequence[_Line]) -> Iterator[_Part]:
    """Each line that begins something, with those that go on with it."""
    following: _Kind | None = None
    more: list[_Line] = []
    parts: list[_Part] = []
    for line in reversed(lines):
        # A rule is no parting, and a # no title, where the form goes on behind it.
        parts_off = line.kind in (_Kind.PARTING, _Kind.TITLE)
        if line.kind is _Kind.PLAIN or (parts_off and following in _INSIDE):
            more.append(line)
            continue
        parts.append(_Part(line, tuple(reversed(more)), following))
        following, more = line.kind, []
    return reversed(parts)


def _own(part: _Part) -> tuple[_Line, ...]:
    """The lines that go on with what was typed behind a label: not those below the last one's blank line."""
    own = part.more if part.next in _INSIDE else _until_blank(part.more)
    if part.first.kind is _Kind.SIGNED:  # a name or a day, behind its label or below it
        return () if part.first.said else own[:1]
    return own


def _until_blank(lines: tuple[_Line, ...]) -> tuple[_Line, ...]:
    return tuple(takewhile(lambda line: not line.after_blank, lines))


def _strays(part: _Part, sent: str) -> Iterator[Doubt]:
    """The first of the lines that nobody would read: typed where nothing is asked for."""
    said, lines = "", part.more
    if part.first.kind in (_Kind.SIGNED, _Kind.FILLED, _Kind.TOTAL):
        lines = part.more[len(_own(part)) :]
    elif part.first.kind is _Kind.IDENTITY:
        lines = part.more[len(_until_blank(part.more)) :]
    elif part.first.kind in (_Kind.SHOWN, _Kind.HEADING):
        said = _squeezed(part.first.said)
    for line in lines:
        said += _squeezed(line.said)
        if not said or said not in sent:
            yield Doubt(Unsure("cell-outside-text"), "", str(line.number))
            return


# -- what was typed


def _keys_of(node: Node | None) -> tuple[str, ...]:
    """What the form asks of an item, or of a stage that only words can tell of."""
    return OF_STAGE if node is not None and node.kind is Kind.STAGE else FILLED


def _block(parts: Sequence[_Part], keys: tuple[str, ...]) -> Block:
    """What was typed for one item, of which ``keys`` were asked; ``parts`` begin with its heading."""
    item, line = parts[0].first.name, parts[0].first.number
    filled = {part.first.name: _typed(part) for part in parts if part.first.kind is _Kind.FILLED}
    totals = {part.first.name: _typed(part) for part in parts if part.first.kind is _Kind.TOTAL}
    if not any(_typed(part).text for part in _asked(parts)):
        return Block(item, line, {}, {})
    doubts = [
        Doubt(why, "", str(number), item)
        for number, why in (
            *_doubled(parts),
            *_run_together(parts),
            *_lost(parts, keys),
            *_broken(parts),
        )
    ]
    return Block(item, line, filled, totals, tuple(doubts))


def _typed(part: _Part) -> Typed:
    lines = [line for line in (part.first, *_own(part)) if line.said]
    shape = field(part.first.name).shape if part.first.kind is not _Kind.TOTAL else None
    if isinstance(shape, OneOrMany):
        said = "\n".join(re.sub(rf"\A{_BULLET}", "", line.said) for line in lines)
    else:
        said = _joined(lines) if isinstance(shape, Text) else "\n".join(line.said for line in lines)
    return Typed(said, (lines[0] if lines else part.first).number)


def _joined(lines: Iterable[_Line]) -> str:
    """Lines as they were typed: what a mail program broke is one again."""
    text, before = "", None
    for line in lines:
        if before is not None and _goes_on(before, line):
            blank = " " if text[-1:].isascii() and line.said[:1].isascii() else ""
            text += blank + line.said
        else:
            text += ("\n" if text else "") + line.said
        before = line
    return text


def _goes_on(before: _Line, line: _Line) -> bool:
    """Whether a line can be the rest of the one before it."""
    begins = re.match(rf"{_BULLET}|[(（]?[\d一二三四五六七八九十]+[.、)）]", line.said)
    wide = before.width >= _MAY_BE_BROKEN and not before.said.endswith(_ENDS_OF_SENTENCES)
    return wide and not line.after_blank and begins is None


# -- what is not certain in an item; each with its line


def _asked(parts: Iterable[_Part]) -> Iterator[_Part]:
    return (part for part in parts if part.first.kind in (_Kind.FILLED, _Kind.TOTAL))


def _doubled(parts: Sequence[_Part]) -> Iterator[tuple[int, Unsure]]:
    """A label that is there twice, or above one that it stood below: the heading between was lost."""
    lines: dict[tuple[_Kind, str], int] = {}
    last = -1
    for part in _asked(parts):
        mark = part.first.kind, part.first.name
        place = FILLED.index(part.first.name) if part.first.kind is _Kind.FILLED else last
        if mark in lines or place < last:
            known = tuple(str(each) for each in (lines.get(mark), part.first.number) if each)
            yield part.first.number, Unsure("label-doubled", _name(part), known)
            return
        lines[mark], last = part.first.number, place


def _run_together(parts: Iterable[_Part]) -> Iterator[tuple[int, Unsure]]:
    """Labels that stand in the middle of a line: its line ends were lost."""
    for part in parts:
        for line in (part.first, *part.more):
            if re.search(_inner_label(), line.said):
                yield line.number, Unsure("labels-together")
                return


@cache
def _inner_label() -> str:
    """A label with its mark inside a line, or right behind another label."""
    names = "|".join(map(re.escape, _keys()))
    return rf"(?:{_BULLET}|\A){_ITALIC}(?:{names}){_ITALIC}{_ASIDE}{_COLON}"


def _lost(parts: Sequence[_Part], keys: tuple[str, ...]) -> Iterator[tuple[int, Unsure]]:
    """A line that looks like a label, where one of the form's own is lacking: it may have been that."""
    there = {part.first.name for part in _asked(parts)}
    lacking = tuple(field(key).label_zh for key in keys if key not in there)
    lines = (line for part in _asked(parts) for line in _own(part))
    names = "|".join(re.escape(name) for name, key in _keys().items() if key in keys and key not in there)
    pattern = rf"{_LIKE_A_LABEL}|(?:{_BULLET})?{_ITALIC}(?:{names}){_ITALIC}{_BLANK}(?:[（(].*)?"
    like = next((line for line in lines if lacking and re.fullmatch(pattern, line.said)), None)
    if like is not None:
        yield like.number, Unsure("label-lost", like.said, lacking)


def _broken(parts: Sequence[_Part]) -> Iterator[tuple[int, Unsure]]:
    """Names of evidence on two lines, of which the first may have been broken: one, or two of them."""
    for part in _asked(parts):
        if part.first.kind is _Kind.FILLED and isinstance(field(part.first.name).shape, OneOrMany):
            lines = [line for line in (part.first, *_own(part)) if line.said]
            for before, line in pairwise(lines):
                if _goes_on(before, line):
                    yield line.number, Unsure("line-broken", line.said)
                    return
