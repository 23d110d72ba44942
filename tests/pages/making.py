"""Pages of many kinds of plans, rendered once a run."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from functools import cache
from pathlib import Path

from motiontrack.assess.assessment import Assessment, assess
from motiontrack.assess.faults import faulty_items
from motiontrack.assess.lights import load_profile
from motiontrack.assess.reminding import remind
from motiontrack.book import load_book
from motiontrack.language.catalogue import load
from motiontrack.model.vocabulary import Per
from motiontrack.profiles import DEFAULT, profile_file
from motiontrack.render.papers import render_paper
from motiontrack.rules import check
from motiontrack.views.monthly import build_monthly
from motiontrack.views.page import PageView, build_page
from motiontrack.views.paper import build_paper
from motiontrack.views.slips import build_slips
from tests.assess.building import day_of, decided, files_of, found, returned, task
from tests.commands import DATA, ROOT

YEAR = ROOT / "examples" / "nantong-2010" / "data"
BIDI = "\u202e\u2066"
HOSTILE = "</title></style><script>document.title='hit'</script><img src=x onerror=hit()>&amp;{{ 7*7 }}\"'"


def assessed(texts: dict[str, bytes], day: str) -> Assessment:
    """What the program makes of files, errors and all."""
    book, read = load_book(texts)
    assert book is not None, read
    profile = load_profile(DEFAULT, profile_file(DEFAULT).read_bytes())
    on = day_of(day)
    return assess(book, on, profile, faulty_items((*read, *check(book)), book, on))


def folder(path: Path) -> dict[str, bytes]:
    """A data folder as the program reads it."""
    return {each.relative_to(path).as_posix(): each.read_bytes() for each in sorted(path.rglob("*.yaml"))}


def view_of(texts: dict[str, bytes], day: str, language: str = "zh") -> PageView:
    return build_page(assessed(texts, day), load(language))


def page_of(texts: dict[str, bytes], day: str, language: str = "zh") -> str:
    """The page, as ``motiontrack report page`` writes it."""
    view = view_of(texts, day, language)
    return render_paper((f"page.{language}.html", "page.html"), {"page": view}, load(language), None)


def made(*tasks: str, plan: str = "", more: dict[str, str] | None = None) -> dict[str, bytes]:
    texts = files_of(*tasks, more=more, plan=plan) if plan else files_of(*tasks, more=more)
    return {name: text.encode() for name, text in texts.items()}


BARE = "plan: {title: 重点工作任务分解方案, year: 2010}"
LONG = "关于进一步加强和改进全市农村公路建设管理养护运营工作推动城乡交通运输一体化高质量发展" * 3


def _many() -> dict[str, bytes]:
    """300 tasks in goals of 25, the third of them finished, returns of every kind."""
    rows = [
        task(f"due: 2010-{number % 9 + 4:02d}-28\ngoal: 目标{number // 25}", f"T{number}")
        for number in range(1, 301)
    ]
    entries = [
        f"task: T{number}, received: 2010-07-{20 + number % 10}, progress: {number % 101}"
        for number in range(1, 301)
        if number % 4 and number not in range(50, 75)
    ]
    closed = [
        f"task: T{number}, received: 2010-06-20, state: done, progress: 100, done_on: 2010-06-{number % 18 + 1:02d}"
        for number in sorted({*range(9, 301, 9), *range(50, 75)})
    ]
    return made(*rows, more={**returned("2010-06", *closed), **returned("2010-07", *entries)})


def _odd() -> dict[str, bytes]:
    """Parts, a standing task, a suspended and a cancelled one, ranges, long names, an assumed deadline."""
    rows = (
        task(
            """
            due: 10月底
            goal: 目标甲
            targets:
              - {id: 家数, words: 引进1~2家, measure: 家, kind: total, at_least: 1, at_most: 2}
              - {id: 增幅, words: 增长30%, measure: "%", kind: growth, at_least: 30, stretch: 是}
              - {id: 总量, words: 不超过1200吨, measure: 吨, kind: level, at_most: 1200}
            """,
            "T1",
            text=LONG,
        ),
        task("standing: 是", "T2"),
        task("due: 2010-05-31", "T3"),
        task("due: 2010-06-30", "T4"),
        task(
            """
            due: 2010-09-30
            parts:
              - {id: T5.1, text: 出台意见, due: 2010-06-30}
              - {id: T5.2, text: 建成平台, lead: 经贸委, person: 杨扬}
            """,
            "T5",
        ),
    )
    more = {
        **returned(
            "2010-07",
            "received: 2010-07-20, progress: 140, targets: {家数: 3, 增幅: 12, 总量: 1300}",
            "task: T5.1, received: 2010-07-21, state: done, progress: 100, done_on: 2010-06-20",
        ),
        **decided("kind: suspend, item: T3, on: 2010-06-15", "kind: cancel, item: T4, on: 2010-06-01"),
        **found(
            "id: F1, raised_on: 2010-07-02, unit: 发改委, due: 2010-07-20", "id: F2, raised_on: 2010-07-02"
        ),
    }
    return made(*rows, more=more)


def _done() -> dict[str, bytes]:
    """Everything done: nothing due, nothing to look at."""
    more = returned("2010-05", "received: 2010-05-20, state: done, progress: 100, done_on: 2010-05-18")
    return made(task("due: 10月"), more=more)


#: What must be shown as it is and do nothing: in HTML, in SVG, in a style, in an attribute, in a template.
ATTACKS = (
    HOSTILE,
    "<svg onload=hit()><title>x</title></svg>",
    "</td></tr></table></section><style>*{display:none!important}</style>",
    "<a href=javascript:hit()>点此</a><form action=//a.example><button>交</button></form>",
    'x" onmouseover="hit()" style="background:url(//a.example/b.png)" y="',
    "]]>--><!--<![CDATA[{% raw %}{% for x in y %}",
    "&#60;script&#62;hit()&#60;/script&#62; &lt;b&gt; \\3c/style>",
    "W" * 400,
)


def _attacked() -> dict[str, bytes]:
    """A plan every text of which is one of the attacks."""
    turns = itertools.cycle(ATTACKS)

    def bad(note: str = "") -> str:
        return "'" + next(turns).replace("'", "''") + note + "'"

    # A unit’s id is held to letters by a rule; everything else may say what it likes.
    unit, person = "发改委", bad("某")
    phases = "\n".join(
        f"  - {{id: P{number}, name: {bad()}, from: 2010-{month}-01, to: 2010-{month}-28,"
        f" steps: [{{id: S{number}, text: {bad()}}}]}}"
        for number, month in enumerate(("04", "07", "11"), 1)
    )
    tasks = "\n".join(
        f"  - {{id: T{number}, goal: {bad()}, text: {bad()}, lead: {unit}, person: {person}, due: {due},"
        f" targets: [{{id: 甲, words: {bad()}, measure: {bad()}, kind: total, at_least: {least}}},"
        f" {{id: 乙, words: {bad()}, measure: 个, kind: total, at_least: 30}}]}}"
        for number, (due, least) in enumerate(
            (("2010-04-30", 2), ("2010-10-31", 40), ("2010-12-31", 3), ("2010-06-30", 5)), 1
        )
    )
    plan = (
        f"motion: {{number: {bad()}, title: {bad()}, meeting: {bad()}}}\n"
        f"plan: {{title: {bad()}, document: {bad()}, issued: 2010-04-07, year: 2010}}\n"
        f"organisation: {{lead: {unit}, supervisor: {unit}}}\nphases:\n{phases}\ntasks:\n{tasks}\n"
    )
    entries = "\n".join(
        f"  - {{task: T{number}, received: 2010-05-20, pace: behind, progress: 10, work: {bad()},"
        f" problems: {bad()}, coordinate: {bad()}, next: {bad()}}}"
        for number in (1, 2, 3)
    )
    findings = "\n".join(
        f"  - {{id: F{number}, raised_on: 2010-05-02, tasks: [T{number}], text: {bad()}, unit: {unit},"
        f" due: 2010-05-20{closed}}}"
        for number, closed in ((1, ""), (2, f", resolved_on: 2010-05-18, resolution: {bad()}"))
    )
    texts = {
        "plan.yaml": plan,
        "units.yaml": f"units:\n  - {{id: {unit}, people: [{{name: {person}, post: {bad()}}}]}}\n",
        "returns/2010-05.yaml": f"month: 2010-05\nentries:\n{entries}\n",
        "findings.yaml": f"findings:\n{findings}\n",
    }
    return {name: text.encode() for name, text in texts.items()}


def _hostile() -> dict[str, bytes]:
    quoted = HOSTILE.replace("'", "''")
    texts = files_of(
        task(f"due: 2010-04-30\ngoal: '{quoted}'", "T1", text=f"'{quoted}'"),
        more=returned(
            "2010-05", f"received: 2010-05-20, pace: behind, problems: '{quoted}', next: '{quoted}'"
        ),
        plan=f"plan: {{title: '{quoted}', document: '{quoted}', year: 2010}}\nmotion: {{number: '{quoted}', title: '{quoted}'}}",
    )
    return {name: text.encode() for name, text in texts.items()}


#: name -> (the files, the day, the language)
KINDS: dict[str, tuple[Callable[[], dict[str, bytes]], str, str]] = {
    "notice": (lambda: folder(DATA), "2010-08-31", "zh"),
    "notice-en": (lambda: folder(DATA), "2010-08-31", "en"),
    "before": (lambda: folder(DATA), "2010-04-10", "zh"),
    "after": (lambda: folder(DATA), "2011-03-01", "zh"),
    "year": (lambda: folder(YEAR), "2010-08-31", "zh"),
    "year-en": (lambda: folder(YEAR), "2010-11-30", "en"),
    "august-en": (lambda: folder(YEAR), "2010-08-31", "en"),
    "one": (lambda: made(task("due: 10月"), plan=BARE), "2010-08-31", "zh"),
    "many": (_many, "2010-08-31", "zh"),
    "many-en": (_many, "2010-08-31", "en"),
    "done": (_done, "2010-08-31", "zh"),
    "odd": (_odd, "2010-07-31", "zh"),
    "hostile": (_hostile, "2010-06-30", "zh"),
    "attacked": (_attacked, "2010-06-10", "zh"),
}


@cache
def page(kind: str) -> str:
    texts, day, language = KINDS[kind]
    return page_of(texts(), day, language)


#: The monthly paper of some of these kinds, by the name it has among all that is written.
PAPERS: dict[str, str] = {
    "paper-notice": "notice",
    "paper-notice-en": "notice-en",
    "paper-year": "year",
    "paper-year-en": "year-en",
    "paper-one": "one",
    "paper-odd": "odd",
    "paper-hostile": "hostile",
}


#: The slips of some of these kinds, one a unit.
SLIPS: dict[str, str] = {
    "slips-notice": "notice",
    "slips-year": "year",
    "slips-year-en": "year-en",
    "slips-many": "many",
    "slips-odd": "odd",
    "slips-hostile": "hostile",
}


#: The charts that papers can draw, from the view of some of these kinds.
CHARTS: dict[str, str] = {
    "charts-year": "year",
    "charts-year-en": "year-en",
    "charts-odd": "odd",
    "charts-many": "many",
    "charts-attacked": "attacked",
}


def charts(name: str) -> str:
    """Every chart, in a paper of an office's own (``charts.html``)."""
    texts, day, language = KINDS[CHARTS[name]]
    view = view_of(texts(), day, language)
    return render_paper(("charts.html",), {"page": view}, load(language), Path(__file__).parent / "papers")


