"""Diagnostics on what records refer to: units and other records, targets and figures, owners."""

from __future__ import annotations

from motiontrack.language.wording import Wording

__all__ = ["DIAGNOSTICS"]

DIAGNOSTICS: dict[str, Wording] = {
    # -- MT2 references and units
    "MT201": Wording(
        title="Unknown unit",
        message='The unit "{unit}" is not listed in units.yaml.',
        help='Did you mean "{suggestion}"? If it is the same unit, write {suggestion}, or add aliases: [{id}] to it in units.yaml; if not, add a line - id: {id} there.',
        bare_help="Add a line - id: {id} to units.yaml; if a listed unit has this second name, add aliases: [{id}] to it.",
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
    "MT212": Wording(
        title="Names run together",
        message='"{value}" is read as one name.',
        help="If it is one name, leave out the mark inside it; else make it a list: {key}: {suggestion}",
        bare_help="Only one can be named here: write an entry for each. If it is one name, leave out the mark inside it.",
    ),
    "MT213": Wording(
        title="Wrong kind of item",
        message="{id} stands under {what}; it cannot be named here.",
        help="Did you mean {tasks}? Write the id of a task.",
        bare_help="Write an id from tasks in plan.yaml, for example T01.",
    ),
    "MT214": Wording(
        title="A person where a unit belongs",
        message='"{person}" is one of the people of {unit}, not a unit.',
        help="Were the two columns swapped? If the unit is {unit}, write that here and the name as person: {person}.",
    ),
    "MT215": Wording(
        title="Two plans on one day",
        message="{unit} has two implementation plans received on {day}; only the one further down counts.",
        help="Merge them into one, with all tasks under its items. If one came later, correct received: it must be after {day}.",
    ),
    "MT216": Wording(
        title="Plan of another unit",
        message="{id} is convened by {convener}; what the plan of {unit} says of it is not judged.",
        help="Check the id. If the unit supports {convener}, keep department and clerk and remove stages. If the task was handed over, add a decision with kind: reassign.",
    ),
    "MT217": Wording(
        title="Units look alike",
        message='"{unit}" and "{other}" are listed as two units; only the level of government differs.',
        help="If they are one, keep one entry, - id: {kept}, with the other name under aliases. If not, write the level before both, for example - id: 区{other}.",
    ),
    "MT218": Wording(
        title="Nothing linked",
        message="The plan has {goals} aims and objectives; none of its {tasks} tasks says which it serves.",
        help="Add serves to the tasks as the document has it, for example serves: O1. If the document links nothing, leave it; reports then have no account by goal.",
    ),
    # -- MT5 targets and figures
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
    "MT506": Wording(
        title="Words and figure disagree",
        message='The words "{words}" say {read}; typed was {given}.',
        help="Check the original. If the words are right, write {meant}.",
        bare_message='The words "{words}" state a figure ({read}), and neither at_least nor at_most was typed.',
    ),
    "MT507": Wording(
        title="Measures differ",
        message='Target "{target}" of {id} is counted in {measure}, that of {other} in {other_measure}.',
        help="Use one measure in both and convert the figures. If the document has it so, add an entry under discrepancies with between: [{other}, {id}].",
    ),
    "MT508": Wording(
        title="Parts make less than the whole",
        message='Target "{target}" of {id} is {whole}; its parts make only {total} ({units}).',
        help="Check the original and correct the figure that was copied wrongly. If the document has it so, add an entry under discrepancies and ask whoever issued it.",
    ),
    "MT509": Wording(
        title="Stage figures fall",
        message='Target "{target}" of stage {id} is {figure}, less than the {before} of the stage before.',
        help="Stages have running totals. These look like what each stage adds; the running totals are {running}.",
        bare_help="Stages have running totals: each at least the one before. Check the figures and the stages' deadlines.",
    ),
    "MT510": Wording(
        title="Last stage short",
        message='Target "{target}" of {task} is {least}; its last stage, {id}, only comes to {figure}.',
        help="Stages have running totals. These look like what each stage adds; the running totals are {running}.",
        bare_help="Ask the unit: the last stage's running total must be {least} or more, or a stage is missing.",
    ),
    "MT511": Wording(
        title="Base year differs",
        message='The words "{words}" count from {year}; typed was {typed}.',
        help="Check the original. If the words are right, write base: {{year: {year}}}.",
    ),
    # -- MT6 owners and roles
    "MT601": Wording(
        title="No unit",
        message="{id} ({text}) has no responsible unit.",
        help="Add it, for example {key}: 发改委. If there are several, the one that convenes comes first: {key}: [发改委, 财政局].",
    ),
    "MT602": Wording(
        title="No person",
        message="{id} ({text}) has no responsible person.",
        help="{value} is no name, nor if units.yaml lists it; write the name, for example {key}: 张三.",
        bare_help="Add the name, for example {key}: 张三.",
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
    "MT605": Wording(
        title="Unit in two roles",
        message='{id} has "{unit}" under both {taken} and {role}.',
        help="Check the original: remove one of the two, or correct the name if another unit was meant. A unit that leads and does the work stands in lead and does, not in support.",
        bare_message='{id} has "{unit}" twice under {role}.',
    ),
    "MT606": Wording(
        title="Unit without people",
        message="{unit} is responsible for {tasks} and has no people in units.yaml.",
        help="Add people to the unit, for example people: [{{name: {person}, post: 责任人}}].",
    ),
    "MT607": Wording(
        title="Person of another unit",
        message="{person}, {label} of {id}, is listed by {homes}, not by {units}.",
        help="Was the table read one line off? If the person belongs to {unit}, add - name: {person} to it in units.yaml; a leader above the unit is an overseer.",
    ),
    "MT608": Wording(
        title="Post vacant",
        message="{left} has left, and from {first} to {last} nobody at {unit} holds the post of {person}. Tasks: {tasks}.",
        bare_message="From {first} to {last} nobody at {unit} holds the post of {person} yet. Tasks: {tasks}.",
        help="Check from and to. If somebody else held it then, add them to the unit's people in units.yaml, for example - {suggestion}.",
        bare_help="Check from and to. If somebody else held it then, add them to the unit's people in units.yaml and give both the same post, for example post: 责任人.",
    ),
    "MT609": Wording(
        title="Tenure backwards",
        message="The last day of {person}, {last}, lies before the first, {first}.",
        help="Check and correct it, for example from: {last} and to: {first}.",
    ),
    "MT610": Wording(
        title="Open group convenes",
        message='"{unit}" names no unit in particular; nobody can be asked for {tasks}, which it convenes.',
        help="Put {suggestion} first in lead, so that it convenes; where each does its own share, write parts, one for each unit.",
        bare_help="Ask whoever issued the document which unit convenes, and put it first in lead; where each does its own share, write parts, one for each unit. If the document leaves it open, leave it.",
    ),
    "MT611": Wording(
        title="Overseer is clerk",
        message="{person} is both overseer and clerk of {id}.",
        help="Ask the unit whether a column slipped; the clerk is whoever handles the task in the department, for example clerk: 李四.",
    ),
    "MT612": Wording(
        title="Not a name",
        message='"{unit}" is a unit, not the name of a person.',
        help="Were the columns of units and persons swapped? The unit belongs in lead: {unit}; person is a name, for example person: 张三.",
        bare_message='"{person}" is a post; no name is given.',
        bare_help="Write the name. If the document prints only the post, keep it, and add - name: {person} to the people of the unit in units.yaml.",
    ),
}
