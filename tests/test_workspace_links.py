"""Links as people make them: what follows in series and ledger, how long they last, who may know of them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from acquis.analysis.ledger import Asked
from acquis.errors import NotKept, RequestError
from acquis.exporters.judgements import read_judgements
from acquis.exporters.rows import judgements_table
from acquis.model.link import Pair
from acquis.model.marking import EVERYTHING, Marking, Viewer
from acquis.model.promise import Promise
from acquis.store.engine import open_store
from acquis.workspace import Workspace
from linked import DRILL, EXERCISE, FIRST, NEXT, SECOND, editions, promise, quotes, talks
from workspaces import add, write

PUBLIC = Viewer(Marking.CLEAR)
DAY = date(2033, 1, 15)
FIRST_ONLY, SECOND_ONLY = "First Aldoria-Brevania Cyber Dialogue", "Second Aldoria-Brevania Cyber Dialogue"
NOVEMBER = "Officials of Brevania and Aldoria meet in Sentar"
ONE_MEETING = Pair("second.md", "other.md")


@pytest.fixture
def linked(workspace: Workspace, tmp_path: Path) -> Workspace:
    """A workspace of two dialogues and a meeting that has no number."""
    talks(workspace, tmp_path)
    return workspace


def settled(workspace: Workspace, sentence: str, *, viewer: Viewer = EVERYTHING) -> Promise:
    """A promise as the ledger has it, with all that may tell of it."""
    ledger = workspace.ledger(Asked(DAY, candidates=5), viewer=viewer)
    (one,) = [p for p in ledger.promises if p.claim.sentence.quote == sentence]
    return one


def proposed(workspace: Workspace, sentence: str) -> list[str]:
    """The sentences that the ledger proposes for a promise."""
    return [one.sentence for one in settled(workspace, sentence).candidates]


def drill(workspace: Workspace) -> Pair:
    """The exercise that was promised, and the sentence that says it took place in other words."""
    return Pair(promise(workspace).key, "second.md", quote="the drill that their harbour authorities")


def test_two_accounts_become_one_edition_and_apart_again(linked: Workspace) -> None:
    """In either order; what follows is said; what is said last counts, and all of it is kept."""
    assert editions(linked) == [(1, [FIRST_ONLY]), (2, [SECOND_ONLY]), (3, [NOVEMBER])]
    tied = linked.link(ONE_MEETING, by="Desk", why="the same day in another calendar")
    assert tied.follows.startswith("2 documents now tell of edition 2 of Aldoria-Brevania Cyber Dialogue")
    assert editions(linked) == [(1, [FIRST_ONLY]), (2, [SECOND_ONLY, NOVEMBER])]
    parted = linked.unlink(Pair("other.md", "second.md"), by="Desk")
    assert parted.follows.startswith("kept: these tell of two meetings")
    assert editions(linked) == [(1, [FIRST_ONLY]), (2, [SECOND_ONLY]), (3, [NOVEMBER])]
    said = linked.judgements()
    assert [(one.subject.tie, one.verdict, one.why) for one in said] == [
        ("edition", "accept", "the same day in another calendar"), ("edition", "reject", ""),
    ]  # fmt: skip
    assert len({one.subject.id for one in said}) == 1
    assert linked.judgements(said[0].subject.id[:6]) == said


def test_what_is_taken_back_counts_no_more(linked: Workspace) -> None:
    """What was said before counts again, step by step, of meetings and of sequels; the history keeps it all."""
    apart, together = editions(linked), [(1, [FIRST_ONLY]), (2, [SECOND_ONLY, NOVEMBER])]
    tied = linked.link(ONE_MEETING, by="Desk").judgement
    parted = linked.unlink(ONE_MEETING, by="Other").judgement
    assert editions(linked) == apart
    with pytest.raises(NotKept, match="somebody said something else"):
        linked.take_back(tied.id, by="Desk")
    told = linked.take_back(parted.id, by="Desk")
    assert told.follows == "kept: what was said last of these two is taken back"
    assert editions(linked) == together
    linked.take_back(tied.id, by="Desk")
    assert editions(linked) == apart
    before = settled(linked, EXERCISE)
    sequel = linked.link(drill(linked), by="Desk").judgement
    assert linked.last_of_sequel("Desk") == sequel
    assert "is taken back, which is: no evidence yet" in linked.take_back(sequel.id, by="Desk").follows
    assert settled(linked, EXERCISE) == before
    assert linked.last_of_sequel("Desk") is None
    with pytest.raises(NotKept, match="taken back before"):
        linked.take_back(sequel.id, by="Desk")
    verdicts = [one.verdict for one in linked.judgements()]
    assert verdicts == ["accept", "reject", "withdraw", "withdraw", "accept", "withdraw"]


def test_an_edition_that_people_made_settles_the_next_meeting(linked: Workspace) -> None:
    """Tied to the second, the meeting of November is no third one: that promise is open again."""
    third = "They agreed to hold the third Aldoria-Brevania Cyber Dialogue in Calder in 2033."
    assert settled(linked, third).evidence is not None
    linked.link(ONE_MEETING, by="Desk")
    assert (settled(linked, third).status, settled(linked, third).evidence) == ("open", None)


def test_accounts_that_a_rule_put_together_are_parted(linked: Workspace, tmp_path: Path) -> None:
    """Two texts of one number are two editions when a person says so, and promise two meetings."""
    again = SECOND.replace("title: Second", "title: Again the second")
    add(linked, write(tmp_path, "again.md", again), marking=Marking.CLEAR)
    assert ["Again the second Aldoria-Brevania Cyber Dialogue", SECOND_ONLY] in [
        sorted(names) for _, names in editions(linked)
    ]
    linked.unlink(Pair("again.md", "second.md"), by="Desk")
    assert all(len(names) == 1 for _, names in editions(linked))
    promises = linked.ledger(Asked(DAY)).promises
    assert [one.same for one in promises if "hold the third" in one.promised] == [None, None]


def test_a_document_without_a_series_joins_one(linked: Workspace, tmp_path: Path) -> None:
    """Tied to an account, a text that names no series counts for its edition."""
    words = "---\ntitle: Remarks in Sentar\npublished: 2032-06-08\n---\n\nAldoria welcomed its guests yesterday.\n"
    add(linked, write(tmp_path, "remarks.md", words), marking=Marking.CLEAR)
    told = linked.link(Pair("remarks.md", "second.md"), by="Desk").follows
    assert told.startswith("2 documents now tell of edition 2")
    assert editions(linked)[1] == (2, ["Remarks in Sentar", SECOND_ONLY])


def test_documents_without_any_series_wait(linked: Workspace, tmp_path: Path) -> None:
    """A link that changes nothing yet is kept, and says so."""
    for name in ("one", "two"):
        words = f"---\ntitle: Remarks {name}\npublished: 2032-06-08\n---\n\nAldoria welcomed {name} guest.\n"
        add(linked, write(tmp_path, f"{name}.md", words), marking=Marking.CLEAR)
    assert linked.link(Pair("one.md", "two.md"), by="Desk").follows.startswith(
        "kept: these tell of one meeting; it"
    )


def test_a_sequel_settles_a_promise_by_a_persons_word(linked: Workspace) -> None:
    """Both whole sentences are bound; the status, the evidence and who said so are in the ledger."""
    before = settled(linked, EXERCISE)
    assert before.status == "no evidence yet"
    told = linked.link(drill(linked), by="Desk", why="the drill is the exercise")
    assert quotes(told.judgement) == [EXERCISE, DRILL]
    assert told.follows.endswith("is now: kept")
    after = settled(linked, EXERCISE)
    assert (after.status, after.why) == ("kept", "Desk says so")
    assert after.evidence is not None
    assert (after.evidence.sentence, after.evidence.by, after.evidence.reasons) == (
        DRILL, "Desk", ("the drill is the exercise",),
    )  # fmt: skip
    assert DRILL not in [one.sentence for one in after.candidates]


@pytest.mark.parametrize(
    ("relation", "status"),
    [
        ("repeated", "re-affirmed"),
        ("strengthened", "strengthened"),
        ("weakened", "softened"),
        ("replaced", "superseded"),
        ("withdrawn", "withdrawn"),
    ],
)
def test_every_relation_has_its_status(
    workspace: Workspace, tmp_path: Path, relation: str, status: str
) -> None:
    """What a person says the sequel does is what the ledger says."""
    talks(workspace, tmp_path)
    pair = drill(workspace)
    workspace.link(Pair(pair.a, pair.b, relation=relation, quote=pair.quote), by="Desk")  # type: ignore[arg-type]
    assert settled(workspace, EXERCISE).status == status


def test_what_ends_a_promise_goes_before_what_says_it_again(linked: Workspace) -> None:
    """A promise that was kept is not open again because somebody links a repetition later."""
    pair = drill(linked)
    linked.link(pair, by="Desk")
    linked.link(Pair(pair.a, "other.md", relation="repeated", quote="list of contact points"), by="Desk")
    assert settled(linked, EXERCISE).status == "kept"


def test_what_was_unlinked_is_never_proposed_again(linked: Workspace, tmp_path: Path) -> None:
    """Named by the key that the ledger prints; also after the document was read anew and came in a new version."""
    (candidate,) = [one for one in settled(linked, EXERCISE).candidates if one.sentence == DRILL]
    told = linked.unlink(Pair(promise(linked).key, candidate.key[:6]), by="Desk", why="another drill")
    assert "not proposed again" in told.follows
    assert DRILL not in proposed(linked, EXERCISE)
    list(linked.reread(every=True, processes=1))
    assert DRILL not in proposed(linked, EXERCISE)
    longer = SECOND.replace("The sides took stock", "It rained.\n\nThe sides took stock")
    add(linked, write(tmp_path, "second.md", longer))
    assert DRILL not in proposed(linked, EXERCISE)
    linked.link(drill(linked), by="Desk")
    assert settled(linked, EXERCISE).status == "kept"


def test_an_edition_is_no_evidence_where_a_person_says_so(linked: Workspace) -> None:
    """Unlinked from the sentence that tells of the edition, the promise waits for other evidence."""
    kept = settled(linked, NEXT)
    assert (kept.status, kept.evidence is not None) == ("kept", True)
    assert kept.evidence is not None
    linked.unlink(Pair(kept.key, kept.evidence.key), by="Desk")
    assert (settled(linked, NEXT).status, settled(linked, NEXT).evidence) == ("no evidence yet", None)


def test_a_link_outlives_better_readers_and_new_versions(linked: Workspace, tmp_path: Path) -> None:
    """Both ends are found again where words beside them, or a few of their own, have changed."""
    linked.link(drill(linked), by="Desk")
    list(linked.reread(every=True, processes=1))
    assert settled(linked, EXERCISE).status == "kept"
    add(linked, write(tmp_path, "first.md", FIRST.replace("in Calder on", "at Calder on")))
    add(linked, write(tmp_path, "second.md", SECOND.replace("ran in March 2032", "ran in late March 2032")))
    after = settled(linked, EXERCISE)
    assert after.status == "kept"
    assert after.evidence is not None
    assert "late March" in after.evidence.sentence
    add(linked, write(tmp_path, "second.md", SECOND.replace(DRILL, "Lunch was served.")))
    assert settled(linked, EXERCISE).status == "no evidence yet"


def test_what_was_said_of_an_older_version_gives_way(linked: Workspace, tmp_path: Path) -> None:
    """The same sentence judged again in other words of a new version: the later word counts."""
    linked.link(drill(linked), by="Desk")
    add(linked, write(tmp_path, "second.md", SECOND.replace("ran in March", "ran in late March")))
    linked.unlink(drill(linked), by="Desk")
    assert settled(linked, EXERCISE).status == "no evidence yet"
    assert len({one.subject.id for one in linked.judgements()}) == 2


def test_names_of_one_person(linked: Workspace) -> None:
    """Parted and tied again, anchored where each is printed first; in any case of letters."""
    people = {person.name: person.spellings for series in linked.series() for person in series.people}
    assert people["Mara Ostrel"] == ("Mara Ostrel", "M. Ostrell")
    parted = linked.unlink(Pair("mara ostrel", "M. Ostrell", person=True), by="Desk")
    assert parted.follows == "kept: M. Ostrell and Mara Ostrel are two persons"
    assert quotes(parted.judgement) == ["M. Ostrell", "Mara Ostrel"]
    assert all(len(person.spellings) == 1 for series in linked.series() for person in series.people)
    tied = linked.link(Pair("M. Ostrell", "Tomas Wendel", person=True), by="Desk")
    assert tied.follows.endswith("are now one person in Aldoria-Brevania Cyber Dialogue")
    spelt = [set(person.spellings) for series in linked.series() for person in series.people]
    assert {"M. Ostrell", "Tomas Wendel"} in spelt


def test_a_link_is_marked_as_high_as_its_works_or_higher(linked: Workspace) -> None:
    """Never lower than either work, whatever is asked for."""
    linked.mark("second.md", Marking.AMBER, by="Desk")
    asked = (None, Marking.CLEAR, Marking.RED)
    markings = [linked.link(ONE_MEETING, by="Desk", marking=marking).marking for marking in asked]
    assert markings == [Marking.AMBER, Marking.AMBER, Marking.RED]
    assert linked.link(drill(linked), by="Desk").marking == Marking.AMBER


def test_a_link_is_used_for_those_alone_who_may_know_of_it(linked: Workspace) -> None:
    """Series, ledger and history of a lower clearance are as if it had never been made; others' are marked so high."""
    public = linked.series(viewer=PUBLIC), linked.ledger(Asked(DAY, candidates=5), viewer=PUBLIC)
    linked.link(ONE_MEETING, by="Desk", marking=Marking.AMBER)
    linked.link(drill(linked), by="Desk", marking=Marking.RED)
    linked.unlink(Pair("mara ostrel", "M. Ostrell", person=True), by="Desk", marking=Marking.RED)
    assert (linked.series(viewer=PUBLIC), linked.ledger(Asked(DAY, candidates=5), viewer=PUBLIC)) == public
    assert linked.judgements(viewer=PUBLIC) == []
    assert settled(linked, EXERCISE).status == "kept"
    assert settled(linked, EXERCISE).marking == Marking.RED
    assert settled(linked, NEXT).marking == Marking.AMBER
    amber = Viewer(Marking.AMBER)
    assert settled(linked, EXERCISE, viewer=amber).status == "no evidence yet"
    assert len(editions(linked, viewer=amber)) == 2


