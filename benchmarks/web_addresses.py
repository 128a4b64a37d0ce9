"""A workspace in, addresses of every page out: several keys of documents, States, provisions, promises and searches."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from datetime import date
from urllib.parse import quote, urlencode

from sqlalchemy import text

from acquis.analysis.ledger import Asked
from acquis.model.promise import Ledger
from acquis.model.story import Story
from acquis.vocabulary import load_vocabulary
from acquis.web.pages.dialogues import Shelf
from acquis.web.views import VIEWS
from acquis.workspace import Workspace

LONGEST = "/documents/{key} (the longest text)"
WORDS = (
    "ransomware",
    "norms",
    "capacity",
    "points of contact",
    "international law",
    "Ukraine",
    "register of needs",
)
_TODAY = date.today()
Addresses = Mapping[str, tuple[str, ...]]


def addresses_of(workspace: Workspace, seed: int, keys: int) -> Addresses:
    """For the path of every view some addresses, at most `keys` of each that has a key; the longest text apart."""
    chance = random.Random(seed)
    documents = [one.key for one in workspace.documents()]
    ledger, stories = workspace.ledger(Asked(_TODAY)), workspace.stories(as_of=_TODAY)
    drawn = chance.sample(documents, min(keys, len(documents)))
    known = {
        **_of_codes(chance, keys),
        **_of_documents(drawn),
        **_of_stories(stories, drawn),
        "/ledger": tuple(_ledgers()),
        "/ledger/{key}": tuple(f"/ledger/{key}" for key in _promises(ledger, chance, keys)),
        LONGEST: (f"/documents/{_longest(workspace)}",),
    }
    every = [(view.path, known.get(view.path) or tuple(_plain(view.path))) for view in VIEWS]
    return {path: some for path, some in (*every, (LONGEST, known[LONGEST])) if some}


def _of_codes(chance: random.Random, keys: int) -> dict[str, tuple[str, ...]]:
    vocabulary = load_vocabulary(())
    codes = sorted(one.code for one in vocabulary.of_kind("state") if one.code)
    provisions = sorted(one.id.partition(".")[2] for one in vocabulary.of_kind("provision"))
    states = ["US", "GB", "EU", *chance.sample(codes, keys)][:keys]
    return {
        "/states/{code}": tuple(f"/states/{code}" for code in states),
        "/states/{code}/survey": tuple(f"/states/{code}/survey" for code in states),
        "/framework/{provision}": tuple(
            f"/framework/{quote(one)}" for one in chance.sample(provisions, min(keys, len(provisions)))
        ),
    }


def _of_documents(keys: list[str]) -> dict[str, tuple[str, ...]]:
    return {
        "/documents/{key}": tuple(f"/documents/{key}" for key in keys),
        "/review": (
            "/review", "/review?page=2", "/review?act=commitment", "/review?what=sequels",
            *(f"/review?document={key}" for key in keys[:3]),
        ),
    }  # fmt: skip


def _of_stories(stories: tuple[Story, ...], drawn: list[str]) -> dict[str, tuple[str, ...]]:
    accounts = [
        [account.frame.key for edition in one.series.editions for account in edition.accounts]
        for one in stories
    ]
    pairs = [(some[0], some[1]) for some in accounts if len(some) > 1] or [(drawn[0], drawn[-1])]
    shelf = Shelf.of(stories)
    parties = [one.series.parties[:2] for one in stories if len(one.series.parties) > 1]
    return {
        "/dialogues/{key}": tuple(f"/dialogues/{quote(shelf.key_of(one.series))}" for one in stories[:20]),
        "/compare": ("/compare", *(f"/compare?{urlencode({'a': a, 'b': b})}" for a, b in pairs[:5])),
        "/brief": (
            "/brief",
            *(f"/brief?{urlencode({'party': a, 'counterpart': b})}" for a, b in parties[:5]),
        ),
    }


def _ledgers() -> Iterator[str]:
    yield "/ledger"
    for asked in ({"party": "US"}, {"party": "EU"}, {"status": "due"}, {"as_of": "2023"}):
        yield f"/ledger?{urlencode(asked)}"


def _promises(ledger: Ledger, chance: random.Random, keys: int) -> list[str]:
    return chance.sample([one.key for one in ledger.promises], min(keys, len(ledger.promises)))


def _longest(workspace: Workspace) -> str:
    """The document with the most characters."""
    query = text(
        "select d.key from documents d join passages p on p.document_id = d.id where d.current"
        " group by d.key order by sum(length(p.text)) desc, d.key limit 1"
    )
    with workspace.store.reading() as connection:
        return str(connection.execute(query).scalar_one())


def _plain(path: str) -> Iterator[str]:
    """The addresses of a page without a key: as it is, and with some of what its form asks."""
    if "{" in path:
        return
    yield path
    asked: Mapping[str, tuple[dict[str, str], ...]] = {
        "/search": tuple({"q": words} for words in WORDS),
        "/positions": tuple({"about": words} for words in ("norm f", "binding instrument", "ransomware")),
        "/framework": ({"element": "norms"}, {"region": "African"}, {"group": "EU"}),
        "/states": ({"region": "African"}, {"q": "land"}),
        "/needs": ({"region": "African"}, {"state": "US"}),
        "/convergence": ({"groups": "regions"}, {"about": "norms"}),
        "/proposals": ({"q": "register"}, {"by": "US"}, {"limit": "100"}),
        "/people": ({"page": "2"}, {"party": "US"}, {"q": "minister"}),
        "/dialogues": ({"q": "dialogue"},),
        "/receipts": ({"show": "all"},),
    }
    yield from (f"{path}?{urlencode(one)}" for one in asked.get(path, ()))
