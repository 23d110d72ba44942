"""``motiontrack schema``: the JSON Schema of a data file or of a command's JSON, and the references."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from motiontrack.cli import output

__all__ = ["schema"]


class SchemaKind(StrEnum):
    """What ``schema`` can print."""

    PLAN = "plan"
    UNITS = "units"
    SCHEDULES = "schedules"
    RETURNS = "returns"
    DECISIONS = "decisions"
    FINDINGS = "findings"
    FEEDBACK = "feedback"
    SLIPS = "slips"
    CALENDAR = "calendar"
    PROFILE = "profile"
    STATUS = "status"
    SHOW = "show"
    COLLECT_STATUS = "collect-status"
    ISSUED = "issued"
    FIELDS = "fields"
    DEADLINES = "deadlines"
    RULES = "rules"


def schema(
    kind: Annotated[SchemaKind, typer.Argument(metavar="KIND", help="argument.schema", show_default=False)],
) -> None:
    """Print a schema as JSON, or the reference of fields, deadline words or codes as Markdown."""
    if kind is SchemaKind.FIELDS:
        from motiontrack.render.reference import fields_page

        output.write_data(fields_page())
        return
    if kind is SchemaKind.DEADLINES:
        from motiontrack.render.deadline_reference import deadlines_page

        output.write_data(deadlines_page())
        return
    if kind is SchemaKind.RULES:
        from motiontrack.render.rules_page import rules_page

        output.write_data(rules_page())
        return
    import json

    output.write_data(json.dumps(_schema(kind), ensure_ascii=False, indent=2) + "\n")


def _schema(kind: SchemaKind) -> dict[str, object]:
    if kind is SchemaKind.STATUS:
        from motiontrack.views.plain import schema_of
        from motiontrack.views.status import SCHEMA, StatusView

        return schema_of(StatusView, title="motiontrack status --json", constant=SCHEMA)
    if kind is SchemaKind.ISSUED:
        from motiontrack.views.issued import SCHEMA, IssuedPaper
        from motiontrack.views.plain import schema_of

        return schema_of(IssuedPaper, title="data/issued", constant=SCHEMA)
    if kind is SchemaKind.SHOW:
        from motiontrack.views.plain import schema_of
        from motiontrack.views.show import SCHEMA, ShowView

        return schema_of(ShowView, title="motiontrack show --json", constant=SCHEMA)
    if kind is SchemaKind.COLLECT_STATUS:
        from motiontrack.views.monthly_round import SCHEMA, RoundView
        from motiontrack.views.plain import schema_of

        return schema_of(RoundView, title="motiontrack collect status --json", constant=SCHEMA)
    from motiontrack.render.json_schema import file_schema

    return file_schema(kind.value)
