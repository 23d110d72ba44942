"""The page without a browser: its counts, its words, what hostile text does, the same bytes twice."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from motiontrack.assess.causes import AT_RISK, Code
from motiontrack.assess.pace import Basis
from motiontrack.assess.state import Timeliness
from motiontrack.language.catalogue import LANGUAGES, load
from motiontrack.model.fields import describe
from motiontrack.model.profile import Shortfall
from motiontrack.render.papers import packaged_templates, render_paper, sha256
from motiontrack.views.page import build_page
from motiontrack.views.page_title import pieces, points
from motiontrack.views.page_words import printable
from tests.assess.building import returned, task
from tests.commands import DATA, run
from tests.missing import missing
from tests.pages.making import BIDI, HOSTILE, KINDS, YEAR, assessed, folder, made, page, page_of
from tests.test_example_year import on

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

TEMPLATES = packaged_templates()


class Reader(HTMLParser):
    """The text, the elements and the addresses of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]


def tiles(text: str) -> list[int]:
    return [int(n) for n in re.findall(r'<p class="tile-num"><b>(\d+)</b>', text)]


@pytest.mark.parametrize("data", [DATA, YEAR], ids=["notice", "year"])
@pytest.mark.parametrize("day", ["2010-05-15", "2010-07-27", "2010-08-31", "2010-11-30", "2011-03-01"])
def test_every_count_adds_up_to_the_21_tasks(data: Path, day: str) -> None:
    text = page_of(folder(data), day)
    shown = tiles(text)
    sums = re.search(r'<p class="recon"><b>([\d+]+)=(\d+)</b>', text)
    band = [int(n) for n in re.findall(r'<div class="band-d[^>]*>\s*<p><b>(\d+)</b>', text)]
    foot = text[text.index("<tfoot>") : text.index("</tfoot>")]
    of_units = [int(n) for n in re.findall(r'<td class="n" data-l="[^"]*">(\d+)</td>', foot)]

    assert sum(shown) == 21
    assert sums is not None
    assert [int(n) for n in sums[1].split("+")] == shown
    assert sums[2] == "21"
    assert sum(band) == 21
    assert len(re.findall(r'<tr id="task-\d+"', text)) == 21
    assert of_units[0] == 21
    assert of_units[1 : 1 + len(shown)] == shown


@pytest.mark.parametrize("kind", KINDS)
def test_the_lines_of_a_tile_add_up_to_it(kind: str) -> None:
    for tile in re.findall(r'<li class="tile .*?</li>', page(kind), re.DOTALL):
        lines = [int(n) for n in re.findall(r"<dd>(\d+)</dd>", tile)]
        assert not lines or sum(lines) == tiles(tile)[0], tile


def test_rows_with_errors_are_counted_and_listed() -> None:
    texts = made(task("due: 2010-10-31", "T1"), task("due: 没有的日子", "T2"))

    text = page_of(texts, "2010-08-31")

    assert sum(tiles(text)) == 2
    assert "未判定1项" in text
    assert "<b>T2</b>" in text


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_stands_alone(kind: str) -> None:
    read = Reader(page(kind))

    assert [*read.all("script")] == [{}]  # the page's own, which fetches nothing
    assert not read.all("link")
    assert not read.all("img")
    assert all((each["href"] or "").startswith("#") for each in (*read.all("a"), *read.all("use")))
    style = page(kind)[page(kind).index("<style>") : page(kind).index("</style>")]
    told = "\n".join([style, *(each or "" for _, attrs in read.tags for each in attrs.values())])
    assert "@import" not in style
    assert all(address.startswith("url(#") for address in re.findall(r"url\([^)]*", told))


@pytest.mark.parametrize("kind", KINDS)
def test_every_address_inside_the_page_has_its_goal(kind: str) -> None:
    read = Reader(page(kind))
    ids = [attrs["id"] for _, attrs in read.tags if attrs.get("id")]

    assert len(ids) == len(set(ids))
    assert {(each["href"] or "#")[1:] for each in read.all("a")} <= set(ids)
    assert {(each["href"] or "#")[1:] for each in read.all("use")} <= set(ids)
    assert set(re.findall(r"url\(#([\w-]+)\)", page(kind))) <= set(ids)


