"""The key that was probably meant, where another one was typed or its line is missing."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from motiontrack.model import fields
from motiontrack.model.fields import RECORDS, Description, Record, describe
from motiontrack.near import alike
from motiontrack.source.values import Mapping, Sequence

__all__ = ["likely_key", "list_that_fits", "lists_of", "rows_under"]

#: What offices print over a column, beside the labels; of several keys, the first that there is.
_HEADINGS = {
    "lead": ("牵头", "牵头单位", "主办", "主办单位", "责任部门", "牵头部门"),
    "support": ("配合", "协办", "协办单位", "会办单位", "配合部门", "协办部门"),
    "person": ("负责人", "联系人", "具体责任人"),
    "overseer": ("分管领导", "牵头领导", "包抓领导"),
    "due": ("期限", "时限", "完成时限", "办理时限", "截止时间", "截止日期", "完成日期", "完成期限"),
    "done_on": ("完成时间", "完成日期", "办结时间"),
    "progress": ("进度", "完成进度", "完成率"),
    "work": ("进展情况", "工作进展", "完成情况", "办理情况", "推进情况"),
    "problems": ("困难", "存在困难", "存在的问题", "困难问题"),
    "next": ("下步计划", "下一步计划", "下步工作", "下一步工作"),
    "received": ("收到时间", "接收日期", "报送日期"),
    "goal": ("目标", "任务目标"),
    "text": ("内容", "任务", "任务内容", "工作内容", "工作任务", "重点任务", "主要任务", "事项", "具体内容"),
}


@lru_cache(maxsize=1024)
def likely_key(word: str, descriptions: tuple[Description, ...]) -> str:
    """The key that was probably meant: by its label, else by likeness to one; or an empty text."""
    keys = {
        name: each.key for each in descriptions for name in (each.label_zh, each.label_en.lower(), each.key)
    }
    if word.lower() in keys:
        return keys[word.lower()]
    there = {each.key for each in descriptions}
    headed = (key for key, headings in _HEADINGS.items() if key in there and word in headings)
    if meant := next(headed, ""):
        return meant
    return keys[near[0]] if (near := alike(word.lower(), keys)) else ""


def lists_of(record: type[Record]) -> dict[str, frozenset[str]]:
    """For each list of records in a file, the keys that a row of it may have."""
    return {
        key: frozenset(describe(RECORDS[each.shape.of.record]))
        for key, (_, each) in describe(record).items()
        if isinstance(each.shape, fields.Many) and isinstance(each.shape.of, fields.Nested)
    }


def rows_under(record: type[Record], key: str) -> fields.Shape:
    """What a row of the list ``key`` of a file is."""
    shape = describe(record)[key][1].shape
    assert isinstance(shape, fields.Many)  # noqa: S101 - one of ``lists_of``
    return shape.of


def list_that_fits(record: type[Record], rows: Sequence, there: Collection[str] = ()) -> str:
    """The one list of a file, of those not ``there``, for all of ``rows``; an empty text if there is none."""
    used = {key for row in rows.items if isinstance(row, Mapping) for key in row.entries}
    lists = [key for key, known in lists_of(record).items() if key not in there and used <= known]
    return lists[0] if used and len(lists) == 1 else ""
