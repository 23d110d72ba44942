"""Files whose names are nearly right: the right one is told."""

from __future__ import annotations

import pytest

from motiontrack.source.file_names import likely_name

KNOWN = ("plan.yaml", "units.yaml", "schedules.yaml", "decisions.yaml", "findings.yaml", "feedback.yaml")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("plan.yml", "plan.yaml"),
        ("Plan.yaml", "plan.yaml"),
        ("units.YAML", "units.yaml"),
        ("plan.yaml.txt", "plan.yaml"),
        ("plan.yaml.yaml", "plan.yaml"),
        ("plan .yaml", "plan.yaml"),
        ("plan - 副本.yaml", "plan.yaml"),
        ("plan - 副本 (2).yaml", "plan.yaml"),
        ("副本plan.yaml", "plan.yaml"),
        ("plan（1）.yaml", "plan.yaml"),
        ("plan - Copy.yaml", "plan.yaml"),
        ("Copy of plan.yaml", "plan.yaml"),
        ("plan最终版.yaml", "plan.yaml"),
        ("plan-2010.yaml", "plan.yaml"),
        ("ｐｌａｎ.yaml", "plan.yaml"),
        ("unit.yaml", "units.yaml"),
        ("decision.yml", "decisions.yaml"),
        ("2010-07.yaml", "returns/2010-07.yaml"),
        ("return/2010-07.yaml", "returns/2010-07.yaml"),
        ("returns/2010-7.yaml", "returns/2010-07.yaml"),
        ("returns/201007.yml", "returns/2010-07.yaml"),
        ("returns/2010年7月.yaml", "returns/2010-07.yaml"),
        ("returns/7月.yaml", ""),
        ("returns/2010-13.yaml", ""),
        ("草稿.yaml", ""),
        ("planning.yaml", ""),
        (".yaml", ""),
        ("plan", ""),
        ("1" * 250 + ".yaml", ""),
        ("副本" * 120 + "x.yaml", ""),
    ],
)
def test_the_name_that_was_meant(name: str, meant: str) -> None:
    assert likely_name(name, KNOWN) == meant
