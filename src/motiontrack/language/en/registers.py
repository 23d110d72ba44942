"""Diagnostics on what is only added to: returns, decisions, findings, feedback."""

from __future__ import annotations

from motiontrack.language.wording import Wording

__all__ = ["DIAGNOSTICS"]

DIAGNOSTICS: dict[str, Wording] = {
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
        help="Add a line, as in {suggestion}.",
    ),
    "MT406": Wording(
        title="Day after receipt",
        message="{key} is {day}, after the return was received on {received}.",
        help="Check both dates and correct the wrong one; {key} cannot be later than received, for example {key}: {received}.",
    ),
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
        title="Done with a target unmet",
        message='{id} is reported done, but "{words}" asks for {wanted} and {value} is reported.',
        help="Check the figure; if it is right the task is not done: write state: in-progress.",
    ),
    "MT412": Wording(
        title="Closed without a claim",
        message="{tasks} was sent back on {returned}, not reported done since, and is closed again.",
        bare_message="{tasks} is closed, but no return says that it is done.",
        help="Is the item right? If it is, first record the return with state: done and done_on.",
    ),
    "MT413": Wording(
        title="Decision without a reason",
        message='The decision on {id} ({kind}) has no "{key}" ({label}).',
        help='Add a line that begins with "{key}: ". If the document says why, its number is enough, for example document: 〔2010〕3号.',
    ),
    "MT414": Wording(
        title="Decision without an approver",
        message="The decision on {id} ({kind}) is in force, with neither an approver nor a document.",
        help="Add approver or document. If it is not approved yet, remove on, and leave it as asked for.",
    ),
    "MT415": Wording(
        title="Extension asked for late",
        message="The extension of {id} was asked for on {applied}, {days} days after its deadline, {due}.",
        help="Check the day it was asked for. If it is right, leave it: papers and lights show it as it was. Ask before the deadline next time.",
    ),
    "MT416": Wording(
        title="Extension not later",
        message="{id} is extended to {due}, not later than its printed deadline, {printed}.",
        help="Check the year and the month of due: it must be after {printed}. To go back to the printed deadline, delete the decision.",
    ),
    "MT417": Wording(
        title="Extension shortened",
        message="{id} is extended to {due}, not later than the last extension, {last}.",
        help="Check the day. If part of the extension is meant to be taken back, leave it; {due} counts.",
    ),
    "MT418": Wording(
        title="Closed twice",
        message="{id} was closed on {on} and is closed again, with no sending back between.",
        help="Is the item right? Delete the one that is doubled; if it was sent back and done again, add the kind: send-back.",
    ),
    "MT419": Wording(
        title="Decided when over",
        message="On {id} there is a decision ({ended}) of {on}, and after that another ({kind}).",
        help="Is the item right? If it is to be taken up again, record a kind: {opening} first.",
    ),
    "MT420": Wording(
        title="Resumed without suspension",
        message="{id} is resumed, but was neither suspended nor cancelled.",
        help="Is the item right? If the suspension was not recorded, add a kind: suspend.",
    ),
    "MT421": Wording(
        title="Suspended twice",
        message="{id} was suspended on {on} and is suspended again, with no resuming between.",
        help="Is the item right? Add the kind: resume that is missing, or delete the one that is doubled.",
    ),
    "MT422": Wording(
        title="Sent back without a claim",
        message="When {id} was sent back, it was neither reported done nor closed.",
        help="Check the item and the day. If the return was not recorded, add the one with state: done first.",
    ),
    "MT423": Wording(
        title="In force before it was asked for",
        message="The decision on {id} is in force from {on}, but was asked for on {applied}.",
        help="Check on and applied, for example on: {applied}.",
    ),
    "MT424": Wording(
        title="Reassigned to the same unit",
        message="{id} is led by {units} already; the reassignment changes nothing.",
        help="Check to and item, and name the unit that it goes to.",
    ),
    "MT425": Wording(
        title="Step done before its phase",
        message="Step {id} is recorded as done on {on}; its phase begins on {first}.",
        help="Check the item and the day. If the step was early, leave it.",
    ),
    "MT426": Wording(
        title="Decided before the plan",
        message="In the decision on {id}, {key} is {day}, before the plan was issued on {issued}.",
        help="Check the year. If the plan was issued earlier, correct issued under plan.",
    ),
    "MT427": Wording(
        title="Closed before the claim",
        message="{tasks} was closed on {on}; the return that says it is done came on {received}.",
        help="Check both days. It is closed after that return, for example on: {received}.",
    ),
    "MT428": Wording(
        title="Field without effect",
        message='A decision of this kind ({kind}) takes no notice of "{key}" ({label}).',
        help="Write another decision with kind: {wanted_kind} and put {key} there, or delete it.",
    ),
    "MT429": Wording(
        title="Fell without a word",
        message='The figure of {id} for "{what}" fell from {before} ({month}) to {value}, and nothing is said.',
        help="Running totals do not usually fall: check which is wrong. If something was struck off, say so in work.",
    ),
    "MT430": Wording(
        title="Done without evidence",
        message="{id} is reported done, with no evidence.",
        help="Name it or say where it is, for example evidence: 验收单; several as a list, for example evidence: [批复, 照片].",
    ),
    "MT431": Wording(
        title="The same words",
        message="What {id} reports as work is word for word the same for {count} returns running, since {month}.",
        help="Ask the unit what was done this month. If nothing was, say why, and name what is in the way in problems.",
    ),
    "MT432": Wording(
        title="Empty words",
        message='All that {id} reports as work is "{work}".',
        help="Write what was really done, for example work: 初稿已送3个部门",
    ),
    "MT433": Wording(
        title="Late without a word",
        message="{id} is expected on {value}, after its deadline {due}, but problems, coordinate and next are all empty.",
        bare_message="{id} reports {key}: {value}, but problems, coordinate and next are all empty.",
        help="Add problems and next; write coordinate if help from above is needed.",
    ),
    "MT434": Wording(
        title="Return when over",
        message="On {id} there is a decision ({ended}) of {on}; the return received on {received} changes nothing.",
        help="Is the id right? If the work is to be taken up again, record a kind: {opening} in decisions.yaml first.",
    ),
    "MT435": Wording(
        title="Two returns on one day",
        message="For the same month of {id}, two returns were received on {received}; the last in the file counts.",
        help="Keep the one that counts. If the second is a correction, write the day it really came.",
    ),
    "MT436": Wording(
        title="Dated after receipt",
        message="The date of the return for {id} is {day}, after it was received on {received}.",
        help="Check date and received, and correct the wrong one.",
    ),
    "MT437": Wording(
        title="Forecast gone by",
        message="{id} is expected on {forecast}, a day that had passed when this was written ({day}).",
        help="Write a new forecast. If it is done, write state: done and done_on.",
    ),
    "MT438": Wording(
        title="Received long after its month",
        message="The return of {month} for {id} was received on {received}, {days} days after the month.",
        help="Check the year of received, and whether it stands in the right month. If it is so, leave it.",
    ),
    "MT439": Wording(
        title="Return before the plan",
        message="In the return for {id}, {key} is {day}, before the plan was issued on {issued}.",
        help="Check the year. If the plan was issued earlier, correct issued under plan.",
    ),
    "MT440": Wording(
        title="Day after its month",
        message="In the return for {id}, {key} is {day}, after the month it is for, {month}.",
        help="Check the day. If it is right, move the entry to returns/{right}.yaml.",
    ),
    "MT441": Wording(
        title="Done, then not done",
        message="{id} was reported done in {month} and is now reported as not done; it was not sent back between.",
        help="Check which is wrong. If it was sent back, record a kind: send-back in decisions.yaml.",
    ),
    "MT442": Wording(
        title="Day without done",
        message="{id} has a day it was done, {day}, but its state is not done.",
        help="If it is done, write state: done. If the day is only expected, write forecast: {day} instead.",
    ),
    "MT443": Wording(
        title="State and progress disagree",
        message="The state of {id} is {state}, but its progress is {progress}.",
        help="Check both and correct state or progress.",
    ),
    "MT444": Wording(
        title="Progress under one percent",
        message="The progress of {id} is given as {progress}, which is {progress} percent, and is judged as that.",
        help="progress is in percent: if {meant}% is done, write progress: {meant}. If it really is {progress}%, nothing need be done.",
    ),
    # -- MT7 findings and feedback
    "MT701": Wording(
        title="Finding without a unit or a day",
        message='Finding {id} has no "{key}" ({label}).',
        help='Add a line that begins with "{key}: ", as in {suggestion}.',
    ),
    "MT702": Wording(
        title="Mended before it was raised",
        message="Finding {id} was mended on {resolved}, before it was raised on {raised}.",
        help="Check the years and months of raised_on and resolved_on, and correct the wrong one.",
    ),
    "MT703": Wording(
        title="Half recorded as mended",
        message='Finding {id} is recorded as mended, but has no "{key}" ({label}).',
        help='Add a line that begins with "{key}: ", as in {suggestion}.',
    ),
    "MT704": Wording(
        title="Due before it was raised",
        message="Finding {id} must be mended by {due}, before it was raised on {raised}.",
        help="Check the years and months of due and raised_on.",
    ),
    "MT705": Wording(
        title="Before the plan",
        message="{day} is before the plan was issued on {issued}.",
        help="Check the year. If the plan was issued earlier, correct issued under plan.",
    ),
    "MT706": Wording(
        title="Answered before it came",
        message="The answer is of {answered}, before the opinion of {day}.",
        help="Check date and answered_on, and correct the wrong one.",
    ),
    "MT707": Wording(
        title="Not satisfied, without words",
        message='The deputy is not satisfied (不满意), and "{key}" ({label}) is missing.',
        help='Add a line that begins with "{key}: " and says what with; add answered_on once it was answered again.',
    ),
    "MT708": Wording(
        title="Deputy missing",
        message="This answer does not say which deputy gave it.",
        help="Add deputy, a name or a mark, for example deputy: 代表一.",
    ),
    "MT709": Wording(
        title="Finding of no task",
        message="Finding {id} ({text}) names no task.",
        bare_message="Finding {id} names no task.",
        help="Add tasks, for example tasks: T01, or a list, as tasks: [T01, T02].",
    ),
    # -- MT8 slips
    "MT801": Wording(
        title="Number of a slip twice",
        message="The number {number} was already given.",
        help="Look at the copies and correct the wrong one. If one slip is registered twice, delete the second.",
    ),
    "MT802": Wording(
        title="Number of another year",
        message="The number {number} is not of the year of {issued}, the day it was sent.",
        help="Check number and issued_on, and correct the wrong one. Numbers begin anew each year: 〔{year}〕.",
    ),
    "MT803": Wording(
        title="Slip to another unit",
        message="{unit} neither leads, does nor supports {id}, nor must mend anything in it; {units} does.",
        help="Check unit and items, and correct the wrong one. If the task was reassigned, add that to decisions.yaml.",
    ),
    "MT804": Wording(
        title="Answered before it was sent",
        message="{number} was sent on {issued}, and is said to be answered on {answered}.",
        help="Check issued_on and answered_on, and correct the wrong one.",
    ),
    "MT805": Wording(
        title="To be answered before it was sent",
        message="{number} was sent on {issued}, and was to be answered by {due}.",
        help="Check issued_on and due, and correct the wrong one.",
    ),
    "MT806": Wording(
        title="Causes of no item of the slip",
        message="{number} is not about {id}, but gives causes for it.",
        help="Is {suggestion} meant? Check items and causes.",
        bare_help="Check items and causes: only what the slip is about has causes.",
    ),
    "MT807": Wording(
        title="Chased twice on one day",
        message="{number} was sent to {unit} on {issued} for the same cause in {id}.",
        help="If only one was sent, delete the second row. If both were, silence this with the reason. The ladder counts one.",
    ),
}
