"""A form that came back by mail: items by their ids, what was typed by the label it stands behind.

A mail program quotes lines with ``>``, breaks long ones, drops or changes the marks of Markdown, puts
blank lines and other blanks in, and sets the form it answers below the answer. What can be nothing
else is read through all that; a line of which it cannot be told to what it belongs is told of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from motiontrack.book import Book
from motiontrack.exchange.asking import form_for
from motiontrack.exchange.cells import Unsure
from motiontrack.exchange.filled import Filled
from motiontrack.exchange.grid import Doubt
from motiontrack.exchange.identity import Identity, read_identity
from motiontrack.exchange.layout import FILLED, OF_STAGE, field
from motiontrack.exchange.mail_lines import (
    BULLET,
    LANGUAGES,
    Line,
    LineKind,
    Part,
    bare,
    identities,
    inner_label,
    lines_of,
    lost_label,
    own_lines,
    parts_of,
    squeezed,
    until_blank,
)
from motiontrack.exchange.text_forms import form_markdown
from motiontrack.exchange.text_rows import Block, Typed, filled_of
from motiontrack.language.catalogue import load
from motiontrack.lean import lean
from motiontrack.model.fields import OneOrMany, Text
from motiontrack.model.profile import Profile
from motiontrack.model.resolve import Kind, Node
from motiontrack.source.text import SourceText

__all__ = ["MailForm", "open_mail_form", "read_mail_form", "words_sent"]

#: No mail program makes lines narrower than this; one as wide may have been broken.
_MAY_BE_BROKEN = 60
_ENDS_OF_SENTENCES = tuple("。！？；：.!?;:")


@lean
class MailForm:
    """A text that says that it is a form: what it is of, and its lines."""

    identity: Identity
    lines: tuple[str, ...]


def open_mail_form(source: SourceText) -> MailForm | Unsure:
    """The form that is written in ``source``, or why it is not read."""
    lines = tuple(map(bare, source.lines))
    found = {identity for each in identities(lines) if (identity := read_identity(each)) is not None}
    if len(found) != 1:
        return Unsure("form-several" if found else "form-none")
    return MailForm(found.pop(), lines)


def words_sent(identity: Identity, book: Book, day: date, profile: Profile) -> str:
    """What the form said when it was sent out, without blanks: such a line is nobody's answer."""
    before = replace(book, returns=tuple(each for each in book.returns if each.month < identity.month))
    form = form_for(book.unit_id(identity.unit), identity.month, before, day, profile)
    texts = (form_markdown(form, load(each, "collect"), day) for each in LANGUAGES)
    return squeezed("\n".join(each.decode() for each in texts))


def read_mail_form(form: MailForm, nodes: Mapping[str, Node], sent: str) -> Filled:
    """What the form says; ``nodes`` are the plan's items by their ids, ``sent`` what ``words_sent`` gives."""
    head: dict[str, Typed] = {}
    items: list[list[Part]] = []
    strays: list[Doubt] = []
    place = LineKind.TITLE  # what was begun last: the form's head, an item, or nothing of it
    for part in parts_of([*lines_of(form.lines, nodes)]):
        kind = part.first.kind
        if kind in (LineKind.TITLE, LineKind.PARTING, LineKind.IDENTITY, LineKind.HEADING, LineKind.END):
            place = kind
            if kind is LineKind.HEADING:
                items.append([])
        if place is LineKind.PARTING or (
            place is LineKind.TITLE and kind not in (LineKind.FILLED, LineKind.TOTAL)
        ):
            continue
        if place is LineKind.HEADING and kind is not LineKind.SIGNED:
            items[-1].append(part)
        elif kind is LineKind.SIGNED and place is not LineKind.END:
            place = LineKind.IDENTITY
            together = [Doubt(why, "", str(number)) for number, why in _run_together((part,))]
            strays += [*together, *_strays(part, sent)]
            typed = _typed(part)
            if typed.text and not together and head.setdefault(part.first.name, typed).text != typed.text:
                lines = (str(head[part.first.name].line), str(typed.line))
                strays.append(Doubt(Unsure("label-doubled", _name(part), lines), "", lines[1]))
        elif kind in (LineKind.SIGNED, LineKind.FILLED, LineKind.TOTAL):
            typed = _typed(part)
            strays += [Doubt(Unsure("row-no-id"), "", str(typed.line))] if typed.text else []
        else:
            strays += _strays(part, sent)
    blocks = [_block(parts, _keys_of(nodes.get(parts[0].first.name))) for parts in items]
    strays += [doubt for parts in items for part in parts for doubt in _strays(part, sent)]
    return filled_of(form.identity, head, blocks, nodes, strays)


def _name(part: Part) -> str:
    key = part.first.name
    return field(key).label_zh if part.first.kind in (LineKind.SIGNED, LineKind.FILLED) else key


