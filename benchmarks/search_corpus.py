"""A seed in, a workspace's rows out: passages and findings of no document that exists, for measuring search.

Words follow Zipf's law: small words of English first, then terms of the field, then invented ones. About a
third of all passages have a finding. The rows go straight into the tables, past readers and extractors.
"""

from __future__ import annotations

import json
import random
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TypeAlias

from acquis.store.tables import ROOM
from acquis.store.words import indexed_words, weight_of

Cell: TypeAlias = str | int | float | bool | bytes | None
Row: TypeAlias = tuple[Cell, ...]

SMALL = (
    "the of and to in a for that on with as by is are be at from this it we which or an our has have not will"
    " their its all also can should such other these more they between through into than"
).split()
# Terms by how common they are, from one sentence in eleven to one in some hundreds. In 734 real documents (112,000
# sentences) the commonest content words stand in 9% ("president"), 6% ("state") and 4% ("security") of all sentences.
COMMON = "states cyber international security".split()
USUAL = (
    "national information technology law cooperation measures norms capacity building responsible behaviour"
    " infrastructure critical threats ict united nations support work dialogue"
).split()
FIELD = (
    "malicious activities working group incident response government policy implementation framework"
    " development digital resilience private sector regional human rights attack confidence"
).split()
RARE = (
    "ransomware attribution sovereignty deterrence vulnerability disclosure supply chain sanctions quantum"
    " mandate consensus proposal directory contact computer emergency team women fellowship protocol"
).split()
# Phrases that people look for; written whole into some passages, as field texts do.
PHRASES = (
    "critical infrastructure", "capacity building", "international law", "human rights", "working group",
    "points of contact directory", "confidence building measures", "responsible state behaviour",
    "supply chain security", "computer emergency response team", "women in cyber fellowship",
)  # fmt: skip
ACTS = (
    ("report", 22), ("affirmation", 16), ("call", 13), ("support", 12), ("commitment", 10), ("exchange", 8),
    ("concern", 7), ("proposal", 5), ("need", 3), ("offer", 2), ("condemnation", 1), ("objection", 1),
)  # fmt: skip
ELEMENTS = ("international-law", "norms", "cbms", "capacity-building", "threats", "institutional-dialogue")
KINDS = (("statement", 70), ("communique", 15), ("report", 10), ("resolution", 3), ("other", 2))
CONCEPTS = (
    *(f"provision.norm-{letter}" for letter in "abcdefghijk"),
    "topic.ransomware", "topic.attribution", "topic.supply-chain", "threat.critical-infrastructure",
)  # fmt: skip
SERIES = 40
_AT = "2031-01-01T00:00:00Z"
# As long as what is kept of a finding: its size counts, its words do not.
_BODY = json.dumps({"evidence": "x" * 500, "rule": "made"})
_SYLLABLES = "ba ce di fo gu la me ni po ru sa te vi xo zu bra cle dri flo gru pla ste tri".split()


COLUMNS: dict[str, tuple[str, ...]] = {
    "works": ("id", "key", "marking", "added_at"),
    "versions": ("id", "work_id", "number", "current", "sha256", "size", "packed", "location", "added_at", "met_at"),
    "documents": (
        "id", "version_id", "work_id", "current", "key", "title", "published", "earliest", "latest", "kind",
        "language", "series", "series_key", "reader", "read_at", "text", "text_sha256", "body",
    ),
    "passages": ("id", "document_id", "start", "end", "address", "kind", "weight", "text"),
    "claims": (
        "id", "document_id", "passage_id", "key", "status", "by_person", "least", "most", "act", "element",
        "owners", "weight", "grade", "start", "end", "confidence", "body",
    ),
    "claim_actors": ("claim_id", "part", "code"),
    "claim_targets": ("claim_id", "concept"),
}  # fmt: skip


@dataclass(slots=True)
class Corpus:
    """The rows of a workspace, by table; `words` are (passage id, words)."""

    rows: dict[str, list[Row]] = field(default_factory=lambda: {name: [] for name in COLUMNS})
    words: list[tuple[int, str]] = field(default_factory=list)


