"""The office's own paragraphs as they stand in a paper: Markdown that can only be read.

What a text may hold: paragraphs, lists, bold and italics, tables, quotations, and headings, which come
below those of the paper. HTML in it is text, a link is its words with the address in brackets, and a
picture is its caption. Both formats are written from one reading, so they say the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from motiontrack.model.own_texts import name_of
from motiontrack.render.papers import TURNING, md
from motiontrack.source.text import SourceText

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

__all__ = ["texts_of"]

#: The paper's own headings go down to the third level.
_BELOW, _DEEPEST = 3, 6
#: What would make a heading of the line above, a rule across the paper or a table.
_RULES = r"(?m)^(\s*)([:=-])(?=[:=\-\s]*$)"
_ADDRESS = r"(?i)(?:https?://|mailto:)\S+"
_STARS = "**"
#: One sign of a text in Markdown: what stands for another character is one.
_SIGN = r"(?s)\\.|&amp;|."
_FIRST_WIDE = "\u2e80"


def texts_of(kind: str, month: str, texts: Mapping[str, SourceText], form: str) -> dict[str, str]:
    """The texts for a paper of a kind and a month, by their places, ready for a template of ``form``."""
    chosen: dict[str, str] = {}
    for path in sorted(texts, key=lambda path: path.count("/")):  # what is for one month goes before
        name = name_of(path)
        if name is None or name.kind != kind or name.month not in (None, month):
            continue
        if texts[path].text.strip():
            chosen[name.place] = "\n".join(texts[path].lines)
    write = _html if form == "html" else _markdown
    return {place: write(text) for place, text in chosen.items()}


@cache
def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt  # most data folders hold no texts

    reader = MarkdownIt("commonmark", {"html": False, "breaks": False}).enable("table")
    # Offices begin a paragraph with blanks, and write no programs.
    reader.disable(
        ["code", "fence", "backticks", "html_block", "html_inline", "autolink", "entity", "reference"]
    )
    reader.inline.ruler.before("emphasis", "bold", _bold)
    return reader


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
    tokens = _reader().parse(_paragraphs(text.translate(TURNING)))
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(int(token.tag[1:]) + _BELOW, _DEEPEST)}"
        if token.children is not None:
            token.children = list(_joined(list(_without_links(token.children))))
    return tokens


def _paragraphs(text: str) -> str:
    """A line that is set in by full-width blanks begins a paragraph; the paper sets it in by itself."""
    return re.sub(r"(?m)^[ \t]*\u3000[ \t\u3000]*", "\n", text)


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
    return "\n\n".join(_blocks(iter(_read(text)), ""))


def _blocks(tokens: Iterator[Token], until: str) -> Iterator[str]:
    """Blocks up to the token ``until``, each written anew, so that none can be more than it is."""
    for token in tokens:
        if token.type == until:
            return
        match token.type:
            case "paragraph_open":
                yield _inline(next(tokens).children or ())
            case "heading_open":
                # A heading is one line, and signs at its end would be taken for a frame.
                words = " ".join(_inline(next(tokens).children or ()).replace("\\\n", "\n").split("\n"))
                yield "#" * int(token.tag[1:]) + " " + re.sub(r"(?<![\\#])(#+)$", r"\\\1", words)
            case "bullet_list_open" | "ordered_list_open":
                yield _list(tokens, token)
            case "blockquote_open":
                yield _hung("\n\n".join(_blocks(tokens, "blockquote_close")), "> ", "> ")
            case "table_open":
                yield _table(tokens)
            case "hr":
                yield "---"


def _list(tokens: Iterator[Token], opening: Token) -> str:
    """A list, its entries apart as they were."""
    number = int(opening.attrs.get("start", 1)) if opening.type.startswith("ordered") else None
    items: list[str] = []
    for token in tokens:
        if token.type == opening.type.replace("open", "close"):
            break
        if token.type == "list_item_open":
            mark = "- " if number is None else f"{number + len(items)}. "
            inside = "\n\n".join(_blocks(tokens, "list_item_close"))
            items.append(_hung(inside, mark, " " * len(mark)))
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
