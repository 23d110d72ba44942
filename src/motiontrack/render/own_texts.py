"""The office's own paragraphs as they stand in a paper: Markdown that can only be read.

What a text may hold: paragraphs, lists, bold and italics, tables, quotations, and headings, which come
below the heading that the text stands under. HTML in it is text, a link is its words with the address in
brackets, and a picture is its caption. Both formats are written from one reading, so they say the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import count, pairwise, takewhile
from typing import TYPE_CHECKING

from markupsafe import Markup

from motiontrack.model.own_texts import texts_for
from motiontrack.render.own_lists import levelled
from motiontrack.render.own_markdown import as_markdown
from motiontrack.render.papers import TURNING
from motiontrack.source.text import SourceText

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

__all__ = ["texts_of"]

#: The level of the heading that a text stands under: a section's, and of a letter's opening its title's.
_SECTION, _TITLE, _DEEPEST = 2, 1, 6
#: Columns that A4 has room for, with a letter in each: a wider table would make the whole paper smaller.
_MOST_COLUMNS = 24
#: Levels of lists and quotations in one another; what the reader itself finds too deep it leaves out.
_MOST_LEVELS = 16
_ADDRESS = r"(?i)(?:https?://|mailto:)\S+"
#: 一、 （一） 1、 1．甲 （1） ① · at the margin, and in no row of a table. `1. 甲` is a list's, 1.5 a number.
_NUMBER = "(?:[一二三四五六七八九十]{1,3}|[0-9０-９]{1,2})"
_NUMBERED = rf"(?m)^(?!.*\|)({_NUMBER}(?:、|[.．](?![\d\s]))|[（(]{_NUMBER}[）)]|[①-⑳·●■◆])"
_STARS = "**"
_FIRST_WIDE = "\u2e80"


def texts_of(kind: str, month: str, texts: Mapping[str, SourceText], form: str) -> dict[str, str]:
    """The texts for a paper of a kind and a month, by their places, ready for a template of ``form``."""
    write = _html if form == "html" else as_markdown
    return {
        place: write(_read("\n".join(text.lines), _TITLE if place == "opening" else _SECTION))
        for place, text in texts_for(kind, month, texts).items()
    }


@cache
def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt  # most data folders hold no texts
    from markdown_it.rules_block import blockquote, list_block

    reader = MarkdownIt("commonmark", {"html": False, "breaks": False, "xhtmlOut": False}).enable("table")
    # Offices begin a paragraph with blanks, and write no programs.
    reader.disable(
        ["code", "fence", "backticks", "html_block", "html_inline", "autolink", "entity", "reference"]
    )
    reader.inline.ruler.before("emphasis", "bold", _bold)
    reader.block.ruler.at("blockquote", _shallow(blockquote), {"alt": ["paragraph", "blockquote", "list"]})
    reader.block.ruler.at("list", _shallow(list_block), {"alt": ["paragraph", "blockquote"]})
    return reader


_Rule = Callable[["StateBlock", int, int, bool], bool]


def _shallow(rule: _Rule) -> _Rule:
    """``rule`` down to a level; what is deeper is read as the text of a paragraph, marks and all."""

    def shallow(state: StateBlock, first: int, end: int, silent: bool) -> bool:  # noqa: FBT001
        return state.level < _MOST_LEVELS and rule(state, first, end, silent)

    return shallow


def _bold(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - as the reader calls it
    """``**…**`` wherever it stands: beside 。 and ： Markdown's own rule takes the stars for text."""
    begin = state.pos + len(_STARS)
    end = state.src.find(_STARS, begin, state.posMax)
    inside = state.src[begin:end] if end > 0 else ""
    if not state.src.startswith(_STARS, state.pos) or not inside.strip() or "*" in inside:
        return False
    if not silent:
        most = state.posMax
        state.push("strong_open", "strong", 1)
        state.pos, state.posMax = begin, end
        state.md.inline.tokenize(state)
        state.push("strong_close", "strong", -1)
        state.posMax = most
    state.pos = end + len(_STARS)
    return True


def _read(text: str, above: int) -> list[Token]:
    tokens = _reader().parse(_paragraphs(levelled(text.translate(TURNING))))
    for token in tokens:
        if token.children is not None:
            token.children = list(_joined(list(_without_links(token.children))))
    tokens = list(_without_wide_tables(_without_empty_headings(tokens)))
    _set_levels([token for token in tokens if token.type in ("heading_open", "heading_close")], above)
    _name_columns(tokens)
    return tokens