def test_links_go_from_one_workspace_to_another(linked: Workspace, tmp_path: Path) -> None:
    """As lines of an export, and with a merge: the same rows, once, with the same effect."""
    linked.link(ONE_MEETING, by="Desk")
    linked.link(drill(linked), by="Desk")
    linked.unlink(Pair("mara ostrel", "M. Ostrell", person=True), by="Desk")
    said = linked.judgements()
    lines = [json.dumps(row) for row in judgements_table(said, "").rows]
    with Workspace(open_store(str(tmp_path / "there.db"), create=True)) as there:
        assert list(read_judgements(lines, "links.jsonl")) == said
        assert there.add_judgements(read_judgements(lines, "links.jsonl")) == 3
        assert there.add_judgements(read_judgements(lines, "links.jsonl")) == 0
        assert there.merge(linked).judgements == 0
        assert (there.judgements(), there.verify()) == (said, [])
        assert len(editions(there)) == 2
    with Workspace(open_store(str(tmp_path / "merged.db"), create=True)) as merged:
        assert merged.merge(linked).judgements == 3
        assert merged.judgements() == said


def test_a_link_that_no_person_could_have_made_is_not_imported(linked: Workspace) -> None:
    """Two ends that are one, a relation that a rejection has, names without words: no judgement."""
    row = judgements_table([linked.link(drill(linked), by="Desk").judgement], "").rows[0]
    subject = row["subject"]
    assert isinstance(subject, dict)
    anchors = subject["anchors"]
    assert isinstance(anchors, list)
    wrong = (
        {**row, "subject": {**subject, "anchors": [anchors[0], anchors[0]]}},
        {**row, "verdict": "reject"},
        {**row, "relation": None},
        {**row, "subject": {**subject, "tie": "friends"}},
        {**row, "subject": {**subject, "anchors": [anchors[0]]}},
        {**row, "subject": {**subject, "anchors": [anchors[0], {**anchors[1], "quote": ""}]}},  # type: ignore[dict-item]
    )
    for each in wrong:
        with pytest.raises(RequestError, match="no judgement"):
            list(read_judgements([json.dumps(each)], "links.jsonl"))


