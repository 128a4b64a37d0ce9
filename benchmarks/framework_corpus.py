"""A seed in, records of no document that exists out: 193 States that speak to 76 provisions, for measuring answers.

Every State speaks, most alone, some with others or through a group; its sentences are made of the words of the
vocabulary and of invented ones, so that each finding stands on its own words as a real one does. One sentence in
twenty proposes one of some hundreds of things with a name of their own, and others support or resist these.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass

from acquis.model.claim import Act, Claim, Place
from acquis.model.concept import Concept
from acquis.model.document import Document, Paragraph, Sentence, TextStatus
from acquis.model.evidence import Evidence
from acquis.model.meeting import Meeting
from acquis.model.provision_link import ProvisionLink
from acquis.model.receipt import Receipt
from acquis.model.record import Record
from acquis.model.statement import Speaker, Statement
from acquis.model.when import When
from acquis.vocabulary import load_vocabulary

PROVISIONS = 76
FORUM = "OEWG 2021-2025"
GROUPS = ("EU", "ASEAN", "AFRICAN-GROUP", "ARAB-GROUP", "CARICOM", "PIF", "NAM", "NORDICS")
# An act, how often it is done, and how a sentence of it begins.
ACTS: tuple[tuple[Act, int, str], ...] = (
    ("report", 22, "has adopted national measures to apply"),
    ("affirmation", 16, "reaffirms its commitment to"),
    ("call", 13, "calls on all States to respect"),
    ("support", 12, "supports the work on"),
    ("commitment", 10, "will hold a workshop on"),
    ("exchange", 8, "exchanged views on"),
    ("concern", 7, "is concerned by threats to"),
    ("proposal", 5, "proposes"),
    ("need", 3, "needs assistance with"),
    ("offer", 2, "offers training on"),
    ("condemnation", 1, "condemns attacks that disregard"),
    ("objection", 1, "does not support the language on"),
)
_KINDS = "register line fund directory template checklist platform clinic calendar network".split()
_FIRST = "ba ce di fo gu la me ni po ru sa te vi xo zu bra cle dri flo gru pla ste tri".split()
_STATUSES: tuple[tuple[TextStatus, int], ...] = (
    ("national", 84), ("unofficial", 8), ("proposed", 4), ("chairs-summary", 2), ("agreed", 2),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Size:
    """How much is made."""

    documents: int = 10_000
    claims: int = 200_000
    seed: int = 20315


class _Maker:
    """Draws records; the same seed draws the same."""

    def __init__(self, seed: int) -> None:
        vocabulary = load_vocabulary()
        self.draw = random.Random(seed)
        self.states = [one for one in vocabulary.of_kind("state") if one.member]
        self.groups = [one for code in GROUPS if (one := vocabulary.by_code(code))]
        self.provisions = [one for one in vocabulary.of_kind("provision") if one.element][:PROVISIONS]
        self.words = sorted({self._invent() for _ in range(9_000)})
        self.draw.shuffle(self.words)
        self.things = [f"{self.words[-n]} {self.words[-2 * n]} {_KINDS[n % 10]}" for n in range(1, 400)]

    def _invent(self) -> str:
        return "".join(self.draw.choices(_FIRST, k=self.draw.choice((2, 3, 3, 4))))

    def record(self, number: int, count: int) -> Record:
        """The record of one document with so many findings."""
        speakers = self._speakers(number)
        sentences = [self._sentence(speakers) for _ in range(count)]
        text = "\n\n".join(words for words, *_ in sentences)
        key = hashlib.sha256(text.encode() + str(number).encode()).hexdigest()[:16]
        spans, at = [], 0
        for words, *_ in sentences:
            spans.append((at, at + len(words)))
            at += len(words) + 2
        document = self._document(number, key, text, spans, speakers)
        claims = tuple(
            self._claim(document, span, act, owner, targets)
            for span, (_, act, owner, targets) in zip(spans, sentences, strict=True)
        )
        return Record(
            document,
            self._meeting(document, speakers) if len(speakers) > 1 else None,
            Statement(Speaker((speakers[0].code or "",)), FORUM) if len(speakers) == 1 else None,
            claims,
            Receipt(count, count, (), "made", 0.0),
            tuple(Sentence(start, end, n) for n, (start, end) in enumerate(spans)),
        )

    def _speakers(self, number: int) -> list[Concept]:
        """Each State in turn, at times two or three of them, at times a group."""
        kind = self.draw.choices(("state", "states", "group"), (80, 14, 6))[0]
        if kind == "group":
            return [self.draw.choice(self.groups)]
        first = self.states[number % len(self.states)]
        others = [one for one in self.draw.sample(self.states, 2) if one is not first]
        return [first, *others[: self.draw.choice((1, 1, 2))]] if kind == "states" else [first]

    def _sentence(self, speakers: list[Concept]) -> tuple[str, Act, Concept, tuple[str, ...]]:
        act, _, verb = self.draw.choices(ACTS, [share for _, share, _ in ACTS])[0]
        owner = self.draw.choice(speakers)
        noise = " ".join(self._noise(self.draw.randint(6, 16)))
        if act == "proposal" or (act in ("support", "objection") and self.draw.random() < 0.3):
            return f"{owner.name} {verb} a {self.draw.choice(self.things)} for {noise}.", act, owner, ()
        provision = self.draw.choice(self.provisions)
        about = self.draw.choice(provision.keywords or (provision.name,))
        return f"{owner.name} {verb} {about}, with {noise}.", act, owner, (provision.id,)

    def _noise(self, count: int) -> list[str]:
        """Words of which some are common and most are not."""
        most = len(self.words)
        return [self.words[int(most * self.draw.random() ** 3)] for _ in range(count)]

    def _document(
        self, number: int, key: str, text: str, spans: list[tuple[int, int]], speakers: list[Concept]
    ) -> Document:
        status = self.draw.choices([name for name, _ in _STATUSES], [share for _, share in _STATUSES])[0]
        draw = self.draw
        day = f"{draw.randint(2011, 2031)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        return Document(
            id=key,
            path=f"/made/{number}.txt",
            text=text,
            paragraphs=tuple(Paragraph(f"¶{n}", "paragraph", *span) for n, span in enumerate(spans, 1)),
            title=f"Statement of {', '.join(one.name for one in speakers)} ({number})",
            published=day if draw.random() < 0.97 else None,
            publisher=speakers[0].code,
            kind="communique" if len(speakers) > 1 else "statement",
            text_status=status,
        )

    @staticmethod
    def _meeting(document: Document, speakers: list[Concept]) -> Meeting:
        when = When(document.published or "2031", document.published or "2031")
        parties = tuple(one.code or "" for one in speakers)
        return Meeting(f"{' '.join(parties)} Cyber Dialogue", None, when, parties=parties, status="held")

    def _claim(
        self, document: Document, span: tuple[int, int], act: Act, owner: Concept, targets: tuple[str, ...]
    ) -> Claim:
        whole = Evidence.cut(document, *span)
        quote = Evidence.cut(document, span[0] + len(owner.name) + 1, span[1] - 1)
        element = next((one.element for one in self.provisions if one.id in targets), None)
        other = self.draw.choice(self.states).code or ""
        aimed = (f"state.{other}",) if act in ("concern", "condemnation") and self.draw.random() < 0.2 else ()
        return Claim(
            act=act,
            owners=(owner.code or "",),
            place=Place(quote, whole),
            paragraph=f"¶{document.text.count(chr(10) * 2, 0, span[0]) + 1}",
            rule=f"act:{act}:made",
            confidence=self.draw.choice((0.55, 0.8, 0.95)),
            addressees=(other,) if aimed else (),
            grade=self.draw.choice((None, 3, 4, 5)),
            element=element,  # type: ignore[arg-type]
            targets=targets + aimed,
            links=tuple(ProvisionLink(one, 0.9, "its words") for one in targets),
        )


def make_records(size: Size) -> Iterator[Record]:
    """The records, one after the other."""
    maker = _Maker(size.seed)
    for number in range(size.documents):
        count = size.claims * (number + 1) // size.documents - size.claims * number // size.documents
        yield maker.record(number, count)
