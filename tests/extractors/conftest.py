"""Texts of invented States, prepared for the extractors."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from acquis.extractors.material import Material, prepare
from acquis.readers import read_document_text
from acquis.reading import KINDS
from acquis.vocabulary.lexicon import lexicon_of
from acquis.vocabulary.loader import load_vocabulary

Prepare = Callable[[str], Material]

_STATES = """
kind: state
entries:
  - {id: state.XC, name: Aldoria, names: [Republic of Aldoria], code: XC, adjectives: [Aldorian], codes_in_titles: [ALD], member: true}
  - {id: state.XD, name: Brevania, names: [Kingdom of Brevania], code: XD, adjectives: [Brevanian], codes_in_titles: [BRV], member: true}
  - {id: state.XE, name: Cortavia, code: XE, adjectives: [Cortavian], codes_in_titles: [CTV], member: true}
  - {id: state.XF, name: Dunmere, code: XF, adjectives: [Dunmerese], codes_in_titles: [DNM], member: true}
  - {id: state.XG, name: Estmark, code: XG, adjectives: [Estmarkish], codes_in_titles: [ESM], member: true}
  - {id: state.XH, name: Farland, code: XH, adjectives: [Farlandic], codes_in_titles: [FAR], member: true}
---
kind: group
entries:
  - id: group.HARBOUR
    code: HARBOUR
    name: Harbour States
    speaks_as_one: true
    members: [{state: XC}, {state: XD}, {state: XE}]
---
kind: institution
entries:
  - {id: institution.xc.mfa, name: Aldorian Foreign Office, side: XC}
"""


@pytest.fixture
def prepared(tmp_path: Path) -> Prepare:
    """A text as the extractors get it, with the invented States among the vocabulary."""
    extra = (tmp_path / "invented.yaml",)
    extra[0].write_text(_STATES, encoding="utf-8")

    def call(text: str) -> Material:
        document = read_document_text(text, path="text.md")
        return prepare(document, load_vocabulary(extra), lexicon_of(extra, KINDS))

    return call
