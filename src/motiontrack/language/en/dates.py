"""Diagnostics on deadline words: no such day, not understood, more than one reading."""

from __future__ import annotations

from motiontrack.language.wording import Wording

__all__ = ["DIAGNOSTICS"]

DIAGNOSTICS: dict[str, Wording] = {
    "MT302": Wording(
        title="No such date",
        message='There is no day "{words}": month {month} of {year} has only {days} days.',
        help="Check the original and write a day that exists. If the end of the month is meant, write {key}: {last} and keep the printed words in {words_key}.",
        bare_help="Check it and write a day that exists. If the end of the month is meant, write {key}: {last}.",
        why="A day that does not exist cannot be counted to; to repair it would be to change the document.",
    ),
    "MT303": Wording(
        title="More than one reading",
        message='"{words}" can be read in more than one way; for now it is taken as {date}, that day included.',
        help="Ask whoever issued the task. If that is the day, write {key}: {date} and keep the printed words in {words_key}; if not, write the day that is meant.",
        bare_help="Ask whoever issued it. If that is the day, write {key}: {date}; if not, write the day that is meant.",
        why="The readings can lie a month apart; which light shows must not be the choice of a program.",
    ),
    "MT304": Wording(
        title="Deadline not understood",
        message='"{words}" is not a deadline that can be read here.',
        help="Did you mean {key}: {suggestion}? These words are understood as well: 10月, 10月底前, 10月15日前, 三季度末, 年底前.",
        bare_help="Write a date, for example {key}: {year}-10-31. These words are understood as well: 10月, 10月底前, 10月15日前, 三季度末, 年底前.",
        why="Without a day nobody can say whether it is late; the item stays unjudged.",
    ),
    "MT306": Wording(
        title="No day named",
        message='"{words}" does not say by which day, so nothing can ever be called late.',
        help="If there is a last day, write it, for example due: {year}-12-31. If the work simply goes on, remove due and write standing: true.",
        why="Without a last day it can never be late; work that goes on must say that it does.",
    ),
    "MT307": Wording(
        title="Two deadlines in one",
        message='"{words}" holds more than one deadline; an item can have only one.',
        help="Split the item: into stages if one follows the other, into parts if they stand side by side, and give each its own date, for example due: {year}-06-30 and due: {year}-12-31.",
        why="An item has one deadline; of two in one, the first would pass unseen.",
    ),
    "MT313": Wording(
        title="Recurring words as a deadline",
        message='"{words}" comes round again and again; it does not say when the task must be finished.',
        help="Write when returns are due under report, for example report: 每月25日前, and when the task must be finished under due, for example due: {year}-12-31. If it is never finished, write standing: true. A stage may come round again, if it has no figures.",
        why="How often something is reported is not when it is done; as a deadline it would never fall due.",
    ),
    "MT314": Wording(
        title="No day to count from",
        message='"{words}" is counted from a certain day, and that day is not given.',
        help="If it counts from the start of the task, add start to this item; if from the day the motion was received or assigned, add received under motion. Write it like start: {year}-04-10. Or write the last day itself, for example due: {year}-10-31.",
        why="Without the day to count from there is no day on which it is due.",
    ),
    "MT316": Wording(
        title="Return clock not understood",
        message='"{words}" does not say in a way that can be read here when returns are due.',
        help="Write a monthly, quarterly or half-yearly clock, for example report: 每月25日前, report: 每季度末 or report: 每季度结束后12日内.",
        why="Without a clock nobody knows which months are owed, so that none can be missing or late.",
    ),
    "MT330": Wording(
        title="A day that differs from year to year",
        message='"{words}" speaks of a day that is another one each year or in each place, and it is not on file here.',
        help="Find out the day, write it, for example due: {year}-09-01, and keep the printed words in due_words.",
        why="Days of the lunar calendar, the start of school and the flood season have no fixed date; a day guessed wrong is a lateness judged wrong.",
    ),
    "MT331": Wording(
        title="Year or month missing",
        message='"{words}" does not say which year: the Spring Festival of {year} is on {festival}, the next one on {following}.',
        bare_message='"{words}" does not say which month.',
        help="Write it with them, for example due: {suggestion}, or write the date and keep the printed words in due_words.",
        why="The plan does not tell which is meant, and the readings are months or a year apart.",
    ),
    "MT332": Wording(
        title="The day to count from is not on file",
        message='"{words}" counts from "{event}", and the files do not hold the day of that.',
        help="Find out that day, count from the day after it, write the last day, for example due: {year}-10-31, and keep the printed words in due_words.",
        why="Without the day it counts from, the last day could only be guessed.",
    ),
    "MT333": Wording(
        title="No calendar to count working days by",
        message='"{words}" counts working days, and calendar.yaml does not have the days off of {missing}.',
        help="Write the days off of {missing}, as the State Council announced them, into calendar.yaml and add {missing} to its years; or count yourself, write the last day, for example due: {year}-10-31, and keep the printed words in due_words.",
        why="Holidays and made-up working days are announced for each year; weekends alone give another day.",
    ),
    "MT335": Wording(
        title="Return clock shorter than a month",
        message='"{words}" is more often than monthly, and returns are kept by month.',
        help="Write a monthly clock or a longer one, for example report: 每月25日前. What comes in between needs no entry; the month's return sums it up.",
        why="One return a month is kept of each task, so whether a weekly one is missing cannot be told.",
    ),
}