def test_the_same_files_give_the_same_bytes_wherever_they_lie() -> None:
    texts = folder(YEAR)
    once = page_of(texts, "2010-08-31")
    catalogue = load("zh")
    view = build_page(assessed(dict(reversed(texts.items())), "2010-08-31"), catalogue)

    assert page_of(texts, "2010-08-31") == once
    assert render_paper(("page.html",), {"page": view}, catalogue, None) == once


def test_the_command_writes_this_page(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    ran = run("report", "page", "--data", DATA, "--as-of", "2010-08-31", "--output", file)

    assert ran.code == 0
    assert file.read_text(encoding="utf-8") == page("notice")


def test_hostile_text_is_text() -> None:
    text = page("hostile")
    read = Reader(text)

    assert len(read.all("script")) == 1
    assert not read.all("img")
    assert not [attrs for _, attrs in read.tags if any(name.startswith("on") for name in attrs)]
    assert text.count("</style>") == 1
    assert text.count("</title>") >= 1
    assert HOSTILE in "".join(read.said)  # shown, character by character
    assert "49" not in text[text.index("<h1") : text.index("</h1>")]


@pytest.mark.parametrize("kind", KINDS)
def test_only_the_script_of_the_page_may_run(kind: str) -> None:
    text = page(kind)
    script = text[text.index("<script>") + len("<script>") : text.index("</script>", text.index("<script>"))]
    policy = Reader(text).all("meta")[1]

    assert policy["http-equiv"] == "Content-Security-Policy"
    assert f"script-src '{sha256(script)}';" in (policy["content"] or "")
    assert "default-src 'none'" in (policy["content"] or "")
    assert text.index("Content-Security-Policy") < text.index("<style>")


def test_nothing_turns_the_direction_of_the_text() -> None:
    catalogue = load("zh")
    view = build_page(assessed(made(task("due: 10月")), "2010-08-31"), catalogue)
    own = {"page": view, "name": f"张{BIDI}三"}

    assert BIDI not in page("hostile")
    text = render_paper(("page.html",), own, catalogue, None)
    assert not set(text) & set("\u200e\u200f\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069")


def test_an_illustrative_year_says_so() -> None:
    assert '<p class="sample"><b>示例</b>' in page("year")
    assert '<p class="sample">' not in page("notice")


def test_nobody_who_never_reported_has_a_figure() -> None:
    rows = re.findall(r'<td class="pg">(.*?)</td>', page("notice"), re.DOTALL)

    assert len(rows) == 21
    assert all("从未填报" in row and "bar-fill" not in row for row in rows)


def row_of(task: str, text: str) -> str:
    """The row of a task of the worked year among all tasks."""
    rows: list[str] = re.findall(r'<tr id="task-\d+".*?</tr>', text, re.DOTALL)
    return next(row for row in rows if f">{task}<" in row)


def test_a_figure_older_than_the_last_return_is_dated() -> None:
    text = page("year")

    assert "截至6月30日" in row_of("T01", text)
    assert "截至" not in row_of("T03", text)


def test_every_figure_compared_is_named() -> None:
    row = row_of("T19", page("year"))

    assert "<b>新开工100%</b>" in row
    assert "竣工0%、应达0%" in row


def test_the_days_since_the_last_return_count_from_the_day_printed() -> None:
    """T10's came on 29 June, with the figures of the 25th: to 31 August these are 63 days."""
    row = row_of("T10", page("year"))

    assert "6月29日" in row
    assert "已63天" in row


def test_done_is_said_in_one_sentence_when_all_is_done() -> None:
    text = page("done")
    headline = text[
        text.index('<p class="headline">') : text.index("</p>", text.index('<p class="headline">'))
    ]

    assert "".join(Reader(headline).said).strip() == "1项任务，已办结。"
    assert "本月无需要关注的事项" in text


def watched(text: str) -> str:
    return text[text.index('<section id="watch"') : text.index('<section id="tasks"')]


def item(task: str, text: str) -> str:
    """What stands of a task among those that need looking at."""
    found: list[str] = re.findall(
        r'<li class="wi .*?</li>\n(?=    <li class="wi|  </ol>)', watched(text), re.DOTALL
    )
    return next(each for each in found if f'class="wi-id">{task}<' in each)


def test_what_is_asked_is_what_a_slip_would_ask() -> None:
    text = page("year")

    assert "<dt>请办</dt><dd><p>说明原因和赶上进度的具体措施，明确每项措施的完成日期。</p></dd>" in item(
        "T03", text
    )
    assert "<dt>督办</dt><dd><p>已发示例督〔2010〕10号，限9月1日回复</p></dd>" in item(
        "T10", text
    )  # not asked twice
    assert "请办" not in item("T10", text)
    assert "请办" not in item("T16", text)  # it rests


def test_whoever_told_of_a_difficulty_is_not_asked_for_reasons() -> None:
    told = returned("2010-07", "received: 2010-07-20, progress: 90, pace: blocked, problems: 用地未落实")
    text = page_of(made(task("due: 10月"), more=told), "2010-07-31")

    assert "<dt>督办</dt><dd><p>单位已如实报告，宜先协调解决</p></dd>" in item("T1", text)
    assert "请办" not in watched(text)


def yellow(count: int, red: int = 0) -> str:
    """The page of so many tasks whose units told of difficulties, and so many that are overdue."""
    rows = [
        task("due: 2010-06-30" if number <= red else "due: 2010-12-31", f"T{number}")
        for number in range(1, red + count + 1)
    ]
    entries = [
        f"task: T{number}, received: 2010-07-20, progress: 90, pace: blocked, problems: 缺件{number}号"
        for number in range(1, red + count + 1)
    ]
    return page_of(made(*rows, more=returned("2010-07", *entries)), "2010-07-31")


def test_up_to_thirty_are_shown_in_full_of_more_only_the_red() -> None:
    few, many, no_red = yellow(28, 2), yellow(29, 2), yellow(31)

    assert few.count('<li class="wi ') == 30
    assert many.count('<li class="wi ') == 2
    assert len(re.findall("缺件\\d+号", watched(many))) == 31  # a table tells the units' reasons too
    assert no_red.count('<li class="wi ') == 0
    assert len(re.findall("缺件\\d+号", watched(no_red))) == 31


def test_more_than_thirty_red_are_rows_that_tell_all_of_each() -> None:
    text = watched(page("many"))
    red = text[text.index("wt-full") : text.index("</table>")]
    rows = re.findall(r"<tr><td.*?</tr>", red, re.DOTALL)

    assert '<li class="wi ' not in text
    assert len(rows) == 148
    late = next(row for row in rows if ">T13<" in row)
    assert all(label in late for label in ("理由", "原因", "请办", "另注", "进度"))
    assert "应于2010年8月28日前完成，已逾期3天" in late
    assert "截至2010年7月23日应完成74.8%，实报13%，落后61.8个百分点" in late
    assert "数据截至2010年7月23日，已有39天未更新" in late
    assert "13%；应达74.8%；差61.8点；按时间平均推算；上月黄灯" in late
    assert "data/plan.yaml 第85行" in late


def test_what_is_asked_of_many_is_said_once_above_their_table() -> None:
    text = watched(page("many"))
    above = text[: text.index("wt-full")]
    red = text[text.index("wt-full") : text.index("</table>")]

    asked = re.findall(r"<li>(.) (.+?)</li>", above)
    assert [mark for mark, _ in asked] == ["①", "②"]
    assert asked[1][1] == "补报2010年8月进展；没有变化的，也请如实填报。"
    assert all(text.count(said) == 1 for _, said in asked)
    assert red.count("①") == 148
    assert 'class="asks"' not in page("year") + page("odd")


def test_whoever_only_helps_stands_with_the_task_and_a_long_id_has_room() -> None:
    rows = (task("due: 10月\ndoes: 经贸委\nsupport: [旅游局]", "T-00001"), task("due: 10月", "T1"))
    text = page_of(made(*rows), "2010-08-31")

    assert '<small class="with">落实：经贸委；配合：旅游局</small></th>' in text
    assert 'class="tt no-goal long-ids"' in text
    assert 'long-ids"' not in page("year")


def test_of_many_tasks_the_finished_goals_fold_and_no_others() -> None:
    goals = re.findall(r'<tr class="goal-row">.*?</tr>', page("many"), re.DOTALL)

    assert len(goals) == 13
    assert [each for each in goals if 'class="fold"' in each] == [goals[2]]
    assert "全部办结或取消" in goals[2]
    assert 'class="fold"' not in page("done") + page("year")


def test_nothing_is_said_twice_beside_a_task() -> None:
    told = returned("2010-07", "received: 2010-07-20, progress: 90, pace: blocked, problems: 用地未落实")
    text = item("T1", page_of(made(task("due: 10月"), more=told), "2010-07-31"))

    assert text.count("单位自报困难") == 1
    assert text.count("用地未落实") == 1


def heads(text: str) -> list[str]:
    return re.findall(r'<div class="band-m[^>]*><b>([^<]+)</b>', text)


def test_more_than_fifteen_months_are_told_by_quarters() -> None:
    months = page_of(
        made(task("due: 2011-06-30"), plan="plan: {title: 方案, year: 2010, issued: 2010-04-07}"),
        "2010-08-31",
    )
    quarters = page_of(
        made(task("due: 2011-07-31"), plan="plan: {title: 方案, year: 2010, issued: 2010-04-07}"),
        "2010-08-31",
    )

    assert len(heads(months)) == 15
    assert heads(quarters) == [
        *(f"2010年{quarter}季度" for quarter in (2, 3, 4)), *(f"2011年{quarter}季度" for quarter in (1, 2, 3))
    ]  # fmt: skip


def test_more_than_24_marks_in_a_month_are_shape_and_number() -> None:
    def due(count: int) -> str:
        return page_of(made(*(task("due: 10月", f"T{n}") for n in range(count))), "2010-08-31")

    def dots(text: str) -> str:
        found: list[str] = re.findall(r'<span class="dots".*?</span>\n', text, re.DOTALL)
        return found[0]

    assert dots(due(24)).count("<use ") == 24
    assert dots(due(25)).count("<use ") == 1
    assert "</svg>25</span>" in dots(due(25))


def test_the_words_of_the_page(snapshot: SnapshotAssertion) -> None:
    """All that is read, in its order: whoever changes a sentence sees where it stands."""
    for kind in ("year", "year-en", "one"):
        body = page(kind)[page(kind).index("<body>") : page(kind).index("<footer")]
        lines = (" ".join(line.split()) for line in "".join(Reader(body).said).splitlines())
        assert "\n".join(line for line in lines if line) == snapshot(name=kind)


def test_the_latest_return_of_each_unit_is_dated() -> None:
    units = page("year")[page("year").index('<section id="units"') :]
    last = dict(
        re.findall(r'<tr><th scope="row">([^<]+)</th>.*?data-l="最近填报">([^<]*)<', units, re.DOTALL)
    )

    assert last["金融办"] == "6月29日"
    assert last["文化局"] == "从未"
    assert len(last) == 13


# -- words ------------------------------------------------------------------------------------


def keys_in_templates() -> set[str]:
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted((TEMPLATES / "page").glob("*.*")))
    text += (TEMPLATES / "page.html").read_text(encoding="utf-8")
    return set(re.findall(r'say\("([\w.-]+)"\s*[,)]', text)) | set(
        re.findall(r'"(page\.[\w.-]+)" (?:if|else|\))', text)
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_the_page_asks_for_exists(language: str) -> None:
    words = load(language).words
    wanted = keys_in_templates()
    sections = ("sum", "band", "watch", "tasks", "units", "targets", "steps", "rules")
    wanted |= {f"page.contents.{name}" for name in sections}
    far = {
        f"{family}.{name}"
        for family in ("page.far", "page.hit.far")
        for name in (*describe(Shortfall), "any")
    }
    wanted |= far | {f"page.hit.{code.value}" for code in Code if code is not Code.BEHIND}
    wanted |= {f"page.hit.{each.value}" for each in Timeliness}
    wanted |= {f"page.big.{code.value}" for code in (*AT_RISK, Code.OVERDUE, Code.UNREPORTED)}
    wanted |= {f"page.rule.cause.{code.value}" for code in Code if code is not Code.BEHIND}
    wanted |= {f"page.rule.cause.{code.value}.short" for code in AT_RISK if code is not Code.BEHIND}
    wanted |= {f"page.basis.{basis.value}" for basis in Basis}
    wanted |= {f"page.weekday.{day}" for day in range(1, 8)}

    assert not wanted - words.keys()


@pytest.mark.parametrize("kind", KINDS)
def test_no_key_is_printed_instead_of_its_word(kind: str) -> None:
    said = "".join(Reader(page(kind).split("</style>")[1]).said)

    assert not re.findall(r"\b(?:page|tile|state|step|cause|basis)\.[a-z]\w*", said.replace(".yaml", ""))


# -- titles, lists, strings -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "cut"),
    [
        (
            "《关于强化政策驱动促进南通服务业又好又快发展的议案》办理进展",
            ["《关于强化政策驱动", "促进南通服务业", "又好又快发展的议案》", "办理进展"],
        ),
        ("短标题", ["短标题"]),
        ("", [""]),
    ],
)
def test_titles_break_at_phrases_only(title: str, cut: list[str]) -> None:
    assert [*pieces(title)] == cut


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1. 甲;2. 乙", [("1.", "甲;"), ("2.", "乙")]),
        ("1. 甲;\n2. 乙。", [("1.", "甲;"), ("2.", "乙。")]),
        ("增长1.5倍，2.5个百分点", [("", "增长1.5倍，2.5个百分点")]),
        ("先做1. 甲;2. 乙", [("", "先做1. 甲;2. 乙")]),
        ("1. 只有一条", [("", "1. 只有一条")]),
    ],
)
def test_numbered_points_keep_their_words(text: str, found: list[tuple[str, str]]) -> None:
    assert [*points(text)] == found


def test_a_string_in_css_cannot_be_left() -> None:
    assert printable('甲1"\\</style>\n') == "甲1\\22 \\5c \\3c \\2f style\\3e \\a "


def test_nothing_installed_for_these_tests_names_a_registry() -> None:
    lock = (Path(__file__).parent / "package-lock.json").read_text(encoding="utf-8")

    assert "://" not in lock
    assert '"resolved"' not in lock


def test_without_its_tools_a_test_skips_but_fails_under_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="chromium is not installed"):
        missing("chromium")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="chromium is not installed"):
        missing("chromium")


@pytest.mark.parametrize(
    ("day", "rooms"),
    [
        ("2010-04-30", [2, 4, 2]),
        ("2010-06-29", [2, 4, 2]),
        ("2010-06-30", [3, 4, 2]),
        ("2010-08-31", [3, 2, 2]),
        ("2010-09-30", [3, 3, 2]),
        ("2010-10-31", [3, 4, 2]),
    ],
)
def test_the_steps_of_a_phase_use_the_gap_behind_it_up_to_the_line_of_the_day(
    day: str, rooms: list[int]
) -> None:
    band = build_page(on(day), load("zh")).band

    assert band is not None
    assert [phase.room for phase in band.phases] == rooms
