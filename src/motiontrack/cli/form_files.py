"""Where forms lie in the data folder: those sent out by month, and the copies of those not taken whole."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

__all__ = ["FORMS", "REFUSED", "aside_name", "aside_of_month", "fit_for_name", "form_name", "legible", "put"]

FORMS = "forms"
REFUSED = f"{FORMS}/refused"
#: What a file's name cannot hold on Windows.
_NOT_IN_NAMES = r'[\\/:*?"<>|\x00-\x1f]'
_HASH_LENGTH = 8
#: Characters of the name that a file came by; a system takes 255 bytes, and one of Han has three.
_LONGEST = 40


def form_name(month_or_plan: str, unit: str, kind: str) -> str:
    """The name of a form that is sent out."""
    return f"{month_or_plan}-{fit_for_name(unit)}.{kind}"


def aside_name(name: str, hash_: str, *, day: str, month: str = "", unit: str = "") -> str:
    """The name of a copy: by its month and unit where they are known, else by the day it came."""
    known = f"{month or 'plan'}-{fit_for_name(unit)}" if unit else day
    return f"{known}-{hash_[:_HASH_LENGTH]}-{fit_for_name(name)[-_LONGEST:]}"


def aside_of_month(folder: Path, month: str, units: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """The copies of the forms of a month, by unit; a unit of which there is none is left out."""
    place = folder / REFUSED
    names = sorted(each.name for each in place.iterdir()) if place.is_dir() else []
    copies = [name for name in names if not name.endswith(".txt")]
    by_unit = {
        unit: tuple(name for name in copies if name.startswith(f"{month}-{fit_for_name(unit)}-"))
        for unit in units
    }
    return {unit: names for unit, names in by_unit.items() if names}


def legible(name: str) -> str:
    """A file's name as letters: one that is no UTF-8 was written on a Chinese Windows."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return os.fsencode(name).decode("gb18030", "replace")
    return name


def put(path: Path, data: bytes, *, alone: bool = False) -> None:
    """``data`` in a file, whole or not at all; its folder is made. ``alone`` as for ``replace_file``."""
    from motiontrack.source.writing import replace_file

    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, data, alone=alone)


def fit_for_name(name: str) -> str:
    """``name`` as a part of a file's name."""
    return re.sub(_NOT_IN_NAMES, "-", name)
