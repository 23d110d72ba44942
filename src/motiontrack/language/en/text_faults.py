"""MT0: the encoding, the characters and the YAML of a file."""

from __future__ import annotations

from motiontrack.language.wording import Wording

__all__ = ["DIAGNOSTICS"]

DIAGNOSTICS: dict[str, Wording] = {
    "MT001": Wording(
        "file is not UTF-8",
        'The file is not UTF-8; it was probably saved as GBK ("ANSI" in Notepad). '
        "Read as GBK, this line is: {sample}",
        "If that line makes sense, open the file in Notepad, choose File > Save As, "
        'set "Encoding" to "UTF-8" and save it under the same name.',
        why="Read in another encoding the characters turn into others, and units and names no longer match; nothing in the file can be used.",
    ),
    "MT002": Wording(
        "not a text file",
        "The file holds empty bytes, so it is not a text file.",
        "An Excel or Word file does not become text when it is renamed. Open it there, copy what it "
        'says into Notepad, and save with "Encoding" set to "UTF-8".',
        why="A spreadsheet under another name is still a spreadsheet: not a word of it can be read.",
    ),
    "MT003": Wording(
        "file too large",
        "The file is {size} MB; at most {limit} MB are read.",
        "Check that it is the right file. If it really holds that much, split it by month or by motion.",
        why="The papers of one plan are never so large; it is most likely the wrong file, and reading it would keep you waiting.",
    ),
    "MT004": Wording(
        "nested too deep",
        "Brackets or indentation are nested more than {limit} deep.",
        'Look near this line for a "[", "{{" or "-" too many, and delete it.',
        why="A plan is a few levels deep; so many mean that a mark was typed too often, and reading on would use up the memory.",
    ),
    "MT005": Wording(
        "forbidden character",
        "There is an invisible control character here ({character}).",
        "It usually comes with text copied from Word, Excel or a web page. "
        "Delete the letters around it and type them again.",
        why="With an invisible character in it, a unit's name looks right and is another one, which nobody can see.",
    ),
    "MT006": Wording(
        "odd space",
        "A special space ({character}) stands in the indentation, in a key or after a colon; "
        "it looks like a space and is not one.",
        "Delete it and press the space bar in half-width mode, in line with the rows around it (U+3000 is the "
        "full-width space, U+00A0 comes from web pages, the others have no width), to get: {suggestion}",
        why="Full-width spaces and spaces without width neither indent nor separate, so the line means something else than it looks like.",
    ),
    "MT010": Wording(
        "not valid YAML",
        "The file cannot be read from here on; this line or the one above it is not written correctly.",
        'Compare it with a good line near it: "key: text" with a half-width colon and a space after it, '
        "lines of one level aligned on the left, quotes and brackets in pairs. "
        "If the text has punctuation that may be the cause, put the whole text in quotes.",
        why="Nothing from here on can be read, nor checked for other faults.",
    ),
    "MT011": Wording(
        "full-width colon",
        'A full-width colon "：" follows "{key}".',
        "Type a half-width colon and a space: {suggestion}",
        why="Only the half-width colon parts a key from its text. With the full-width one the whole line is taken for a sentence.",
    ),
    "MT012": Wording(
        "no space after the colon",
        'There is no space after the colon of "{key}".',
        "Type a space after the colon: {suggestion}",
        why="Without the space the line is taken for one piece of text, and both the key and its value are lost.",
    ),
    "MT013": Wording(
        "tab in the indentation",
        "The line is indented with a tab.",
        "Delete it and use the space bar to align the line with its neighbours; each level is two spaces.",
        why="A tab is as wide as each machine likes, so a line that looks aligned may belong to any level.",
    ),
    "MT014": Wording(
        "quotes needed",
        "{mark} has a meaning of its own in YAML, so this text cannot stand as it is.",
        "Put the whole text in quotes: {suggestion}",
        why="At the start or in the middle of a text these marks mean something to YAML: the text is cut short, or cannot be read at all.",
    ),
    "MT015": Wording(
        "quote not closed",
        "The quote {mark} opened here is never closed, so the lines after it were taken as part of the text.",
        "Type {mark} at the end of the text. If the text is this one line: {suggestion}",
        why="All tasks after the quote become part of its text, and so are lost.",
    ),
    "MT016": Wording(
        "key written twice",
        '"{key}" is written twice in one entry; only the first is used.',
        'Compare the two and delete one. If the second begins another entry, start it with "- " '
        "on a new line.",
        why="Which of the two holds is for a person to say; taking one would drop the other without a word.",
    ),
    "MT017": Wording(
        "reference not supported",
        '"{mark}" is taken for a YAML anchor or alias, which are not supported.',
        "If it is plain text, put it in quotes; if it was meant to repeat something, write that out. "
        "It should be: {suggestion}",
        why="With references a change in one place alters another, where no reader sees it; and a * or & in plain words is easily taken for one.",
    ),
    "MT018": Wording(
        "tag not supported",
        '"{mark}" is taken for a YAML tag, which are not supported.',
        "If it is plain text, put it in quotes; otherwise delete it. It should be: {suggestion}",
        why="A tag changes how a value is read, and an exclamation mark that begins a sentence is taken for one.",
    ),
    "MT019": Wording(
        "merge key not supported",
        '"<<" is taken for a YAML merge key, which is not supported.',
        "Delete the entry and write out what it was meant to bring in.",
        why="What is merged in does not stand here, so a reader of this entry cannot see which fields it has.",
    ),
    "MT020": Wording(
        "second document",
        'A "---" or "..." splits the file in two; the second part begins here.',
        "Delete the line. If there really are two parts, make two files of them.",
        why="Nothing after the separator is read: the tasks there might as well not be written.",
    ),
    "MT021": Wording(
        "key is not a word",
        "A key is expected before the colon; here it is empty, or a list, or something in brackets.",
        "Write a key before the colon, such as: text: words. "
        "If the words themselves have brackets, put them in quotes.",
        why="Without a key nobody can tell what the text is.",
    ),
    "MT022": Wording(
        "too many values",
        "The file holds more than {limit} values.",
        "Split it by month or by motion.",
        why="One plan never holds so much; it is most likely the wrong file, and reading it would use up the memory.",
    ),
    "MT023": Wording(
        "file is empty",
        "The file has nothing in it.",
        "Fill it in, or delete it if it is not needed.",
        why="An empty file may be one not yet filled in, or one whose contents were lost; nobody can tell.",
    ),
    "MT024": Wording(
        "full-width mark",
        "{mark} is a full-width mark, which YAML does not know.",
        "If it belongs to the text, put the whole text in quotes; else type the half-width one: {suggestion}",
        why="A full-width dash, bracket or quote does nothing: the line is taken for plain text, and the list or the group falls apart.",
    ),
    "MT025": Wording(
        "saved as UTF-16",
        'The file was saved as UTF-16 ("Unicode" in Notepad).',
        'Open it in Notepad, choose File > Save As, set "Encoding" to "UTF-8" '
        "and save it under the same name.",
        why="Read in another encoding all of it is unreadable, and none of it can be used.",
    ),
    "MT026": Wording(
        "damaged text",
        "The byte {byte} here is neither UTF-8 nor GBK; the file is damaged, or mixes two encodings.",
        "Go back to the last good version. If there is none, open it in Notepad, type the unreadable "
        'words again and save with "Encoding" set to "UTF-8".',
        why="Damaged characters cannot be restored, and would be printed in reports.",
    ),
    "MT027": Wording(
        "text cut at a comma",
        'A half-width comma inside braces cuts the text of "{key}"; what follows it was taken for '
        "another key.",
        "Use the full-width comma, or put the text in quotes: {suggestion}",
        why="The half of the sentence after the comma is lost without a word, and reports would print the other half.",
    ),
    "MT028": Wording(
        "bracket not closed",
        "The {mark} opened here is never closed.",
        "Close it at the end of the entry. If it belongs to the text, put the whole text in quotes.",
        why="All lines that follow are taken for the inside of the bracket.",
    ),
    "MT029": Wording(
        "indentation not aligned",
        'The line of "{key}" begins after {spaces} spaces; those of its level around it begin after {meant}.',
        "Lines of one level are aligned on the left: begin this one after {meant} spaces. "
        "If it goes on with the text above, join the two lines.",
        bare_message="This line begins after {spaces} spaces, which fits no level above it.",
        bare_help="Lines of one level are aligned on the left, each level two spaces further in. "
        "Align it with the lines of its level; if it goes on with the text above, join the two lines.",
        why="The indentation says which entry a line belongs to. Where it fits none, nobody can tell which task this is about.",
    ),
    "MT030": Wording(
        "thousands separator",
        'A half-width comma inside braces cuts the number "{value}"; what follows it was taken for '
        "another key.",
        "Write the number without the comma: {suggestion}",
        why="What is left is only what stands before the first comma: 2,000 would be 2, and every comparison with it wrong.",
    ),
    "MT031": Wording(
        "wrong mark of a list",
        "This entry of a list begins with {mark}, which makes no list.",
        'Begin each entry with a half-width "-" and a space: {suggestion}',
        why="With another mark the entries run together into one text, and several units become one.",
    ),
    "MT032": Wording(
        "no space after the dash",
        'There is no space after the "-" before "{key}", so it begins no entry of a list.',
        "Type a space after it: {suggestion}",
        bare_message='There is no space after the "-" at the beginning, so it begins no entry of a list.',
        why="A dash that touches the words is one of them: the entry runs into the one above, or cannot be read.",
    ),
    "MT033": Wording(
        "no comma in braces",
        'There is no half-width comma before "{key}" in the braces, so it runs into what stands before it.',
        'If "{key}" belongs to the text before it, put that text in quotes; '
        "else part the entries by half-width commas: {suggestion}",
        why="In braces a half-width comma alone parts the entries; with a space or another mark two of them run together.",
    ),
    "MT034": Wording(
        "text broken in two lines",
        "This line has no key; it seems to be the rest of the text above it.",
        'If it is something new, write it as "key: text", or begin it with "- "; '
        "else join it to the line above: {suggestion}",
        bare_help="Each line of a text stands two spaces further in than its key. "
        'If it is something new, write it as "key: text", or begin it with "- ".',
        why="The second half belongs to no field, and nothing from here on can be read.",
    ),
    "MT035": Wording(
        "value in a comment",
        'There is a space before "{mark}", so all from the "#" to the end of the line is a comment.',
        'If the value begins with "#", put it in quotes: {suggestion}',
        why='What stands behind a space and a "#" is not read: the field is empty, and in brackets the closing one is lost.',
    ),
    "MT037": Wording(
        "cut at a hash",
        'There is a space before "{cut}", so all from the "#" to the end of the line is a comment and was not read.',
        'If it is a remark, leave a space behind the "#"; if the "#" belongs to the text, put all of it in quotes: {suggestion}',
        why='What stands behind a space and a "#" is not read: of "完成 #1 楼建设" only "完成" is left, and nobody sees in print that something is missing.',
    ),
    "MT038": Wording(
        "two keys on a line",
        '"{other}" stands on the line of "{key}" and was not read.',
        'If "{other}" belongs to the text, put the whole text in quotes; else make two lines of it, one below '
        "the other: {key}: {value} and then {suggestion}",
        why="A line holds one key; a second one is read as words of the first, and the unit or the deadline might as well not be there.",
    ),
    "MT036": Wording(
        "no colon",
        'There is no colon behind "{key}".',
        "If the line goes on with the text above, join the two; else type a half-width colon and a space: {suggestion}",
        why="Without a colon the line is no key with its text, and nothing from here on can be read.",
    ),
}
