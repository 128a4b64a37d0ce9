"""Train the acts model: labelled example sentences in, `src/acquis/extractors/acts_model.json` out.

    python training/train_acts.py            train on all examples, write the weights
    python training/train_acts.py --check    five-fold check by document, weights not written

Needs scikit-learn (`pip install --group training`). Multinomial logistic regression over binary features; what
rules settle (extractors/act_rules.py) the model is not asked. Acts an annotator listed as possible (`alt`) count
neither way, and a sentence without act but with possible ones is left out. All examples are written for this project.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import NotRequired, TypedDict

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from acquis.extractors.act_features import features, voice_kind
from acquis.extractors.act_stems import stem_act
from acquis.extractors.acts import NONE, Shape, decide
from acquis.extractors.clause import Clause, analyse
from acquis.extractors.material import prepare
from acquis.extractors.owners import actors_of
from acquis.extractors.subjects import Actor
from acquis.grammar.tokens import Tokens
from acquis.readers import read_document_text
from acquis.reading import KINDS
from acquis.vocabulary.lexicon import lexicon_of
from acquis.vocabulary.loader import load_vocabulary

HERE = Path(__file__).parent
WEIGHTS = HERE.parent / "src/acquis/extractors/acts_model.json"
ACTS = (
    "commitment",
    "call",
    "proposal",
    "support",
    "objection",
    "concern",
    "condemnation",
    "affirmation",
    "report",
    "offer",
    "need",
)
# Strength and weights of words were compared by --check, on the development corpus and on other annotated texts.
STRENGTH, FEWEST, SMALLEST, UNSURE = 0.3, 2, 0.06, 0.7
NAMES = frozenset((HERE / "invented_names.txt").read_text(encoding="utf-8").split())
VOCABULARY, LEXICON = load_vocabulary(), lexicon_of((), KINDS)
_NAME = re.compile(r"[A-Z][\w]+")


class Sentence(TypedDict):
    """A labelled sentence of the example files; `alt` may be missing."""

    text: str
    acts: list[str]
    stem: str | None
    alt: NotRequired[list[str]]


class Labelled(TypedDict):
    """A labelled document of the example files; `own` names its parties where frequency would mislead."""

    id: str
    kind: str
    parties: list[str]
    sentences: list[Sentence]
    own: NotRequired[list[str]]


@dataclass(frozen=True, slots=True)
class Example:
    """One labelled sentence with its features and clause; `maybe` are acts that count neither way."""

    document: str
    text: str
    found: list[str]
    acts: frozenset[str]
    maybe: frozenset[str]
    clause: Clause
    words: list[str]
    stem: str
    voice: str


def load() -> list[Example]:
    """All examples, features computed as the extractor computes them."""
    examples = []
    for path in sorted((HERE / "examples").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            document: Labelled = json.loads(line)
            own = _own_names(document)
            for sentence in document["sentences"]:
                examples.append(_example(document, sentence, own))
    return examples


def _own_names(document: Labelled) -> frozenset[str]:
    """The first five letters of its parties' names: given, or the most frequent ones, as many as it has parties."""
    if document.get("own"):
        return frozenset(name[:5] for name in document["own"])
    counts = Counter(
        stem
        for s in document["sentences"]
        for name in _NAME.findall(s["text"])
        if name in NAMES
        for stem in [name[:5]]
    )
    return frozenset(name for name, _ in counts.most_common(max(1, len(document["parties"]))))


def _example(document: Labelled, sentence: Sentence, own: frozenset[str]) -> Example:
    text = str(sentence["text"])
    material = prepare(read_document_text(text, path=str(document["id"])), VOCABULARY, LEXICON)
    tokens = material.tokens
    invented = _invented(tokens, own)
    taken = {actor.first for actor in invented}
    named = actors_of(material, (0, len(material.document.text)), frozenset())
    actors = sorted([*invented, *(actor for actor in named if actor.first not in taken)])
    clause = analyse(tokens, (0, len(tokens.words)), actors)
    names = frozenset(at for actor in actors if actor.code for at in range(actor.first, actor.last + 1))
    stem = stem_act(str(sentence.get("stem") or ""))
    kind = voice_kind(str(document["kind"]), len(document["parties"]))
    told = features(tokens.words, clause, kind=kind, stem=stem, ends_with=text.rstrip()[-1:], names=names)
    found = list(dict.fromkeys(told))
    acts = frozenset("report" if act == "exchange" else act for act in sentence["acts"])
    maybe = frozenset("report" if act == "exchange" else act for act in sentence.get("alt") or ()) - acts
    return Example(str(document["id"]), text, found, acts, maybe, clause, tokens.words, stem, kind)


