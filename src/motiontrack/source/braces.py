"""A line with braces or brackets as a person types it: full-width marks in it made half-width.

``{id：T01，text：救助，低保}`` has two keys, and a comma that belongs to the second's words: a
full-width comma parts two entries only where a key follows it.
"""

from __future__ import annotations

import re

__all__ = ["mend_braces", "mend_list", "plain_thousands", "suspected"]

_OUR_KEY = r"[a-z][a-z_]*"
_WORD = r"[^\s:：,，{}｛｝\[\]［］\"'“”‘’#]{1,20}"
_OPENED = (
    rf"(?P<before> *(?:- +)*(?:{_OUR_KEY} ?[:：] *)?)"
    r"(?P<flow>(?:[\[［] *)?[{｛].*[}｝](?: *[\]］])?)(?P<after> *(?: #.*)?)"
)

#: What a line with a slip in its braces begins with.
_MEANT = (
    rf"(?: *- )* *(?:{_OUR_KEY} *: *)?"
    rf"(?:[\[［]? *｛|(?=[\[［]? *\{{).*?(?:， *{_OUR_KEY} ?[:：]|[{{,] *{_OUR_KEY} ?(?:：|:[^\s/])"
    rf"|[0-9０-９%％] *，|[{{,] *{_WORD}：|｝"
    rf"|[^\s,，{{\[:：][、；; ] *{_OUR_KEY} ?[:：]|[0-9０-９%％][、；; ] *{_WORD} ?[:：]))"
)

_NARROW = str.maketrans("｛｝", "{}")
_QUOTED = r"\"[^\"]*\"|'[^']*'"
_HELD = "\ue000"  # stands for a quoted text while the rest of the line is mended
_WIDE_LIST = rf"(?P<key>{_OUR_KEY}: )［(?P<items>[^［］\[\]]*)］"
_NAMED_FIRST = rf"\{{ *{_WORD}："
_NAMES = (rf"(?P<at>[{{,] *)(?P<key>{_WORD})： *(?=[^,{{}}]*[,}}])(?![^,{{}}]*: )", r"\g<at>\g<key>: ")
_WIDE_FIRST = rf"[\[ ]*\{{ *{_OUR_KEY} ?："
# Before a key, or behind a figure before any name, another mark than a comma, or none at all.
_UNPARTED = (
    rf"(?<=[^\s,，{{\[:：])(?: *[、；;] *| +)(?={_OUR_KEY}: )",
    rf"(?<=[0-9０-９%％])(?: *[、；;] *| +)(?={_WORD}: )",
)
_UNPARTED_WIDE = rf"(?<=[^\s])(?: *[、；;]) *(?={_OUR_KEY} ?：)"
# In this order: each step makes what the next looks for. A step is a pattern and what to put there.
_STEPS = (
    *((pattern, ", ") for pattern in _UNPARTED),
    (rf"， *(?={_OUR_KEY} ?[:：])", ", "),
    (rf"(?<=[0-9０-９%％]) *， *(?={_WORD} ?[:：])", ", "),
    (rf"(?P<at>[{{,] *)(?P<key>{_OUR_KEY}) ?： *", r"\g<at>\g<key>: "),
    (rf"(?P<at>[{{,] *)(?P<key>{_OUR_KEY}):(?=[^\s/])", r"\g<at>\g<key>: "),
)


def suspected(line: str) -> bool:
    """Whether a line may have a slip in its braces; without a pattern for most that have braces."""
    if "{" not in line:
        return "｛" in line
    odd = "：" in line or "，" in line or "｝" in line or line.count(":") != line.count(": ")
    return (odd or _too_few_commas(line)) and re.match(_MEANT, line) is not None


def _too_few_commas(line: str) -> bool:
    """Whether there are more keys behind the first brace than braces and commas that could part them."""
    inside = line[line.index("{") :]
    if "] " in inside or "} " in inside:
        return True  # there may be
    return inside.count(": ") > inside.count("{") + inside.count(",")


def mend_braces(line: str) -> str | None:
    """``line`` with the braces that its value is made half-width, and the marks between its entries."""
    match = re.fullmatch(_OPENED, line)
    if match is None or _HELD in line:
        return None
    held = re.findall(_QUOTED, match["flow"])
    flow = re.sub(_QUOTED, _HELD, match["flow"]).translate(_NARROW)
    if '"' in flow or "'" in flow:
        return None
    if flow[0] == "［":
        flow = "[" + flow[1:]
    if flow[-1] == "］":
        flow = flow[:-1] + "]"
    # `、email：` may well belong to the words, but not where all colons are typed so.
    if re.match(_WIDE_FIRST, flow):
        flow = re.sub(_UNPARTED_WIDE, ", ", flow)
    # A table of free names; a name further on may be half of a text that a comma has cut.
    named = re.match(_NAMED_FIRST, flow) is not None
    for pattern, mended in (*_STEPS, _NAMES) if named else _STEPS:
        flow = re.sub(pattern, mended, flow)
    flow = re.sub(_WIDE_LIST, lambda found: f"{found['key']}[{_parted(found['items'])}]", flow)
    waiting = iter(held)
    flow = re.sub(_HELD, lambda _: next(waiting), flow)
    return match["before"] + flow + match["after"]


_LIST = rf"(?P<before> *(?:- +)*{_OUR_KEY} ?[:：] *)(?P<list>[［\[].*[］\]])(?P<after> *(?: #.*)?)"
_CURLY_ITEMS = r" *“[^“”\"\\]*”(?: *[，、,] *“[^“”\"\\]*”)* *"


def mend_list(line: str) -> str | None:
    """``line`` with the list that its value is in half-width brackets, commas and quotes."""
    match = re.fullmatch(_LIST, line)
    if match is None or '"' in line or "'" in line:
        return None
    items = match["list"][1:-1]
    if re.fullmatch(_CURLY_ITEMS, items):
        items = ", ".join(f'"{word}"' for word in re.findall("“([^“”]*)”", items))
    elif any(bracket in items for bracket in "［］[]“”"):
        return None
    else:
        items = _parted(items)
    return f"{match['before']}[{items}]{match['after']}"


def _parted(items: str) -> str:
    return re.sub(" *， *", ", ", items)


def plain_thousands(text: str) -> str | None:
    """``2000`` for ``2,000``; None for what is not one number with commas between its thousands."""
    return text.replace(",", "") if re.fullmatch(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+", text) else None
