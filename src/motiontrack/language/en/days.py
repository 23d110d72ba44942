"""Diagnostics on days and phases that do not fit each other, or the plan."""

from __future__ import annotations

from motiontrack.language.wording import Wording

__all__ = ["DIAGNOSTICS"]

DIAGNOSTICS: dict[str, Wording] = {
    "MT301": Wording(
        title="No deadline",
        message="{id} ({text}) has no deadline.",
        help="Add one, for example due: {year}-10-31. For work that simply goes on, write standing: true.",
    ),
    "MT305": Wording(
        title="Date outside the plan",
        message="{id} is due on {due}, outside the time of the plan ({issued} to {closes}).",
        help="Check the year. If the date is right and the plan runs longer, add closes: {later} under plan.",
        bare_help="The deadline lies before the plan was issued. Check its year, and issued under plan.",
    ),
    "MT308": Wording(
        title="Words and date disagree",
        message='The printed words "{words}" mean {read}, but due is {due}.',
        help="Check the original. If the words are right, write due: {read}; if the date is, correct due_words.",
    ),
    "MT309": Wording(
        title="Standing with a deadline",
        message='{id} is standing work and has a deadline, "{words}".',
        help="Keep one of the two: remove standing if there is a last day, or remove due and write yearly goals as stages.",
    ),
    "MT310": Wording(
        title="Phase backwards",
        message="Phase {id} begins on {first}, after its end on {last}.",
        help="Check the original and correct from and to, for example from: {last} and to: {first}.",
    ),
    "MT311": Wording(
        title="Stage after the deadline",
        message="Stage {id} is due on {due}, after its task {task}, which is due on {task_due}.",
        help="Set the stage to {task_due} or earlier, for example due: {task_due}. If the task was extended, record a decision with kind: extend in decisions.yaml.",
    ),
    "MT312": Wording(
        title="Start after the deadline",
        message="{id} starts on {start}, after it is due on {due}.",
        help="Correct start or due so that the start is not later, for example start: {due}.",
    ),
    "MT315": Wording(
        title="Phases overlap",
        message="Phase {id} begins on {first}, before the phase above it, {before}, ends on {last}.",
        help="Check the original and set from to a day after {last}; phases stand in their order in time.",
    ),
    "MT317": Wording(
        title="Step outside its phase",
        message="Step {id} is due on {due}, not in its phase {phase} ({first} to {last}).",
        help="Check the original: write a day in the phase, for example due: {last}, or move the step under the phase it belongs to.",
    ),
    "MT318": Wording(
        title="Stages out of order",
        message="Stage {id} is due on {due}, before the stage above it, {before} ({before_due}).",
        help="Stages follow each other. Check the days or change the order; what goes on side by side belongs under parts.",
    ),
    "MT319": Wording(
        title="No stage this year",
        message="{id} ({text}) goes on for years and has no stage due in {year}.",
        help="Write under stages what must be reached this year, for example - {{id: {id}-1, text: first round, due: {year}-06-30}}. Stages of the unit's own plan in schedules.yaml will do.",
    ),
    "MT320": Wording(
        title="Start before the issue",
        message="{id} starts on {start}, before the plan was issued on {issued}.",
        help="Check the year and the month of start. If the work was under way already, leave it.",
    ),
    "MT321": Wording(
        title="Phase outside the plan",
        message="The whole of phase {id} ({first} to {last}) lies outside the time of the plan ({issued} to {closes}).",
        help="Check the years of from and to. If the plan runs longer, add closes under plan.",
    ),
    "MT322": Wording(
        title="Standing work without a stage",
        message="{id} ({text}) is standing work and has no stage due in {year}.",
        help="If anything must be reached this year, write under stages, for example - {{id: {id}-1, text: first round, due: {year}-06-30}}. Stages of the unit's own plan in schedules.yaml will do.",
    ),
    "MT334": Wording(
        title="No calendar to roll by",
        message="roll asks to move deadlines on from days off, and calendar.yaml does not have the days off of {missing}.",
        help="Write the days off of {missing}, as the State Council announced them, into calendar.yaml and add {missing} to its years; if nothing is to be moved, remove roll.",
        why="Without knowing which days are off nobody can say where a deadline moves to, and it is not guessed.",
    ),
    "MT336": Wording(
        title="A day listed twice",
        message="{day} stands in the calendar twice, so it is not certain whether it is worked.",
        help="Check the notice and list each day once: days off under holidays, weekend days that are worked under workdays.",
    ),
    "MT337": Wording(
        title="A day outside the years",
        message="{day} is in {year}, which is not among the years.",
        help="Check the year of the date; if the days off of that year are all listed here, add {year} to years.",
    ),
    "MT338": Wording(
        title="Holiday begins or ends wrong",
        message='"{name}" is off from {first} to {last}, {days} days, which is more than {most}.',
        bare_message='"{name}" is off from {first} to {last}, which is backwards.',
        help="Check the notice and mend from and to.",
    ),
    "MT339": Wording(
        title="A made-up day that is no weekend",
        message="{day} is not a Saturday or Sunday and is worked anyway.",
        help="Check the notice and mend the date; if it is one too many, remove it.",
    ),
}