@cache
def slips(name: str) -> str:
    """The drafts, as ``motiontrack remind --per unit --format html`` writes them."""
    texts, day, language = KINDS[SLIPS[name]]
    judged, words = assessed(texts(), day), load(language, "remind")
    view = build_slips(judged, remind(judged, per=Per.UNIT).chases, words, draft=True)
    assert view.slips
    return render_paper((f"slip.{language}.html", "slip.html"), {"paper": view}, words, None)


#: All that an own text may hold: headings, lists in one another, links, pictures, a table without a head.
OWN = """\
## 组织领导

**一是**抓紧，见[通知](https://example.cn/a)和![现场照片](http://example.cn/b.png)。

1. 补报
  - 六月
    1. 逐项核对
  - 七月
2. 排期

#### 时限

> 各单位：限期补报。

---

| 单位 | 时限 | |
|--|--|--|
| 发改委 | 8月底 | 已报 |

| | |
|--|--|
| 商务局 | 9月底 |

"""
#: What would be wider than a sheet: a table of 24 columns and one of 25, lists 16 deep, a word without end.
OWN += "\n\n".join(f"{'| 列 ' * columns}|\n{'|--' * columns}|\n{'| 值 ' * columns}|" for columns in (24, 25))
OWN += f"\n\n{'- ' * 16}深\n\n{'W' * 300}\n"


@cache
def paper(name: str) -> str:
    """The monthly paper, as ``motiontrack report monthly --format html`` writes it."""
    texts, day, language = KINDS[PAPERS[name]]
    judged, words = assessed(texts(), day), load(language)
    common = build_paper(judged, words)
    values = {"paper": common, "monthly": build_monthly(judged, common, words)}
    return render_paper((f"monthly.{language}.html", "monthly.html"), values, words, None)
