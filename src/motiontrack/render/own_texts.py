"""The office's own paragraphs as they stand in a paper: Markdown that can only be read.

What a text may hold: paragraphs, lists, bold and italics, tables, quotations, and headings, which come
below those of the paper. HTML in it is text, a link is its words with the address in brackets, and a
picture is its caption. Both formats are written from one reading, so they say the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from motiontrack.model.own_texts import texts_for
from motiontrack.render.own_lists import levelled
from motiontrack.render.papers import TURNING, md
from motiontrack.source.text import SourceText

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

__all__ = ["texts_of"]

#: The paper's own headings go down to the third level.
_BELOW, _DEEPEST = 3, 6
#: Levels of lists and quotations in one another; what the reader itself finds too deep it leaves out.
_MOST_LEVELS = 16
#: What would make a heading of the line above, a rule across the paper or a table.
_RULES = r"(?m)^(\s*)([:=-])(?=[:=\-\s]*$)"
_ADDRESS = r"(?i)(?:https?://|mailto:)\S+"
#: 一、 （一） 1、 （1） ① at the margin, and in no row of a table.
_NUMBER = "(?:[一二三四五六七八九十]{1,3}|[0-9０-９]{1,2})"
_NUMBERED = rf"(?m)^(?!.*\|)({_NUMBER}、|[（(]{_NUMBER}[）)]|[①-⑳])"
#: What may follow the line of a paragraph without a gap, and is not taken for its text.
_AFTER_TEXT = r"(?:[-*+]|1[.)]) +\S|> "
_STARS = "**"
#: One sign of a text in Markdown: what stands for another character is one.
_SIGN = r"(?s)\\.|&amp;|."
_FIRST_WIDE = "\u2e80"


def texts_of(kind: str, month: str, texts: Mapping[str, SourceText], form: str) -> dict[str, str]:
    """The texts for a paper of a kind and a month, by their places, ready for a template of ``form``."""
    write = _html if form == "html" else _markdown
    return {place: write("\n".join(text.lines)) for place, text in texts_for(kind, month, texts).items()}


@cache
def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt  # most data folders hold no texts
    from markdown_it.rules_block import blockquote, list_block

    reader = MarkdownIt("commonmark", {"html": False, "breaks": False}).enable("table")
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


def _read(text: str) -> list[Token]:
    tokens = _reader().parse(_paragraphs(levelled(text.translate(TURNING))))
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(int(token.tag[1:]) + _BELOW, _DEEPEST)}"
        if token.children is not None:
            token.children = list(_joined(list(_without_links(token.children))))
    return tokens


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


def _html(text: str) -> Markup:
    reader = _reader()
    return Markup(reader.renderer.render(_read(text), reader.options, {}).strip())  # noqa: S704 - escaped by it


def _markdown(text: str) -> str:
    return _body(iter(_read(text)), "")


def _body(tokens: Iterator[Token], until: str) -> str:
    """The blocks up to the token ``until``, each written anew, so that none can be more than it is."""
    written: list[str] = []
    close = False
    for token in tokens:
        if token.type == until:
            break
        block = _block(token, tokens)
        if block is None:
            continue
        if written:
            written.append("\n" if close and re.match(_AFTER_TEXT, block) else "\n\n")
        written.append(block)
        close = token.type == "paragraph_open" and token.hidden  # in a list without gaps
    return "".join(written)


def _block(token: Token, tokens: Iterator[Token]) -> str | None:
    """The block that ``token`` opens; ``None`` if it opens none."""
    match token.type:
        case "paragraph_open":
            return _inline(next(tokens).children or ())
        case "heading_open":
            # A heading is one line, and signs at its end would be taken for a frame.
            words = " ".join(_inline(next(tokens).children or ()).replace("\\\n", "\n").split("\n"))
            return "#" * int(token.tag[1:]) + " " + re.sub(r"(?<![\\#])(#+)$", r"\\\1", words)
        case "bullet_list_open" | "ordered_list_open":
            return _list(tokens, token)
        case "blockquote_open":
            return _hung(_body(tokens, "blockquote_close"), "> ", "> ")
        case "table_open":
            return _table(tokens)
        case "hr":
            return "---"
    return None


def _list(tokens: Iterator[Token], opening: Token) -> str:
    """A list, its entries marked as they were: another mark makes another list of it."""
    number = int(opening.attrs.get("start", 1)) if opening.type.startswith("ordered") else None
    items: list[str] = []
    for token in tokens:
        if token.type == opening.type.replace("open", "close"):
            break
        if token.type == "list_item_open":
            mark = f"{'' if number is None else number + len(items)}{opening.markup} "
            items.append(_hung(_body(tokens, "list_item_close"), mark, " " * len(mark)))
    return "\n".join(items)


def _hung(text: str, first: str, rest: str) -> str:
    lines = text.split("\n")
    return "\n".join([first + lines[0], *((rest + line).rstrip() for line in lines[1:])])


def _table(tokens: Iterator[Token]) -> str:
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "table_close":
            break
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(_inline(token.children or ()).replace("\\\n", " "))
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|" + ":--|" * len(rows[0]), *lines[1:]])


def _inline(tokens: Sequence[Token]) -> str:
    written: list[str] = []
    marks: list[tuple[str, int]] = []
    for token in tokens:
        if token.type in ("strong_open", "em_open"):
            marks.append(("**" if token.type.startswith("strong") else "*", len(written)))
        elif token.type in ("strong_close", "em_close"):
            mark, begin = marks.pop()
            if not marks:  # one within another would make other marks of both
                written[begin:] = [_marked("".join(written[begin:]), mark)]
        elif token.type == "softbreak":
            written.append("\n")
        elif token.type == "hardbreak":
            written.append("\\\n")
        else:
            written.append(_kept(token.content))
    # Blanks that stood inside marks would begin a line as those of a program.
    lines = re.sub(r"(?m)^[ \t]+", "", "".join(written))
    return re.sub(_RULES, r"\1\\\2", lines)


def _kept(text: str) -> str:
    """``text`` escaped, with the blanks round it: md takes them for a cell's."""
    bare = text.strip()
    before, _, after = text.partition(bare) if bare else (text, "", "")
    return f"{before}{md(bare)}{after}"


def _marked(text: str, mark: str) -> str:
    """``text`` between marks, with the signs at its ends outside: beside 。 a mark would be a star."""
    signs = re.findall(_SIGN, text)
    begin, end = 0, len(signs)
    while begin < end and not _is_word(signs[begin]):
        begin += 1
    while end > begin and not _is_word(signs[end - 1]):
        end -= 1
    if begin == end:
        return text
    inside = "".join(signs[begin:end])
    return f"{''.join(signs[:begin])}{mark}{inside}{mark}{''.join(signs[end:])}"


def _is_word(sign: str) -> bool:
    return len(sign) == 1 and unicodedata.category(sign)[0] in "LN"