def _invented(tokens: Tokens, own: frozenset[str]) -> list[Actor]:
    """The invented States of a sentence, which no vocabulary holds."""
    actors = []
    for at, (start, end) in enumerate(zip(tokens.starts, tokens.ends, strict=True)):
        word = tokens.text[start:end]
        if word in NAMES:
            actors.append(Actor(at, at, word, "self" if word[:5] in own else "other"))
    return actors


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by feature and act ("none" is one of them), and the bias of each act."""

    weights: dict[str, dict[str, float]]
    bias: dict[str, float]

    def totals(self, found: list[str]) -> dict[str, float]:
        """The log-odds of every act for a sentence with these features."""
        totals = dict(self.bias)
        for feature in found:
            for act, weight in self.weights.get(feature, {}).items():
                totals[act] += weight
        return totals


def train(examples: list[Example], *, strength: float) -> Model:
    """Multinomial logistic regression; a sentence with two acts counts half for each."""
    counts = Counter(feature for example in examples for feature in example.found)
    columns = {feature: i for i, feature in enumerate(sorted(f for f, n in counts.items() if n >= FEWEST))}
    rows: list[int] = []
    cols: list[int] = []
    labels: list[str] = []
    shares: list[float] = []
    for example in examples:
        wanted = sorted(example.acts) or ([] if example.maybe else [NONE])
        for label in wanted:
            places = [columns[feature] for feature in example.found if feature in columns]
            rows += [len(labels)] * len(places)
            cols += places
            labels.append(label)
            shares.append((UNSURE if example.maybe else 1.0) / len(wanted))
    matrix = csr_matrix((np.ones(len(cols)), (rows, cols)), shape=(len(labels), len(columns)))
    model = LogisticRegression(C=strength, max_iter=400).fit(matrix, labels, sample_weight=shares)
    bias = {str(act): round(float(b), 3) for act, b in zip(model.classes_, model.intercept_, strict=True)}
    weights: dict[str, dict[str, float]] = {}
    for feature, column in columns.items():
        for place, act in enumerate(model.classes_):
            weight = round(float(model.coef_[place][column]), 3)
            if abs(weight) >= SMALLEST:
                weights.setdefault(feature, {})[str(act)] = weight
    return Model(weights, bias)


def acts_of(model: Model, example: Example) -> list[str]:
    """The acts that rules and model together give a sentence, talks counted as reports."""
    if example.stem == "commitment":
        return ["commitment"]
    mark = example.text.rstrip()[-1:]
    found = decide(
        lambda: model.totals(example.found),
        example.clause,
        example.words,
        voice=example.voice,
        shape=Shape(example.stem, mark, bool(example.stem)),
    )
    return ["report" if act.act == "exchange" else act.act for act in found]


def check(examples: list[Example], *, strength: float, show: bool) -> None:
    """Precision, recall and F1 over five folds by document, by act and in all."""
    documents = sorted({e.document for e in examples})
    random.Random(1).shuffle(documents)
    tally = {act: [0, 0, 0] for act in (*ACTS, "all")}
    for fold in range(5):
        out = set(documents[fold::5])
        model = train([e for e in examples if e.document not in out], strength=strength)
        for example in (e for e in examples if e.document in out):
            acts = set(acts_of(model, example))
            doubtful = bool(example.maybe & acts)
            counted = acts - example.maybe
            wanted = example.acts & acts if doubtful else example.acts
            for name, hit, found, want in [
                *((act, act in example.acts and act in acts, act in counted, act in wanted) for act in ACTS),
                ("all", len(counted & example.acts), len(counted), len(wanted)),
            ]:
                tally[name] = [a + b for a, b in zip(tally[name], (hit, found, want), strict=True)]
            if show and counted != example.acts and not doubtful:
                print(sorted(example.acts), "got", sorted(acts), "|", example.text[:170])
    for act, (hit, found, want) in tally.items():
        p, r = hit / max(found, 1), hit / max(want, 1)
        print(f"{act:13} P {p:.3f} R {r:.3f} F1 {2 * p * r / max(p + r, 1e-9):.3f} n {want}")


def main() -> None:
    """Train or check, as asked."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--check", action="store_true", help="five folds by document; no weights written")
    ask.add_argument("--errors", action="store_true", help="with --check: print the sentences that differ")
    ask.add_argument("--strength", type=float, default=STRENGTH, help="inverse of the L2 penalty")
    args = ask.parse_args()
    examples = load()
    print(len(examples), "sentences")
    if args.check:
        check(examples, strength=args.strength, show=args.errors)
        return
    model = train(examples, strength=args.strength)
    rows = {"bias": model.bias, "weights": model.weights}
    WEIGHTS.write_text(
        json.dumps(rows, sort_keys=True, separators=(",", ":"), ensure_ascii=False) + "\n", encoding="utf-8"
    )
    print(len(model.weights), "features,", WEIGHTS.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
