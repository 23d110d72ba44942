"""Diagnostics as a JUnit report, for Jenkins, GitLab and whatever else reads test results.

A file is a suite. What makes the run fail is a failure; what does not is skipped, with its message;
a file without either has one case that passes, since a report without cases counts as broken.
"""

from __future__ import annotations

from collections import Counter
from xml.etree import ElementTree as ET

from motiontrack.diagnostics.record import Diagnostic, shown_path
from motiontrack.diagnostics.writers.formats import Run
from motiontrack.language.display import visible

__all__ = ["write"]


def write(run: Run) -> str:
    """All files of ``run`` in the order of their paths, and their diagnostics by place."""
    by_file: dict[str, list[Diagnostic]] = {file: [] for file in run.files}
    for each in sorted(run.diagnostics, key=lambda each: each.order):
        by_file.setdefault(each.place.file if each.place else "plan.yaml", []).append(each)
    root = ET.Element("testsuites", name="motiontrack")
    for file in sorted(by_file):
        _suite(root, visible(shown_path(run.page.folder, file)), by_file[file], run)
    _count(root)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _suite(root: ET.Element, path: str, found: list[Diagnostic], run: Run) -> None:
    suite = ET.SubElement(root, "testsuite", name=path)
    if not found:
        ET.SubElement(suite, "testcase", classname=path, name=run.catalogue.word("junit.clean"), file=path)
    met: Counter[str] = Counter()
    for each in found:
        said = run.catalogue.diagnostic(each.code, each.figures)
        name = f"{each.code} {said.message}"
        met[name] += 1
        # Of several cases with one name GitLab would show the first only.
        number = f" ({met[name]})" if met[name] > 1 else ""
        case = ET.SubElement(suite, "testcase", classname=path, name=name + number, file=path)
        fails = run.failing is not None and each.severity >= run.failing
        outcome = ET.SubElement(case, "failure" if fails else "skipped", message=said.message)
        if fails:
            outcome.set("type", each.code)
        severity = run.catalogue.word(f"severity.{each.severity.word}")
        span = each.place.span if each.place else None
        where = f"{path}:{span.line}:{span.column}: " if span else ""
        rows = [f"{where}{severity} {each.code} {said.message}"]
        for note, place in each.related:
            other = visible(shown_path(run.page.folder, place.file))
            label, word = run.catalogue.word("excerpt.related"), run.catalogue.word(f"note.{note}")
            rows.append(f"{label}{other}:{place.span.line}:{place.span.column}: {word}")
        if said.help:
            rows.append(run.catalogue.word("excerpt.help") + said.help)
        outcome.text = "\n".join(rows)
    _count(suite)


def _count(element: ET.Element) -> None:
    """The counts that every reader expects on a suite and on the whole."""
    for name, tag in (("tests", "testcase"), ("failures", "failure"), ("skipped", "skipped")):
        element.set(name, str(sum(1 for _ in element.iter(tag))))
    element.set("errors", "0")
