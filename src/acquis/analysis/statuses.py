"""A promise and what was found of it in; its status on a day, with the rule in words, out."""

from __future__ import annotations

from datetime import date, timedelta

from acquis.analysis.pledges import Pledge
from acquis.analysis.sequels import Evidence
from acquis.model.promise import PromiseStatus, Relation

# A promise is due in the last days of its time; until then it is open.
_DUE = timedelta(days=30)
# Grades of promises of little or to go on: no day comes on which one could say that they were kept.
_CONTINUING = 2
_BY_RELATION: dict[Relation, PromiseStatus] = {
    "done": "kept",
    "repeated": "re-affirmed",
    "strengthened": "strengthened",
    "weakened": "softened",
    "replaced": "superseded",
    "withdrawn": "withdrawn",
}


def by_sequel(pledge: Pledge, sequel: Evidence) -> tuple[PromiseStatus, str]:
    """The status that a sequel settles: by a person's word, or by a rule that left no doubt."""
    who = f"{sequel.by} says so" if sequel.by else "; ".join(sequel.reasons)
    if sequel.relation == "done":
        return _done(pledge, sequel, who)
    return _BY_RELATION[sequel.relation], who


def _done(pledge: Pledge, sequel: Evidence, who: str) -> tuple[PromiseStatus, str]:
    """Kept; kept in part where the sentence itself says so; late where even the first word of it came too late."""
    due = pledge.due
    if "in part" in sequel.reasons:
        return "kept in part", who
    day = sequel.frame.earliest
    if due is None or due.latest is None or day is None or day <= due.latest:
        return "kept", who
    if "dated" in sequel.reasons:
        return "kept late", f"{who}; it was due {due.edtf}"
    return "kept", f"{who}; told after it was due ({due.edtf}), and the text does not say when it was done"


def by_time(pledge: Pledge, as_of: date, searched: int) -> tuple[PromiseStatus, str]:
    """The status of a promise of which nothing was found: by its due date, else by whether there is a later document."""
    due = pledge.due
    if due is not None and due.latest is not None:
        return _by_due(due.latest, due.edtf or "", as_of, searched)
    if due is not None and due.words and due.edtf is None:
        return "undated", f"the words settle no date: “{due.words}”"
    if pledge.meeting and pledge.claim.venue is None:
        return "cannot be checked", "a meeting without place and date was promised"
    grade = pledge.claim.grade
    if grade is not None and grade <= _CONTINUING:
        return "cannot be checked", f"grade {grade}: a promise to go on; no day settles that"
    if not searched:
        return "open", "no later document of these parties or this series is here"
    return "no evidence yet", _looked(searched)


def _by_due(latest: date, words: str, as_of: date, searched: int) -> tuple[PromiseStatus, str]:
    if as_of > latest:
        return "no evidence yet", f"due {words}, which is past; {_looked(searched)}"
    if latest - as_of <= _DUE:
        left = (latest - as_of).days
        return "due", f"due {words}, {left} day{'' if left == 1 else 's'} left"
    return "open", f"due {words}"


def _looked(searched: int) -> str:
    if not searched:
        return "no later document of these parties or this series is here"
    return f"{searched} later document{'' if searched == 1 else 's'} searched, nothing clear found"
