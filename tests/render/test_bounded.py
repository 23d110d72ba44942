"""An office's own template that would never end, or fill the memory, is stopped and told of."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from motiontrack.language.catalogue import load
from motiontrack.render import bounded
from motiontrack.render.papers import TemplateFaultyError, render_paper
from tests.commands import odd_file

#: A name, and a template that is stopped.
BOMBS = {
    "loops in loops": "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "loops that write": "{% for a in range(9999) %}{% for b in range(9999) %}好{% endfor %}{% endfor %}",
    "a large piece again and again": "{% for a in range(99999) %}" + "好" * 5000 + "{% endfor %}",
    "a long range": "{{ range(10**9)|list }}",
    "many ranges": "{% for a in range(99999) %}{{ range(99999)|sum }}{% endfor %}",
    "a text times a number": "{{ '好' * 10**9 }}",
    "a number times a text": "{{ 10**9 * '好' }}",
    "a list times a number": "{{ ['好'] * 10**9 }}",
    "a power": "{{ 10 ** (10 ** 9) }}",
    "powers of powers": "{{ (10**1000)**1000 }}",
    "squares": "{% set n = namespace(x=9) %}{% for a in range(99) %}{% set n.x = n.x * n.x %}{% endfor %}",
    "a text joined to itself": "{% set n = namespace(x='好') %}{% for a in range(99) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
    "a text added to itself": "{% set n = namespace(x='好') %}{% for a in range(99) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "a list added to itself": "{% set n = namespace(x=[1]) %}{% for a in range(99) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "a block set to itself twice": "{% set n = namespace(x='好') %}{% for a in range(99) %}{% set n.x %}{{ n.x }}{{ n.x }}{% endset %}{% endfor %}",
    "a list of itself": "{% set n = namespace(x=[1]) %}{% for a in range(99) %}{% set n.x = [n.x, n.x] %}{% endfor %}{{ n.x }}",
    "a list of itself as text": "{% set n = namespace(x=[1]) %}{% for a in range(99) %}{% set n.x = [n.x, n.x] %}{% endfor %}{{ n.x|string|length }}",
    "a wide format": "{{ '%999999999d' % 1 }}",
    "a width given": "{{ '%*d' % (999999999, 1) }}",
    "a wide format as a filter": "{{ '%999999999d'|format(1) }}",
    "a wide format as a method": "{{ '{:999999999}'.format(1) }}",
    "a format in a format": "{{ '{:{}}'.format(1, 999999999) }}",
    "center": "{{ '好'|center(10**9) }}",
    "indent": "{{ ('好\n' * 9999)|indent(9999) }}",
    "ljust": "{{ '好'.ljust(10**9) }}",
    "zfill": "{{ '好'.zfill(10**9) }}",
    "expandtabs": "{{ '\t'.expandtabs(10**9) }}",
    "replace": "{{ ('好' * 99999)|replace('好', '好' * 99999) }}",
    "replace as a method": "{{ ('好' * 99999).replace('好', '好' * 99999) }}",
    "join": "{{ (['好' * 99999] * 9999)|join }}",
    "join as a method": "{{ ('好' * 99999).join(['好'] * 9999) }}",
    "slice": "{{ [1]|slice(10**9)|list }}",
    "batch": "{{ [1]|batch(10**9, 0)|list }}",
    "round": "{{ 1.5|round(10**9, 'ceil') }}",
    "tojson": "{{ [[1]]|tojson(10**9) }}",
    "a macro that calls itself": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "a macro that calls itself twice": "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(99) }}",
    "a template that takes in itself": "{% include 'paper.md' %}",
    "a template that takes in itself twice": "{% set n = n|default(0) + 1 %}{% if n < 50 %}{% include 'paper.md' %}{% include 'paper.md' %}{% endif %}",
    "a loop into itself": "{% for a in [1, 2] recursive %}{{ loop([1, 2]) }}{% endfor %}",
    "brackets": "{{ " + "(" * 9999 + "1" + ")" * 9999 + " }}",
}  # fmt: skip


def rendered(template: str | bytes, folder: Path, **values: object) -> str:
    data = template.encode() if isinstance(template, str) else template
    (folder / "paper.md").write_bytes(data)
    return render_paper(("paper.md",), values, load("zh"), folder)


@pytest.mark.parametrize("name", BOMBS)
def test_what_would_not_end_is_stopped(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "_MOST_STEPS", 200_000)
    monkeypatch.setattr(bounded, "_MOST_LETTERS", 6_000_000)

    with pytest.raises(TemplateFaultyError) as stopped:
        rendered(BOMBS[name], tmp_path)

    assert stopped.value.kind == "too-much"
    assert stopped.value.name == "paper.md"


def test_where_it_was_stopped_is_told(tmp_path: Path) -> None:
    with pytest.raises(TemplateFaultyError) as stopped:
        rendered("一\n二\n{{ '好' * 10**9 }}\n", tmp_path)

    assert (stopped.value.kind, stopped.value.line) == ("too-much", 3)


@pytest.mark.parametrize(
    ("template", "wanted"),
    [
        ("{% for a in [1, 2, 3] %}{{ loop.index }}/{{ loop.length }}{{ '.' if loop.last else ',' }}{% endfor %}",
         "1/3,2/3,3/3."),
        ("{% for a in [] %}{% else %}无{% endfor %}", "无"),
        ("{% for a in [1, [2, [3]]] recursive %}{{ loop(a) if a is iterable else a }}{% endfor %}", "123"),
        ("{% for a in [3, 1, 2]|sort if a > 1 %}{{ loop.index0 }}{{ a }}{{ loop.previtem }}{% endfor %}", None),
        ("{{ 1500000|default(2000000) }}{{ 2.567|round(1) }}{{ '%05.1f' % 2.5 }}{{ 'a' ~ 1 ~ none }}", "15000002.6002.5a1None"),
        ("{{ 'a,b'.replace(',', '、') }}{{ ['a', 'b']|join('、') }}{{ '、'.join(['a', 'b']) }}", "a、ba、ba、b"),
        ("{{ 'x' * 3 }}{{ 2 ** 10 }}{{ 7 % 4 }}{{ [1] + [2] }}{{ range(3)|list }}", "xxx10243[1, 2][0, 1, 2]"),
        ("{% macro m(a) %}<{{ a }}{{ caller() if caller }}>{% endmacro %}{% call m(1) %}二{% endcall %}", "<1二>"),
    ],
)  # fmt: skip
def test_what_papers_need_is_as_without_bounds(template: str, wanted: str | None, tmp_path: Path) -> None:
    if wanted is None:
        with pytest.raises(TemplateFaultyError) as faulty:  # the first has no item before it
            rendered(template, tmp_path)
        assert faulty.value.kind == "faulty"
    else:
        assert rendered(template, tmp_path) == wanted + "\n"


def test_a_long_paper_is_far_from_the_bounds(tmp_path: Path) -> None:
    rows = [{"id": f"T{number}", "text": "编制服务业发展规划" * 5} for number in range(5_000)]
    template = "{% for row in rows %}| {{ row.id|md }} | {{ row.text|md }} |\n{% endfor %}"

    assert rendered(template, tmp_path, rows=rows).count("\n") == 5_000


# -- what is there and cannot be read -------------------------------------------------------------


def test_a_template_in_another_encoding_is_told(tmp_path: Path) -> None:
    with pytest.raises(TemplateFaultyError) as told:
        rendered("通报".encode("gbk"), tmp_path)

    assert (told.value.kind, told.value.name) == ("not-utf8", "paper.md")


def test_a_mark_of_the_byte_order_is_no_part_of_the_paper(tmp_path: Path) -> None:
    assert rendered("\ufeff通报", tmp_path) == "通报\n"


def test_a_file_that_is_no_template_is_told(tmp_path: Path) -> None:
    with pytest.raises(TemplateFaultyError) as told:
        rendered(b"#" * 2_000_000, tmp_path)

    assert told.value.kind == "large"


@pytest.mark.parametrize("kind", ["folder", "pipe", "link"])
@pytest.mark.parametrize("through", ["by name", "taken in"])
def test_what_is_no_file_is_told_and_never_passed_over(kind: str, through: str, tmp_path: Path) -> None:
    """The packaged monthly.zh.md would print another paper than the office believes."""
    path = odd_file(kind, tmp_path / "monthly.zh.md")
    (tmp_path / "outer.md").write_text("{% include 'monthly.zh.md' %}", encoding="utf-8")

    with pytest.raises(TemplateFaultyError) as told:
        render_paper((path.name if through == "by name" else "outer.md",), {}, load("zh"), tmp_path)

    assert (told.value.kind, told.value.name) == ("no-file", "monthly.zh.md")


def test_one_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "paper.md").write_text("", encoding="utf-8")
    monkeypatch.setattr(Path, "open", refused)

    with pytest.raises(TemplateFaultyError) as told:
        render_paper(("paper.md",), {}, load("zh"), tmp_path)

    assert (told.value.kind, told.value.reason) == ("unreadable", "Permission denied")


@pytest.mark.parametrize("name", ["../paper.md", "/etc/passwd", "nothing.md"])
def test_one_outside_or_nowhere_is_missing(name: str, tmp_path: Path) -> None:
    with pytest.raises(TemplateFaultyError) as told:
        rendered(f"{{% include '{name}' %}}", tmp_path)

    assert (told.value.kind, told.value.name) == ("missing", name)


#: What the sandbox must not give: what is not counted, another day than the one asked for, Python itself.
CLOSED = {
    "bytes": "{{ 'x'.encode().ljust(10**9)|length }}",
    "a number as bytes": "{{ (1).to_bytes(10**9)|length }}",
    "a translation": "{{ ('好' * 99999).translate({22909: '好' * 99999})|length }}",
    "a table of translation": "{{ ''.maketrans('a', 'b') }}",
    "the clock": "{{ day.today() }}",
    "the clock by its type": "{% set f = day | attr('today') %}{{ f() }}",
    "the clock by a list": "{{ [day] | map(attribute='today') | map('string') | list }}",
    "its class": "{{ ''.__class__ }}",
    "its class by a filter": "{{ '' | attr('__class__') }}",
    "its class by a list": "{{ [''] | map(attribute='__class__') | map('string') | list }}",
    "its class in brackets": "{{ ''['__class__'] }}",
    "its class in a format": "{{ '{0.__class__}'.format('') }}",
    "its class in a map": "{{ '{a.__class__}'.format_map({'a': ''}) }}",
    "the program's names": "{{ say.__globals__ }}",
    "the names of a class": "{{ cycler.__init__.__globals__ }}",
    "the code of a macro": "{% macro m() %}{% endmacro %}{{ m.__func__ }}",
    "the types of types": "{{ dict.mro() }}",
    "all types": "{{ dict.__base__.__subclasses__() }}",
    "the environment": "{{ self._TemplateReference__context.environment }}",
    "a list changed": "{% set x = [] %}{{ x.append(1) }}",
    "a mapping changed": "{{ rows.update(a=1) }}",
    "chance": "{{ [1, 2] | random }}",
    "a file beside": "{% include '../secret.md' %}",
    "a file anywhere": "{% include '/etc/hostname' %}",
    "a file on a drive": "{% include 'C:/secret.md' %}",
}


@pytest.mark.parametrize("name", CLOSED)
def test_the_sandbox_is_closed(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    (tmp_path / "secret.md").write_text("秘密", encoding="utf-8")

    with pytest.raises(TemplateFaultyError) as stopped:
        rendered(CLOSED[name], folder, day=date(2010, 8, 31), rows={"a": 2})

    assert stopped.value.kind in ("faulty", "missing", "no-value", "no-filter")


def test_a_view_may_call_a_field_as_it_likes(tmp_path: Path) -> None:
    """Only what Python's own types do is closed: a column of months has a field ``now``."""
    assert rendered("{{ column.now }}", tmp_path, column=SimpleNamespace(now="本月")) == "本月\n"
