"""MT0: text and YAML."""

from __future__ import annotations

from motiontrack.language.examples.example import Example

__all__ = ["EXAMPLES"]

EXAMPLES: dict[str, Example] = {
    "MT001": Example("feedback.yaml", "# data/feedback.yaml: GBK", "# data/feedback.yaml: UTF-8"),
    "MT002": Example("feedback.yaml", "    text: 建得\0好", "    text: 建得好"),
    "MT003": Example("feedback.yaml", "# data/feedback.yaml: 5.1 MB", "feedback: []"),
    "MT004": Example("feedback.yaml", "    text: [[[[[[[[[[[[[[[[[[[[", "    text: 建得好"),
    "MT005": Example("feedback.yaml", "    text: 建得\x0b好", "    text: 建得好"),
    "MT006": Example(
        "feedback.yaml", "    deputy: 代表甲\n  \u3000text: 建得好", "    deputy: 代表甲\n    text: 建得好"
    ),
    "MT010": Example("feedback.yaml", "    text: 建得好\n    ]", "    text: 建得好"),
    "MT011": Example("feedback.yaml", "    text：建得好", "    text: 建得好"),
    "MT012": Example("feedback.yaml", "    text:建得好", "    text: 建得好"),
    "MT013": Example(
        "feedback.yaml", "    deputy: 代表甲\n\ttext: 建得好", "    deputy: 代表甲\n    text: 建得好"
    ),
    "MT014": Example("feedback.yaml", "    text: @代表乙 建得好", '    text: "@代表乙 建得好"'),
    "MT015": Example(
        "feedback.yaml", '    text: "建得好\n  - date: 2010-12-02', '    text: "建得好"\n  - date: 2010-12-02'
    ),
    "MT016": Example(
        "feedback.yaml",
        "    deputy: 代表甲\n    text: 建得好\n    deputy: 代表乙",
        "    deputy: 代表甲\n    text: 建得好",
    ),
    "MT017": Example("feedback.yaml", "    text: &a 建得好", '    text: "&a 建得好"'),
    "MT018": Example("feedback.yaml", "    text: !!str 建得好", "    text: 建得好"),
    "MT019": Example("feedback.yaml", "    <<: {text: 建得好}", "    text: 建得好"),
    "MT020": Example("feedback.yaml", "    text: 建得好\n---\nfeedback: []", "    text: 建得好"),
    "MT021": Example("feedback.yaml", "    [text]: 建得好", "    text: 建得好"),
    "MT022": Example("feedback.yaml", "feedback:\n  [1,1,1,1,1,1,1,1,1,1,1,1", "feedback: []"),
    "MT023": Example("feedback.yaml", "# feedback:", "feedback: []"),
    "MT024": Example("feedback.yaml", "  － date: 2010-12-01", "  - date: 2010-12-01"),
    "MT025": Example("feedback.yaml", "# data/feedback.yaml: UTF-16", "# data/feedback.yaml: UTF-8"),
    "MT026": Example("feedback.yaml", "    text: 建<FF><FF>", "    text: 建得好"),
    "MT027": Example(
        "feedback.yaml",
        "  - {date: 2010-12-01, deputy: 代表甲, text: 建得好,还要快}",
        '  - {date: 2010-12-01, deputy: 代表甲, text: "建得好,还要快"}',
    ),
    "MT028": Example(
        "feedback.yaml",
        "  - {date: 2010-12-01, deputy: 代表甲,\n    text: 建得好",
        "  - {date: 2010-12-01, deputy: 代表甲,\n    text: 建得好}",
    ),
    "MT029": Example(
        "feedback.yaml", "    deputy: 代表甲\n   text: 建得好", "    deputy: 代表甲\n    text: 建得好"
    ),
}
