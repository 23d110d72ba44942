"""Diagnostics on records: their shape, references, dates against each other, figures, owners."""

from __future__ import annotations

from motiontrack.language.wording import Wording

__all__ = ["DIAGNOSTICS"]

DIAGNOSTICS: dict[str, Wording] = {
    # -- MT1 shape
    "MT101": Wording(
        title="Unknown key",
        message='"{key}" is not a key that can stand here.',
        help="Did you mean {suggestion}? Write {suggestion}: or remove the line. Keys allowed here: {known}.",
        bare_help="Check the key or remove the line. Keys allowed here: {known}.",
    ),
    "MT102": Wording(
        title="Missing key",
        message='"{key}" ({label}) is required here and missing.',
        help='Add a line here that begins with "{key}: ", with a space after the colon, then the value.',
    ),
    "MT103": Wording(
        title="Wrong shape",
        message='"{key}" must be {wanted}; what stands here is {found}.',
        help='A single value is written "key: value"; a list has one line for each entry, beginning with "- "; a set of keys has one line for each, "key: value", indented two more than the line above.',
    ),
    "MT104": Wording(
        title="Not a number",
        message='"{key}" must be a number; "{value}" is not one.',
        help="Write digits only, without unit, percent sign or thousands separator, for example {key}: {suggestion}.",
        bare_help="Write digits only, without unit, percent sign or thousands separator.",
    ),
    "MT105": Wording(
        title="Not a date",
        message='"{key}" must be a date; "{value}" is not written as one.',
        help="Write year, month and day with four, two and two digits, for example {key}: {suggestion}.",
    ),
    "MT106": Wording(
        title="Not one of the choices",
        message='"{key}" cannot be "{value}".',
        help="Did you mean {suggestion}? Write one of these: {choices}.",
        bare_help="Write one of these: {choices}.",
    ),
    "MT107": Wording(
        title="Empty value",
        message='An entry of "{key}" is empty.',
        help='Write the value, for example "- value", or remove the line.',
    ),
    "MT108": Wording(
        title="Not yes or no",
        message='"{key}" must be true or false; "{value}" is neither.',
        help="Write {key}: true or {key}: false.",
    ),
    "MT109": Wording(
        title="Not a month",
        message='"{key}" must be a month; "{value}" is not written as one.',
        help="Write year and month with four and two digits, for example {key}: 2010-08.",
    ),
    "MT110": Wording(
        title="Number out of range",
        message='"{key}" must be at least {minimum}; it is {value}.',
        bare_message='"{key}" must be at most {maximum}; it is {value}.',
        help="Check it and write {minimum} or more, for example {key}: {minimum}.",
        bare_help="Is there a digit too many? Write {maximum} or less.",
    ),
    "MT111": Wording(
        title="Not an id",
        message='"{value}" cannot be used as "{key}".',
        help="An id has no blanks, slashes, colons, commas or semicolons and at most 60 characters, for example {key}: T01.",
    ),
    "MT120": Wording(
        title="File missing",
        message="The file {file} is missing; it is required.",
        help="Make {file} in the data folder. The name must be exactly this, without an ending such as .txt.",
    ),
    "MT121": Wording(
        title="File not read",
        message="{file} was not read: no data file has this name.",
        help="Monthly returns belong in the folder returns, named like returns/2010-07.yaml. Move files that are not data out of the data folder.",
    ),
    "MT122": Wording(
        title="File cannot be opened",
        message="{file} cannot be read (the system says: {reason}).",
        help="Close other programs that use the file, make sure that it is an ordinary file you may read, and run motiontrack validate again.",
        bare_message="{file} cannot be read.",
    ),
    # -- MT2 references and units
    "MT123": Wording(
        title="Misnamed file of returns",
        message="{file} is not read: a file of returns is named after its month.",
        help="Rename it to a year of four digits and a month of two, as returns/2010-07.yaml.",
    ),
    "MT201": Wording(
        title="Unknown unit",
        message='The unit "{unit}" is not listed in units.yaml.',
        help='Did you mean "{suggestion}"? If it is the same unit, write {suggestion}, or add aliases: [{unit}] to it in units.yaml; if not, add a line - id: {unit} there.',
        bare_help="Add a line - id: {unit} to units.yaml; if a listed unit has this second name, add aliases: [{unit}] to it.",
    ),
    "MT202": Wording(
        title="Unit listed twice",
        message='The unit name "{unit}" is listed twice.',
        help="List each name once: merge the entries of one unit and put its other names under aliases; give different units different names, for example - id: 市{unit}.",
    ),
    "MT203": Wording(
        title="Unknown id",
        message='The plan has nothing with the id "{id}".',
        help="Did you mean {suggestion}? Check plan.yaml and write the id that stands there.",
        bare_help="Write an id that stands in plan.yaml, for example T01.",
    ),
    "MT204": Wording(
        title="Id used twice",
        message='The id "{id}" is used twice.',
        help="Give one of the two an id that is not used yet, for example id: {id}-2, and correct what points at it.",
    ),
    "MT205": Wording(
        title="Unknown aim or objective",
        message='There is no aim and no objective "{id}".',
        help="Did you mean {suggestion}? Write serves: {suggestion}.",
        bare_help="Write an id from aims or objectives, for example serves: O1, or remove serves if there is none.",
    ),
    "MT206": Wording(
        title="Unknown target",
        message='There is no target with the id "{id}".',
        help="Did you mean {suggestion}? Check targets in plan.yaml and write the id that stands there.",
        bare_help="Write an id from targets in plan.yaml; a target of another item is written item/target, for example O6/示范项目.",
    ),
    "MT207": Wording(
        title="Person in no unit",
        message='"{person}" is in no unit\'s list of people.',
        help='Did you mean "{suggestion}"? If so, write person: {suggestion}; if not, add - name: {person} to the people of the unit in units.yaml.',
        bare_help="Add - name: {person} to the people of the unit in units.yaml.",
    ),
    "MT210": Wording(
        title="Goal without a task",
        message="No task serves {id} ({text}).",
        help="If a task is meant for it, add serves: {id} to that task. If the document has none, leave it.",
    ),
    "MT211": Wording(
        title="Task without a goal",
        message="Task {id} ({text}) does not say which aim or objective it serves.",
        help="Add serves as the document has it, for example serves: O1. If the document names none, leave it.",
    ),
    # -- MT3 dates and phases
    "MT212": Wording(
        title="Names run together",
        message='"{value}" is read as one name.',
        help="Write a list, as {suggestion}; the first one convenes.",
    ),
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
    # -- MT4 returns and decisions
    "MT401": Wording(
        title="Month and file differ",
        message="The file's name says {named}, the month in it is {month}.",
        help="Check which month these returns are for: write month: {named}, or rename the file to returns/{month}.yaml.",
    ),
    "MT402": Wording(
        title="Done without a day",
        message="{id} is reported done, but not on which day.",
        help="Add the day it was done, for example done_on: 2010-06-28.",
    ),
    "MT403": Wording(
        title="Full but not done",
        message="The progress of {id} is {progress}, but it is not reported done.",
        help="If it is done, write state: done and the day, as in done_on: 2010-06-28. If not, leave it; the task stays in progress.",
    ),
    "MT404": Wording(
        title="Unit not responsible",
        message='"{unit}" neither leads, does nor supports {id}.',
        help="Check the id and the unit. {units} is responsible: write unit: {units}, or remove unit.",
        bare_help="Check the id and the unit. The item has no unit yet; first add a line such as lead: {unit} in plan.yaml.",
    ),
    "MT405": Wording(
        title="Decision lacks a field",
        message='This decision ({kind}) has no "{key}" ({label}) and so changes nothing.',
        help='Add a line that begins with "{key}: ": for an extension as in due: 2010-09-30, for a reassignment as in to: 发改委.',
    ),
    "MT406": Wording(
        title="Day after receipt",
        message="{key} is {day}, after the return was received on {received}.",
        help="Check both dates and correct the wrong one; {key} cannot be later than received, for example {key}: {received}.",
    ),
    # -- MT5 targets and figures
    "MT407": Wording(
        title="A step makes no return",
        message="{id} is a step of a phase, not a task; a return for it changes nothing.",
        help="When the step is done, add a decision to decisions.yaml, as in {{kind: step-done, item: {id}, on: 2010-07-28}}.",
    ),
    "MT408": Wording(
        title="Not a step",
        message="step-done is for the steps of a phase; {id} is not one.",
        help="For a task that is done and checked write kind: close; otherwise name the step, as in item: S4.",
    ),
    "MT409": Wording(
        title="Received before its month",
        message="A return received on {received} cannot be about {month}.",
        help="Check the day; if the month is wrong, move the entry to the file of its own month.",
    ),
    "MT410": Wording(
        title="Reported for the whole",
        message="{id} has parts ({units}) and stands where they stand; what is reported here changes nothing.",
        help="Report each part in an entry of its own, with the part's id as task.",
    ),
    "MT411": Wording(
        title="Done with a target short",
        message='{id} is reported done, but "{words}" asks for {wanted} and {value} is reported.',
        help="Check the figure; if it is right the task is not done: write state: in-progress.",
    ),
    "MT412": Wording(
        title="Closed on nobody's word",
        message="{id} is closed, but no return says that it is done.",
        help="Check whether item is a slip; if not, add a return with state: done and done_on first.",
    ),
    "MT501": Wording(
        title="Figures disagree",
        message='{id} says "{words}" and {other} says "{other_words}": the figures differ.',
        help="Ask whoever issued the document; do not change the transcribed words. Once settled, add an entry under discrepancies with between: [{other}, {id}], kind: figure and a ruling.",
    ),
    "MT502": Wording(
        title="Wording disagrees",
        message="Discrepancy {id} (between {between}) is not settled yet: {difference}",
        help="Ask whoever issued the document. Once settled, add a ruling to this entry, as in ruling: {{by: 市政府办, on: 2010-05-10, text: the main text holds}}.",
    ),
    "MT503": Wording(
        title="Range backwards",
        message="at_least is {low}, more than at_most, which is {high}.",
        help="Check the original and correct it, for example at_least: {high} and at_most: {low}.",
    ),
    # -- MT6 owners and roles
    "MT504": Wording(
        title="Shares over 100",
        message="The stages' shares of {id} add up to {total}, more than 100.",
        help="Check percent in each stage; together they make 100.",
    ),
    "MT505": Wording(
        title="Shares under 100",
        message="The stages' shares of {id} add up to {total}, less than 100.",
        help="Is a stage missing, or the percent of one?",
    ),
    "MT601": Wording(
        title="No unit",
        message="{id} ({text}) has no responsible unit.",
        help="Add it, for example {key}: 发改委. If there are several, the one that convenes comes first: {key}: [发改委, 财政局].",
    ),
    "MT602": Wording(
        title="No person",
        message="{id} ({text}) has no responsible person.",
        help="Add the name, for example {key}: 张三.",
    ),
    "MT603": Wording(
        title="Required field missing",
        message='{id} ({text}) has no "{key}" ({label}).',
        help='Add a line that begins with "{key}: ". If this plan does not ask for it, remove {key} from require under plan.',
    ),
    "MT604": Wording(
        title="Unit has not named",
        message="{unit} has not named yet: {labels}. Tasks: {tasks}.",
        help="Ask the unit for its implementation plan, then write under the unit's tasks in schedules.yaml: {keys}.",
    ),
}