def _strays(part: Part, sent: str) -> Iterator[Doubt]:
    """The first of the lines that nobody would read: typed where nothing is asked for."""
    said, lines = "", part.more
    if part.first.kind in (LineKind.SIGNED, LineKind.FILLED, LineKind.TOTAL):
        lines = part.more[len(own_lines(part)) :]
    elif part.first.kind is LineKind.IDENTITY:
        lines = part.more[len(until_blank(part.more)) :]
    elif part.first.kind in (LineKind.SHOWN, LineKind.HEADING):
        said = squeezed(part.first.said)
    for line in lines:
        said += squeezed(line.said)
        if not said or said not in sent:
            yield Doubt(Unsure("cell-outside-text"), "", str(line.number))
            return


# -- what was typed


def _keys_of(node: Node | None) -> tuple[str, ...]:
    """What the form asks of an item, or of a stage that only words can tell of."""
    return OF_STAGE if node is not None and node.kind is Kind.STAGE else FILLED


def _block(parts: Sequence[Part], keys: tuple[str, ...]) -> Block:
    """What was typed for one item, of which ``keys`` were asked; ``parts`` begin with its heading."""
    item, line = parts[0].first.name, parts[0].first.number
    filled = {part.first.name: _typed(part) for part in parts if part.first.kind is LineKind.FILLED}
    totals = {part.first.name: _typed(part) for part in parts if part.first.kind is LineKind.TOTAL}
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


def _typed(part: Part) -> Typed:
    lines = [line for line in (part.first, *own_lines(part)) if line.said]
    shape = field(part.first.name).shape if part.first.kind is not LineKind.TOTAL else None
    if isinstance(shape, OneOrMany):
        said = "\n".join(re.sub(rf"\A{BULLET}", "", line.said) for line in lines)
    else:
        said = _joined(lines) if isinstance(shape, Text) else "\n".join(line.said for line in lines)
    return Typed(said, (lines[0] if lines else part.first).number)


def _joined(lines: Iterable[Line]) -> str:
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


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a line can be the rest of the one before it."""
    begins = re.match(rf"{BULLET}|[(（]?[\d一二三四五六七八九十]+[.、)）]", line.said)
    wide = before.width >= _MAY_BE_BROKEN and not before.said.endswith(_ENDS_OF_SENTENCES)
    return wide and not line.after_blank and begins is None


# -- what is not certain in an item; each with its line


def _asked(parts: Iterable[Part]) -> Iterator[Part]:
    return (part for part in parts if part.first.kind in (LineKind.FILLED, LineKind.TOTAL))


def _doubled(parts: Sequence[Part]) -> Iterator[tuple[int, Unsure]]:
    """A label that is there twice, or above one that it stood below: the heading between was lost."""
    lines: dict[tuple[LineKind, str], int] = {}
    last = -1
    for part in _asked(parts):
        mark = part.first.kind, part.first.name
        place = FILLED.index(part.first.name) if part.first.kind is LineKind.FILLED else last
        if mark in lines or place < last:
            known = tuple(str(each) for each in (lines.get(mark), part.first.number) if each)
            yield part.first.number, Unsure("label-doubled", _name(part), known)
            return
        lines[mark], last = part.first.number, place


def _run_together(parts: Iterable[Part]) -> Iterator[tuple[int, Unsure]]:
    """Labels that stand in the middle of a line: its line ends were lost."""
    for part in parts:
        for line in (part.first, *part.more):
            if re.search(inner_label(), line.said):
                yield line.number, Unsure("labels-together")
                return


def _lost(parts: Sequence[Part], keys: tuple[str, ...]) -> Iterator[tuple[int, Unsure]]:
    """A line that looks like a label, where one of the form's own is lacking: it may have been that."""
    there = {part.first.name for part in _asked(parts)}
    lacking = tuple(field(key).label_zh for key in keys if key not in there)
    lines = (line for part in _asked(parts) for line in own_lines(part))
    pattern = lost_label([key for key in keys if key not in there])
    like = next((line for line in lines if lacking and re.fullmatch(pattern, line.said)), None)
    if like is not None:
        yield like.number, Unsure("label-lost", like.said, lacking)


def _broken(parts: Sequence[Part]) -> Iterator[tuple[int, Unsure]]:
    """Names of evidence on two lines, of which the first may have been broken: one, or two of them."""
    for part in _asked(parts):
        if part.first.kind is LineKind.FILLED and isinstance(field(part.first.name).shape, OneOrMany):
            lines = [line for line in (part.first, *own_lines(part)) if line.said]
            for before, line in pairwise(lines):
                if _goes_on(before, line):
                    yield line.number, Unsure("line-broken", line.said)
                    return
