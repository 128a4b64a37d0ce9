"""Judgements to JSON objects and back: the body of their rows, and the lines of `acquis export judgements`."""

from __future__ import annotations

from dataclasses import asdict

from acquis.model.anchor import Anchor
from acquis.model.judgement import Finding, Judgement, Subject
from acquis.model.marking import Marking
from acquis.store.codec import Body, as_tuple, read_when, when_body, whole


def judgement_body(judgement: Judgement) -> Body:
    """A judgement as one JSON object: a line of `acquis export judgements`, and the body of its row."""
    subject, value = judgement.subject, judgement.value
    tied: Body = {"tie": subject.tie} if subject.tie else {}
    related: Body = {"relation": judgement.relation} if judgement.relation else {}
    withdrawn: Body = {"withdraws": judgement.withdraws} if judgement.withdraws else {}
    return {
        "id": judgement.id,
        "subject": {
            "kind": subject.kind,
            "act": subject.act,
            "occurrence": subject.occurrence,
            "anchors": [asdict(anchor) for anchor in subject.anchors],
            **tied,
        },
        "verdict": judgement.verdict,
        "by": judgement.by,
        "at": judgement.at,
        "why": judgement.why,
        "marking": judgement.marking.label,
        "value": _finding(value) if value else None,
        **related,
        **withdrawn,
    }


@whole
def read_judgement_body(body: Body, marking: Marking) -> Judgement:
    """The judgement of such an object; raises DamagedRow, a ValueError, where it is none."""
    subject = body["subject"]
    anchors = tuple(Anchor(**anchor) for anchor in subject["anchors"])
    value = body["value"]
    return Judgement(
        id=body["id"],
        subject=Subject(subject["kind"], anchors, subject["act"], subject["occurrence"], subject.get("tie")),
        verdict=body["verdict"],
        by=body["by"],
        at=body["at"],
        why=body["why"],
        marking=marking,
        value=_read_finding(value) if value else None,
        relation=body.get("relation"),
        withdraws=body.get("withdraws"),
    )


def _finding(value: Finding) -> Body:
    return {
        "act": value.act,
        "owners": value.owners,
        "anchor": asdict(value.anchor),
        "addressees": value.addressees,
        "grade": value.grade,
        "element": value.element,
        "targets": value.targets,
        "due": when_body(value.due),
        "venue": value.venue,
    }


def _read_finding(body: Body) -> Finding:
    rest = {key: as_tuple(value) for key, value in body.items() if key not in ("anchor", "due")}
    return Finding(anchor=Anchor(**body["anchor"]), due=read_when(body["due"]), **rest)
