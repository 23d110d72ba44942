"""Diagnostics on records: their shape, references, figures, owners."""

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
        why="A field that is not known does nothing. If it is a slip of the pen, the field that was meant is missing, and a late task or a missing person goes unnoticed.",
    ),
    "MT102": Wording(
        title="Missing key",
        message='"{key}" ({label}) is required here and missing.',
        help='Add a line here that begins with "{key}: ", with a space after the colon, then the value.',
        why="Without it the entry cannot be referred to, judged or printed.",
    ),
    "MT103": Wording(
        title="Wrong shape",
        message='"{key}" must be {wanted}; what stands here is {found}.',
        help='A single value is written "key: value"; a list has one line for each entry, beginning with "- "; a set of keys has one line for each, "key: value", indented two more than the line above.',
        why="It cannot be told whether one value is meant or several, so nothing here can be used.",
    ),
    "MT104": Wording(
        title="Not a number",
        message='"{key}" must be a number; "{value}" {why}.',
        bare_message='"{key}" must be a number; "{value}" is not one.',
        help="Write digits only, without unit, percent sign or thousands separator, for example {key}: {suggestion}.",
        bare_help="Write digits only, without unit, percent sign or thousands separator.",
        why='What is no number cannot be compared or added up, so neither the progress nor the gap can be worked out; and nobody guesses what "about ten" comes to.',
    ),
    "MT105": Wording(
        title="Not a date",
        message='"{key}" must be a date; "{value}" {why}.',
        bare_message='"{key}" must be a date; "{value}" is not written as one.',
        help="Write year, month and day with four, two and two digits, for example {key}: {suggestion}.",
        why="Dates in different forms cannot be compared, so what is late cannot be worked out; and whether 3/4 is in March or in April is not for a program to guess.",
    ),
    "MT106": Wording(
        title="Not one of the choices",
        message='"{key}" cannot be "{value}".',
        help="Did you mean {suggestion}? Write one of these: {choices}.",
        bare_help="Write one of these: {choices}.",
        why="The word decides how things are counted; one that is not known might as well not be there.",
    ),
    "MT107": Wording(
        title="Empty value",
        message='"{value}" in "{key}" is no name, and as good as empty.',
        bare_message='An entry of "{key}" is empty.',
        help="Write the value, or remove the entry.",
        why="An empty entry in a list is most likely one that was forgotten: another unit, another item, and nobody knows which.",
    ),
    "MT108": Wording(
        title="Not yes or no",
        message='"{key}" must be true or false; "{value}" is neither.',
        help="Write {key}: true or {key}: false.",
        why="Some programs take yes, no, on and off for truth values and others for words; one spelling cannot be read in two ways.",
    ),
    "MT109": Wording(
        title="Not a month",
        message='"{key}" must be a month; "{value}" {why}.',
        bare_message='"{key}" must be a month; "{value}" is not written as one.',
        help="Write year and month with four and two digits, for example {key}: {suggestion}.",
        why="Returns are kept by month; if the month cannot be read, nobody knows which month this is for, nor which month is missing.",
    ),
    "MT110": Wording(
        title="Number out of range",
        message='"{key}" must be at least {minimum}; it is {value}.',
        bare_message='"{key}" must be at most {maximum}; it is {value}.',
        help="Check it and write {minimum} or more, for example {key}: {minimum}.",
        bare_help="Is there a digit too many? Write {maximum} or less.",
        why="A number out of range has most likely a digit too many or too few, and every percentage and date worked out from it would be wrong.",
    ),
    "MT111": Wording(
        title="Not an id",
        message='"{value}" cannot be used as "{key}".',
        help="An id has no blanks, slashes, colons, commas or semicolons and at most 60 characters, for example {key}: T01.",
        why="Other entries point at it. With a blank or a punctuation mark in it, it would be cut in two or overlooked there.",
    ),
    "MT112": Wording(
        title="Share outside a stage",
        message="{id} is not a stage; percent changes nothing here.",
        help="Only stages have a percent. Parts all weigh the same: remove the line, or write the parts as stages, one after the other.",
    ),
    "MT113": Wording(
        title="Never judged",
        message="{key} of {id} is judged by nothing and would never be late.",
        help="Where a task has parts, write the stages under each part. Below a stage or a step nothing follows: put it into its text.",
    ),
    "MT114": Wording(
        title="Label of no field",
        message='There is no field "{key}"; its label would be printed nowhere.',
        help="Did you mean {suggestion}? Correct the name in labels.",
        bare_help="Write the name of a field, for example due, lead, person or organisation.lead, or remove the line.",
    ),
    "MT116": Wording(
        title="Full-width id",
        message='The {key} "{value}" has full-width letters, digits or marks, and is another id than the same in half width.',
        help="Type it in half width: {key}: {suggestion}",
        why="Full width and half width look nearly alike on a screen; to a program they are two ids, and whoever names the other finds nothing.",
    ),
    "MT117": Wording(
        title="Curly quotes round a value",
        message='The value of "{key}" has Chinese quotation marks round it, which are taken for a part of it.',
        help="Delete the quotation marks: {key}: {suggestion}",
        why="With the marks, the name of a unit or person is not the one that is listed, so the task has nobody to answer for it.",
    ),
    "MT118": Wording(
        title="Text in curly quotes",
        message='The whole text of "{key}" stands in Chinese quotation marks, which will be printed with it.',
        help="If they were typed for the format, delete them or type half-width ones. If the document has them, put half-width quotes round all of it.",
        why="The marks are printed in every paper; whether the document has them, no program can know.",
    ),
    "MT119": Wording(
        title="Padded name",
        message='The name in "{key}" has spaces that only pad it; they are left out when it is read.',
        help="You may write {key}: {suggestion}, or leave it.",
        why="The same name typed with and without spaces is easily missed when it is searched for or replaced.",
    ),
    "MT120": Wording(
        title="File missing",
        message="The file {file} is missing; it is required.",
        help="Make {file} in the data folder. The name must be exactly this, without an ending such as .txt.",
        why="Without the task list and the list of units there is nothing to follow.",
    ),
    "MT121": Wording(
        title="File not read",
        message="{file} was not read: {suggestion} is there, and only that is read.",
        bare_message="{file} was not read: no data file has this name.",
        help="If it is only a copy, move it out of the data folder. If it is the right one, put it in the place of {suggestion}.",
        bare_help="Monthly returns belong in the folder returns, named like returns/2010-07.yaml. Move files that are not data out of the data folder.",
        why="If there are returns in a file that is not read, their units are called unreported.",
    ),
    "MT124": Wording(
        title="Data file misnamed",
        message="{file} was not read: it should be named {suggestion}, and there is no {suggestion}.",
        help="Rename it to {suggestion} (small letters, ending in .yaml, without .txt). If it is not data, move it out of the data folder.",
        why="The returns and decisions in it do not count: an extension that was granted turns into lateness, a return that was made into none.",
    ),
    "MT125": Wording(
        title="List without its key",
        message='What begins here belongs under "{key}:", and there is no such line above it.',
        bare_message="A list begins here, and no line above it says which field it is.",
        help="Add this line above it, not set in: {key}:",
        bare_help="Add the line with its key above it, for example tasks:.",
        why="Without that line all of it falls under another field, or the file cannot be read at all.",
    ),
    "MT122": Wording(
        title="File cannot be opened",
        message="{file} cannot be read (the system says: {reason}).",
        help="Close other programs that use the file, make sure that it is an ordinary file you may read, and run motiontrack validate again.",
        bare_message="{file} cannot be read.",
        why="The returns and decisions in a file that cannot be read do not count, and the judgement would be wrong.",
    ),
    "MT126": Wording(
        title="Data folder holds too much",
        message="The data folder holds more than can be read; from {file} on {count} files were not read.",
        help="Look for files that do not belong here and move them away; several plans need a folder each. The bounds are {most_files} files, {most_size} MB, and {most_entries} lines and list entries.",
        why="The returns and decisions in files that are not read do not count; reading on would take the program minutes, and in the end all memory.",
    ),
    # comments that silence, and the list of what is accepted
    "MT140": Wording(
        title="A comment that silences gives no reason",
        message="The comment that is to silence {codes} gives no reason, so it silences nothing.",
        help="Give the reason in brackets behind the code, for example # motiontrack: ignore {codes} (reason).",
        why="Without a reason nobody can tell later whether this was looked into or only passed over.",
    ),
    "MT141": Wording(
        title="A comment that silences names no known code",
        message='There is no code "{about}".',
        help="Did you mean {suggestion}? A code is MT and three digits, as it stands in front of each diagnostic.",
        bare_help="A code is MT and three digits; copy it from the diagnostic.",
        why="With a code that is mistyped the diagnostic still appears, while the comment looks as if it were settled.",
    ),
    "MT142": Wording(
        title="A comment silences nothing any more",
        message="There is no {about} on this line to silence.",
        help="If it is settled, take the comment away. If not, put the comment at the end of the line that the diagnostic names, or alone on the line above it.",
        why="A comment left behind would hide the same fault the next time it is made here.",
    ),
    "MT143": Wording(
        title="An error cannot be silenced",
        message="{about} cannot be silenced: it is an error, or about the comments or the list themselves.",
        help="Mend what {about} itself says, then take {about} out here.",
        why="A task with an error cannot be judged. To pass over one could cost a unit a light it should have, or spare it one, so errors stay in sight.",
    ),
    "MT144": Wording(
        title="What was accepted has gone",
        message="The list has {about} ({file}), which is there no more: {message}",
        help="Take this line out of the list, or write the list again with --write-baseline.",
        why="Only a list that gets shorter shows what comes back.",
    ),
    "MT145": Wording(
        title="A comment that silences is not written as it must be",
        message="This comment seems meant to silence something, but it is not written as it must be and silences nothing.",
        help="Write # motiontrack: ignore MT604 (reason): after ignore the code, several with commas, and the reason in brackets.",
        why="A line is never silenced as a whole, or faults made later would not be seen.",
    ),
    "MT123": Wording(
        title="Misnamed file of returns",
        message="{file} is not read: a file of returns is named after its month.",
        help="Rename it to {suggestion}.",
        bare_help="Rename it to a year of four digits and a month of two, as returns/2010-07.yaml.",
        why="A return that is not read has not come in, and its unit is called unreported.",
    ),
    "MT130": Wording(
        title="No such code",
        message='"{name}" under rules.severity is no code that validate knows.',
        help="Did you mean {suggestion}? Write {suggestion}; motiontrack explain lists all codes.",
        bare_help="Write a code as validate prints it, for example MT604; motiontrack explain lists all.",
    ),
    "MT131": Wording(
        title="Error lowered",
        message="{name} is an error and cannot be set to {severity}; it stays an error.",
        help="Delete this line. If the plan really does not ask for this, list under plan only what it asks for, for example {require}: [lead, due].",
        bare_help="Delete this line and mend the data as the error says; warnings can be set otherwise, errors cannot.",
    ),
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
        help="Add the name, for example {key}: 张三. 待定 and 无 are no names, nor are they if units.yaml lists them.",
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
