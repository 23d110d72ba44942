"""A form that came back as text, whichever it is: YAML, or Markdown that went through a mail program."""

from __future__ import annotations

import re
from datetime import date

from motiontrack.book import Book
from motiontrack.exchange.cells import Unsure
from motiontrack.exchange.filled import Filled
from motiontrack.exchange.identity import FORM_MARK
from motiontrack.exchange.mail_form import MailForm, open_mail_form, read_mail_form, words_sent
from motiontrack.exchange.text_rows import text_of
from motiontrack.exchange.yaml_form import YamlForm, open_yaml_form, read_yaml_form
from motiontrack.model.profile import Profile

__all__ = ["open_text_form", "read_text_form"]

#: What the YAML form says of itself, in a key; that for mail says it in a sentence.
_YAML = r"(?m)^form\s*[:：]"


def open_text_form(data: bytes) -> YamlForm | MailForm | Unsure:
    """The form in ``data``, or why there is none."""
    source = text_of(data)
    if isinstance(source, Unsure):
        return source
    if source.text.startswith((FORM_MARK, f'"{FORM_MARK}')):
        return Unsure("file-kind")  # a sheet saved as CSV: its ids may be lost, and its lists are
    return open_yaml_form(source) if re.search(_YAML, source.text) else open_mail_form(source)


def read_text_form(form: YamlForm | MailForm, book: Book, day: date, profile: Profile) -> Filled:
    """What the form says, of the plan in ``book``; it came in on ``day``."""
    if isinstance(form, YamlForm):
        return read_yaml_form(form, book.nodes)
    return read_mail_form(form, book.nodes, words_sent(form.identity, book, day, profile))
