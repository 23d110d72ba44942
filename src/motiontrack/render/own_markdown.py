"""The office's own paragraphs written anew in Markdown, so that none can be more than it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from motiontrack.render.papers import md

if TYPE_CHECKING:
    from markdown_it.token import Token

__all__ = ["as_markdown"]

#: What would make a heading of the line above, a rule across the paper or a table.
_RULES = r"(?m)^(\s*)([:=-])(?=[:=\-\s]*$)"
#: One sign of a text in Markdown: what stands for another character is one.
_SIGN = r"(?s)\\.|&amp;|."
#: What may follow the line of a paragraph without a gap, and is not taken for its text.
_AFTER_TEXT = r"(?:[-*+]|1[.)]) +\S|> "


def as_markdown(tokens: Sequence[Token]) -> str:
    """What was read, in Markdown."""
    return _body(iter(tokens), "")


def _body(tokens: Iterator[Token], until: str) -> str:
    """The blocks up to the token ``until``."""
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
