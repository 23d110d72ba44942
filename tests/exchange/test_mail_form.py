"""Whatever a mail does to a form: what is taken is what was typed for that item, and nothing is lost in silence."""

from __future__ import annotations

import re
from datetime import date
from random import Random

import pytest

from motiontrack.exchange.asking import form_for
from motiontrack.exchange.cells import Unsure
from motiontrack.exchange.text_forms import form_markdown
from motiontrack.exchange.text_reading import open_text_form, read_text_form
from motiontrack.language.catalogue import load
from tests.exchange.test_taking import PROFILE, july

DAY = date(2010, 7, 15)
LABELS = {"work": "本月进展", "problems": "存在问题", "coordinate": "需协调事项", "next": "下步打算"}


def filled(random: Random) -> tuple[list[str], dict[tuple[str, str], str]]:
    """The lines of a form filled in at random, and what was typed for each item and key."""
    book = july()[1]
    form = form_for("发改委", "2010-07", book, DAY, PROFILE)
    lines, typed, item = [], {}, ""
    for line in form_markdown(form, load("zh", "collect"), DAY).decode().splitlines():
        item = line.split()[1] if line.startswith("## ") else item
        said = ""
        for key, label in LABELS.items():
            if line.startswith(f"- {label}") and random.random() < 0.6:
                typed[item, key] = said = f"{item}的{label}内容"
        lines.append(line + said)
    return lines, typed


def mangled(lines: list[str], random: Random) -> list[str]:
    """``lines`` with a few of them lost, doubled, joined, broken, quoted or without their marks."""
    lines = [*lines]
    for _ in range(random.randint(1, 4)):
        at = random.randrange(9, len(lines) - 1)
        line, cut = lines[at], random.randint(1, 20)
        match random.choice(("lost", "doubled", "joined", "broken", "bare", "quoted", "blank")):
            case "lost":
                lines[at : at + 1] = []
            case "doubled":
                lines[at : at + 1] = [line, line]
            case "joined":
                lines[at : at + 2] = [line + lines[at + 1]]
            case "broken":
                lines[at : at + 1] = [line[:cut], line[cut:]]
            case "bare":
                lines[at] = re.sub("^[#-]+ *", "", line)
            case "quoted":
                lines[at] = f"> {line}"
            case "blank":
                lines[at : at + 1] = ["", line]
    return lines


@pytest.mark.parametrize("seed", range(80))
def test_no_answer_is_guessed_and_none_is_lost(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - to be the same at every run
    lines, typed = filled(random)
    text = "\n".join(mangled(lines, random))
    form = open_text_form(text.encode())
    assert not isinstance(form, Unsure)
    read = read_text_form(form, july()[1], DAY, PROFILE)

    taken = {
        (row.item, key): re.sub(r"\s", "", str(said)) for row in read.rows for key, said in row.given.items()
    }
    assert {place: said for place, said in taken.items() if typed.get(place) != said} == {}
    lost = {place for place, said in typed.items() if place not in taken and said in text}
    assert not lost or read.doubts