def _set_levels(headings: Sequence[Token], above: int) -> None:
    """Headings come below the one ``above``, and none skips a level: a list of them has to make sense."""
    levels = sorted({each.tag for each in headings})
    level = above
    for each in headings:
        if each.nesting > 0:
            level = min(above + 1 + levels.index(each.tag), level + 1, _DEEPEST)
        each.tag = f"h{level}"


def _without_empty_headings(tokens: Sequence[Token]) -> list[Token]:
    """A mark of a heading with no words after it: a reader by ear would stop at nothing."""
    empty = {
        place + step
        for place, (opening, inside) in enumerate(pairwise(tokens))
        if opening.type == "heading_open" and not inside.content.strip()
        for step in range(3)
    }
    return [token for place, token in enumerate(tokens) if place not in empty]


def _without_wide_tables(tokens: Sequence[Token]) -> Iterator[Token]:
    """Tables that no sheet has room for as paragraphs, one a row."""
    wide = False
    cells: list[Token] = []
    for place, token in enumerate(tokens):
        if token.type == "table_open":
            wide = _columns(tokens, place) > _MOST_COLUMNS
        if not wide:
            yield token
        elif token.type == "inline":
            cells.append(token)
        elif token.type == "tr_close":
            yield from _row_as_text(token, [each for each in cells if each.content])
            cells = []
        wide = wide and token.type != "table_close"


def _columns(tokens: Sequence[Token], place: int) -> int:
    """How many columns the table that begins at ``place`` has."""
    row = takewhile(lambda at: tokens[at].type != "tr_close", count(place))
    return sum(tokens[at].type == "th_open" for at in row)


def _row_as_text(row: Token, cells: Sequence[Token]) -> Iterator[Token]:
    gap = _text(row, "\u3000")
    said = [part for cell in cells for part in (gap, *(cell.children or ()))][1:]
    if said:
        yield row.copy(type="paragraph_open", tag="p", nesting=1)
        yield cells[0].copy(children=said)
        yield row.copy(type="paragraph_close", tag="p", nesting=-1)


def _name_columns(tokens: Sequence[Token]) -> None:
    """A narrow screen shows the name of its column beside each cell; a head that says nothing is none."""
    names: list[str] = []
    column = 0
    for token, inside in pairwise(tokens):
        match token.type:
            case "table_open":
                names = []
            case "tr_open":
                column = 0
            case "th_open":
                names.append(_words(inside))
                if names[-1]:
                    token.attrSet("scope", "col")
                else:
                    token.tag = "td"
            case "td_open":
                if names[column]:
                    token.attrSet("data-l", names[column])
                column += 1
            case "th_close":
                token.tag = "th" if names[-1] else "td"


def _words(inline: Token) -> str:
    return "".join(each.content for each in inline.children or ()).strip()


def _paragraphs(text: str) -> str:
    """Lines that begin a paragraph without a gap before them.

    One that is set in by full-width blanks, for the paper sets it in by itself, or numbered as offices do.
    """
    text = re.sub(r"(?m)^[ \t]*\u3000[ \t\u3000]*", "\n", text)
    return re.sub(_NUMBERED, r"\n\1", text)


def _joined(tokens: Sequence[Token]) -> Iterator[Token]:
    """Lines of one paragraph in Chinese run on without the blank that English has between them."""
    for place, token in enumerate(tokens):
        if token.type == "softbreak" and 0 < place < len(tokens) - 1:
            before, after = tokens[place - 1].content[-1:], tokens[place + 1].content[:1]
            if before >= _FIRST_WIDE and after >= _FIRST_WIDE:
                continue
        yield token


def _without_links(tokens: Iterable[Token]) -> Iterator[Token]:
    """Links as their words, and the address in brackets where it says more; pictures as their captions."""
    address, words = "", ""
    for token in tokens:
        if token.type == "link_open":
            address, words = str(token.attrs.get("href", "")), ""
        elif token.type == "link_close":
            if re.fullmatch(_ADDRESS, address) and address not in (words, f"mailto:{words}"):
                yield _text(token, f"（{address.removeprefix('mailto:')}）")
        elif token.type == "image":
            yield _text(token, token.content)
        else:
            words += token.content
            yield token


def _text(token: Token, content: str) -> Token:
    return token.copy(type="text", tag="", nesting=0, attrs={}, children=None, content=content)


def _html(tokens: Sequence[Token]) -> Markup:
    reader = _reader()
    return Markup(reader.renderer.render(tokens, reader.options, {}).strip())  # noqa: S704 - escaped by it
