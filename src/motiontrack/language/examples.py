"""A bad and a good example of each code, as typed in a file: the same in every language.

Only ``explain`` and the reference import this. Every line stands in a golden case of the code
(``bad``) or is free of it (``good``), which a test holds.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["EXAMPLES", "Example"]


class Example(NamedTuple):
    """What is wrong and what is right, as lines of one data file."""

    file: str
    bad: str
    good: str


EXAMPLES: dict[str, Example] = {
    # -- MT0 text and YAML
    # -- MT1 shape
    "MT140": Example(
        "units.yaml",
        bad="  - id: 建设局 # motiontrack: ignore MT604",
        good="  - id: 建设局 # motiontrack: ignore MT604 (内设机构改革，待定编后补报)",
    ),
    "MT141": Example(
        "units.yaml",
        bad="  - id: 建设局 # motiontrack: ignore MT6O4（待定编后补报）",
        good="  - id: 建设局 # motiontrack: ignore MT604（待定编后补报）",
    ),
    "MT142": Example(
        "units.yaml",
        bad="  # motiontrack: ignore MT604, MT207（待单位补报）\n  - id: 园林局",
        good="  - id: 园林局",
    ),
    "MT143": Example(
        "plan.yaml",
        bad="  - id: T02 # motiontrack: ignore MT602 (责任人正在研究)",
        good="  - id: T02\n    person: 乙二",
    ),
    "MT144": Example(
        "accepted.json",
        bad='    {"code": "MT604", "file": "units.yaml", "fingerprint": "f184d75bddb501cf4050329d22b94fd9", "message": "园林局尚未报明承办部门，涉及任务 T02。"}',
        good='    {"code": "MT604", "file": "units.yaml", "fingerprint": "34bb004e1eed6c8a78b5844de4b3d154", "message": "建设局尚未报明承办部门，涉及任务 T01。"}',
    ),
    "MT145": Example(
        "units.yaml",
        bad="  - id: 建设局 # motiontrack: ignroe MT604 (待定编后补报)",
        good="  - id: 建设局 # motiontrack: ignore MT604 (待定编后补报)",
    ),
    # -- MT2 references and units
    # -- MT3 dates and phases
    # -- MT4 returns and decisions
    # -- MT5 targets and figures
    # -- MT6 owners and roles
    # -- MT7 findings and feedback
}