def test_a_sequel_that_is_earlier_is_kept_with_a_warning(linked: Workspace) -> None:
    """A person may know better than the dates do; that they disagree is said."""
    third = promise(linked, "hold the third")
    told = linked.link(Pair(third.key, "first.md", quote="led by Mara Ostrel"), by="Desk")
    assert told.judgement in linked.judgements()
    assert told.remark.startswith("its sequel is of 2031-05-09, before the promise of 2032-06-11")


def test_any_sentence_or_finding_may_be_a_sequel(linked: Workspace) -> None:
    """By the key of a finding, or of a sentence that was proposed for another promise."""
    other = promise(linked, "list of contact points")
    assert quotes(linked.link(Pair(promise(linked).key, other.key), by="Desk").judgement)[1] == (
        "Brevania will publish a list of contact points in 2033."
    )
    near = {one.key for one in settled(linked, EXERCISE).candidates}
    far = next(one for one in settled(linked, NEXT).candidates if one.key not in near)
    assert quotes(linked.link(Pair(promise(linked).key, far.key), by="Desk").judgement)[1] == far.sentence


def test_what_cannot_be_linked_is_refused(linked: Workspace) -> None:
    """Each with a line that says what is wrong; nothing is kept."""
    made = promise(linked)
    exchange = next(one for one in linked.claims() if one.claim.act not in ("commitment", "condemnation"))
    refused = {
        Pair("first.md", "first.md"): (RequestError, "name one document"),
        Pair("first.md", "nowhere.md"): (NotKept, "no document 'nowhere.md'"),
        Pair("nowhere.md", "first.md"): (NotKept, "no document and no promise 'nowhere.md'"),
        Pair(made.key, "ffffffffffff"): (NotKept, "no sentence and no finding 'ffffffffffff'"),
        Pair(made.key, made.key): (RequestError, "the sentence of the promise itself"),
        Pair(made.key, "second.md", quote="nobody said this"): (RequestError, "does not stand in the document"),
        Pair(made.key, "second.md", quote="in"): (RequestError, "stands in 3 sentences"),
        Pair(exchange.key, "ffffffffffff"): (RequestError, f"is no promise, but a{'n' if exchange.claim.act[0] in 'aeiou' else ''} {exchange.claim.act}"),
        Pair("Mara Ostrell", "Tomas Wendel", person=True): (NotKept, "did you mean Mara Ostrel"),
        Pair("Mara Ostrel", "MARA OSTREL", person=True): (RequestError, "are one spelling"),
        Pair("Mara Ostrel", "Tomas Wendel", person=True, relation="done"): (RequestError, "no relation"),
    }  # fmt: skip
    for pair, (kind, words) in refused.items():
        with pytest.raises(kind, match=words):
            linked.link(pair, by="Desk")
    linked.judge(made.key, "reject", by="Desk")
    with pytest.raises(RequestError, match="was rejected"):
        linked.link(Pair(made.key, "second.md", quote="harbour"), by="Desk")
    assert [one.subject.kind for one in linked.judgements()] == ["finding"]
