"""Diagnostics on an office's own light rules."""

from __future__ import annotations

from motiontrack.language.wording import Wording

__all__ = ["DIAGNOSTICS"]

DIAGNOSTICS: dict[str, Wording] = {
    "MT150": Wording(
        title="Rules called otherwise than their file",
        message="The light rules have the id “{id}”; their file is called “{named}”.",
        help="Make them the same, for example id: {named}.",
    ),
    "MT151": Wording(
        title="No such light",
        message="The rules have no light “{light}”.",
        help="Did you mean {suggestion}? The lights are: {known}.",
        bare_help="Choose one of the lights listed: {known}; or add it to lights.",
    ),
    "MT152": Wording(
        title="Name of rules taken",
        message="“{id}” are light rules that come with the program.",
        help="Choose another id, and call the file by it. With the program come: {known}.",
    ),
    "MT153": Wording(
        title="The last rule asks for something",
        message="The last rule ({light}) asks for something, so a task may show no light.",
        help="Add a last rule with light alone, for all that is left.",
    ),
    "MT154": Wording(
        title="Two lights of one name",
        message="Two lights have the same “{key}”: “{value}”.",
        help="Give each light a name of its own.",
    ),
    "MT155": Wording(
        title="Two lights of one shape",
        message="Two lights have the shape “{value}”.",
        help="Choose another: square, circle, triangle, diamond, ring, half-ring.",
    ),
    "MT156": Wording(
        title="Not a colour",
        message="“{value}” is not a colour as it must be written.",
        help='Write # and six hexadecimal digits, in quotes, for example colour: "#B3261E".',
    ),
    "MT157": Wording(
        title="Silence shows no light of its own",
        message="The rules “{id}” do not say what a task shows that was not reported on.",
        help="Add a rule with cause: unreported before the last one.",
    ),
    "MT158": Wording(
        title="No such light rules",
        message="There are no light rules “{name}”.",
        help="Did you mean {suggestion}? Known: {known}.",
        bare_help="Known: {known}; or put your own into the profiles folder.",
    ),
    "MT159": Wording(
        title="Bound without its cause",
        message="This rule has {key}, and not all its causes carry such a figure.",
        help="Write under cause only what carries it: {choices}; put other causes into a rule of their own.",
    ),
    "MT160": Wording(
        title="The cause begins later than the rule",
        message="{key} begins earlier, but by these rules a deadline is near only {days} days before it (near).",
        bare_message="{key} asks for less, but by these rules a task is behind only from {value} (behind).",
        help="Write {field} in the rules to match this one, or change {key} here.",
    ),
    "MT161": Wording(
        title="Lateness shows no light of its own",
        message="The rules “{id}” do not say what a task shows that is overdue.",
        help="Add a rule with cause: overdue before the last one.",
    ),
    "MT162": Wording(
        title="Id of a light or mark used twice",
        message="The id “{id}” is used already.",
        help="Give each light, and each mark, an id of its own.",
    ),
}
