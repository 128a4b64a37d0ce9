"""Train the acts model: labelled example sentences in, `src/acquis/extractors/acts_model.json` out.

    python training/train_acts.py            train on all examples, write the weights
    python training/train_acts.py --check    five-fold check by document, weights not written

Needs scikit-learn (`pip install --group training`). One logistic regression an act over binary features, L1 for
few weights; a sentence has every act whose probability passes its threshold, so two acts are possible. Acts an
annotator listed as possible (`alt`) count neither way. All examples are written for this project.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from acquis.extractors.act_features import features, voice_kind
from acquis.extractors.act_stems import stem_act
from acquis.extractors.clause import Actor, analyse
from acquis.grammar.tokens import tokenize

HERE = Path(__file__).parent
WEIGHTS = HERE.parent / "src/acquis/extractors/acts_model.json"
ACTS = ("commitment", "call", "proposal", "support", "objection", "concern", "condemnation", "affirmation", "report", "offer", "need")
NAMES = frozenset((HERE / "invented_names.txt").read_text(encoding="utf-8").split())
_NAME = re.compile(r"[A-Z][\w]+")


@dataclass(frozen=True, slots=True)
class Example:
    """One labelled sentence with its features; `maybe` are acts that count neither way."""

    document: str
    text: str
    found: list[str]
    acts: frozenset[str]
    maybe: frozenset[str]


def load() -> list[Example]:
    """All examples, features computed as the extractor computes them."""
    examples = []
    for path in sorted((HERE / "examples").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            document = json.loads(line)
            own = _own_names(document)
            for sentence in document["sentences"]:
                examples.append(_example(document, sentence, own))
    return examples


def _own_names(document: dict[str, object]) -> frozenset[str]:
    """The first five letters of its parties' names: given, or the most frequent ones, as many as it has parties."""
    if document.get("own"):
        return frozenset(name[:5] for name in document["own"])
    counts = Counter(
        stem for s in document["sentences"] for name in _NAME.findall(s["text"]) if name in NAMES for stem in [name[:5]]
    )
    return frozenset(name for name, _ in counts.most_common(max(1, len(document["parties"]))))


def _example(document: dict[str, object], sentence: dict[str, object], own: frozenset[str]) -> Example:
    text = str(sentence["text"])
    tokens = tokenize(text)
    actors = []
    for at, (start, end) in enumerate(zip(tokens.starts, tokens.ends, strict=True)):
        word = text[start:end]
        if word in NAMES:
            actors.append(Actor(at, at, word, "self" if word[:5] in own else "other"))
    clause = analyse(text, tokens.words, tokens.starts, tokens.ends, (0, len(tokens.words)), actors)
    names = frozenset(actor.first for actor in actors)
    stem = stem_act(str(sentence.get("stem") or ""))
    kind = voice_kind(str(document["kind"]), len(document["parties"]))
    found = features(tokens.words, clause, kind=kind, stem=stem, ends_with=text.rstrip()[-1:], names=names)
    acts = frozenset("report" if act == "exchange" else act for act in sentence["acts"])
    maybe = frozenset("report" if act == "exchange" else act for act in sentence.get("alt") or ()) - acts
    return Example(str(document["id"]), text, found, acts, maybe)


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by feature and act, with the bias and threshold of each act."""

    weights: dict[str, dict[str, float]]
    bias: dict[str, float]

    def scores(self, found: list[str]) -> dict[str, float]:
        totals = dict(self.bias)
        for feature in found:
            for act, weight in self.weights.get(feature, {}).items():
                totals[act] += weight
        return totals


def train(examples: list[Example], *, strength: float, fewest: int) -> Model:
    """One logistic regression an act."""
    counts = Counter(feature for example in examples for feature in example.found)
    columns = {feature: i for i, feature in enumerate(sorted(f for f, n in counts.items() if n >= fewest))}
    weights: dict[str, dict[str, float]] = {}
    bias: dict[str, float] = {}
    for act in ACTS:
        kept = [e for e in examples if act not in e.maybe]
        rows, cols = [], []
        for row, example in enumerate(kept):
            for feature in example.found:
                if feature in columns:
                    rows.append(row)
                    cols.append(columns[feature])
        matrix = csr_matrix((np.ones(len(rows)), (rows, cols)), shape=(len(kept), len(columns)))
        wanted = np.array([act in e.acts for e in kept])
        model = LogisticRegression(solver="liblinear", l1_ratio=1.0, C=strength, max_iter=2000, random_state=0)
        model.fit(matrix, wanted)
        bias[act] = round(float(model.intercept_[0]), 3)
        for feature, column in columns.items():
            weight = round(float(model.coef_[0][column]), 3)
            if weight:
                weights.setdefault(feature, {})[act] = weight
    return Model(weights, bias)


def decide(scores: dict[str, float], *, first: float, second: float) -> list[str]:
    """The acts of a sentence: the best above `first`, another one above `second` (log-odds)."""
    ranked = sorted(scores, key=lambda act: -scores[act])
    acts = [ranked[0]] if scores[ranked[0]] > first else []
    if acts and scores[ranked[1]] > second:
        acts.append(ranked[1])
    return acts


def check(examples: list[Example], *, strength: float, fewest: int, first: float, second: float, show: bool = False) -> tuple[float, float, float]:
    """Precision, recall and F1 over five folds by document."""
    documents = sorted({e.document for e in examples})
    random.Random(1).shuffle(documents)
    hit = found = wanted = 0
    by_act: dict[str, list[int]] = {act: [0, 0, 0] for act in ACTS}
    for fold in range(5):
        out = set(documents[fold::5])
        model = train([e for e in examples if e.document not in out], strength=strength, fewest=fewest)
        for e in examples:
            if e.document in out:
                acts = decide(model.scores(e.found), first=first, second=second)
                counted = [act for act in acts if act not in e.maybe]
                hit += sum(act in e.acts for act in counted)
                found += len(counted)
                wanted += len(e.acts) if not (e.maybe & set(acts)) else sum(a in acts for a in e.acts)
                for act in ACTS:
                    by_act[act][0] += act in e.acts and act in acts
                    by_act[act][1] += act in counted
                    by_act[act][2] += act in e.acts
                if show and set(counted) != set(e.acts):
                    print(sorted(e.acts), "got", acts, "|", e.text[:170])
    for act, (h, f, w) in by_act.items():
        print(f"  {act:13} P {h / max(f, 1):.2f} R {h / max(w, 1):.2f} n {w}")
    p, r = hit / max(found, 1), hit / max(wanted, 1)
    return p, r, 2 * p * r / (p + r)


def main() -> None:
    """Train or check, as asked."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--check", action="store_true")
    ask.add_argument("--errors", action="store_true")
    ask.add_argument("--strength", type=float, default=0.6)
    ask.add_argument("--fewest", type=int, default=2)
    ask.add_argument("--first", type=float, default=-0.4)
    ask.add_argument("--second", type=float, default=0.2)
    args = ask.parse_args()
    examples = load()
    print(len(examples), "sentences")
    if args.check:
        p, r, f = check(examples, strength=args.strength, fewest=args.fewest, first=args.first, second=args.second, show=args.errors)
        print(f"P {p:.3f} R {r:.3f} F1 {f:.3f}")
        return
    model = train(examples, strength=args.strength, fewest=args.fewest)
    WEIGHTS.write_text(json.dumps({"bias": model.bias, "weights": model.weights}, sort_keys=True, separators=(",", ":"), ensure_ascii=False) + "\n", encoding="utf-8")
    print(len(model.weights), "features,", WEIGHTS.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