class _Writer:
    """Draws words and findings; the same seed draws the same."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        invented = sorted({self._invent() for _ in range(26_000)})
        self.random.shuffle(invented)
        self.vocabulary = [*SMALL[:24], *COMMON, *USUAL, *SMALL[24:], *FIELD]
        self.vocabulary += [*invented[:600], *RARE, *invented[600:]]
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(self.vocabulary))))
        self.states = [f"X{chr(65 + i % 26)}{'' if i < 26 else i // 26}" for i in range(193)]
        self._state_weights = list(accumulate(1 / (rank + 3) for rank in range(len(self.states))))

    def _invent(self) -> str:
        return "".join(self.random.choices(_SYLLABLES, k=self.random.choice((2, 3, 3, 4))))

    def sentence(self) -> str:
        """One sentence; one in nine is a heading of a few words."""
        count = self.random.randint(2, 5) if self.random.random() < 0.11 else self.random.randint(9, 42)
        words = self.random.choices(self.vocabulary, cum_weights=self._weights, k=count)
        if self.random.random() < 0.06:
            words.insert(self.random.randrange(len(words)), self.random.choice(PHRASES))
        return f"{' '.join(words).capitalize()}."

    def owners(self) -> list[str]:
        """One State, or at times two or three."""
        count = self.random.choices((1, 2, 3), (85, 12, 3))[0]
        return sorted(set(self.random.choices(self.states, cum_weights=self._state_weights, k=count)))

    def pick(self, choices: tuple[tuple[str, int], ...]) -> str:
        """One name of a table of weights."""
        return self.random.choices([name for name, _ in choices], [weight for _, weight in choices])[0]


def make_corpus(passages: int, documents: int, *, seed: int = 20311) -> Corpus:
    """So many passages in so many documents; every tenth document has an older version that nobody sees."""
    writer, corpus = _Writer(seed), Corpus()
    per_document = passages / documents
    left = passages
    for number in range(1, documents + 1):
        count = max(2, round(writer.random.lognormvariate(0, 0.7) * per_document * 0.78))
        count = left if number == documents else min(count, left - 2 * (documents - number))
        left -= count
        _add_document(corpus, writer, number, count)
    return corpus


def _add_document(corpus: Corpus, writer: _Writer, number: int, count: int) -> None:
    draw = writer.random
    sentences = [writer.sentence() for _ in range(count)]
    day = f"{draw.randint(2009, 2031)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
    current, key = number % 10 != 0, f"{number:064x}"
    work = number if current or number == 1 else number - 1
    if work == number:
        marking = draw.choices(range(5), (80, 6, 10, 2, 2))[0]
        corpus.rows["works"].append((number, f"A/AC.{number}", marking, _AT))
    version = (number, work, 1 + (work != number), current, key, count, b"", f"/{number}", _AT, _AT)
    corpus.rows["versions"].append(version)
    series = f"Dialogue {draw.randrange(SERIES)}" if draw.random() < 0.3 else None
    corpus.rows["documents"].append((
        number, number, work, current, key, sentences[0][:60], day, day, day, writer.pick(KINDS), "en", series,
        series and series.lower(), "made", _AT, " ".join(sentences), key, "{}",
    ))  # fmt: skip
    start = 0
    for place, sentence in enumerate(sentences):
        _add_passage(corpus, writer, number, (place, start, sentence))
        start += len(sentence) + 1


def _add_passage(corpus: Corpus, writer: _Writer, document: int, found: tuple[int, int, str]) -> None:
    place, start, sentence = found
    passage, words = document * ROOM + place, indexed_words(sentence)
    corpus.words.append((passage, " ".join(words)))
    kind = "heading" if len(words) < 6 else "paragraph"
    end = start + len(sentence)
    corpus.rows["passages"].append(
        (passage, document, start, end, f"¶{place // 4 + 1}", kind, weight_of(len(words)), sentence)
    )
    if kind == "paragraph":
        for _ in range(writer.random.choices((0, 1, 2), (72, 22, 6))[0]):
            _add_claim(corpus, writer, passage, (start, end))


def _add_claim(corpus: Corpus, writer: _Writer, passage: int, span: tuple[int, int]) -> None:
    draw, weight = writer.random, corpus.rows["passages"][-1][-2]
    document = passage // ROOM
    claim = document * ROOM + len(corpus.rows["claims"]) % ROOM
    status = draw.choices(("found", "accepted", "corrected", "rejected"), (93, 4, 2, 1))[0]
    least, most = draw.choices(((0, 4), (2, 4), (0, 1)), (96, 2, 2))[0]
    element = draw.choice(ELEMENTS) if draw.random() < 0.7 else None
    owners = writer.owners()
    corpus.rows["claims"].append((
        claim, document, passage, f"{claim:012x}", status, False, least, most, writer.pick(ACTS), element,
        "\x1f".join(owners), weight,
        draw.choice((None, 1, 2, 3, 4, 5)), span[0], span[1], 0.9, _BODY,
    ))  # fmt: skip
    corpus.rows["claim_actors"] += [(claim, "owner", code) for code in owners]
    if draw.random() < 0.3:
        corpus.rows["claim_actors"].append((claim, "addressee", draw.choice(writer.states)))
    targets = set(draw.choices(CONCEPTS, k=draw.choice((0, 1, 1, 2))))
    corpus.rows["claim_targets"] += [(claim, concept) for concept in sorted(targets)]
