"""Invented prose, and passages of it changed as drafters change them: words replaced, dropped, put in, moved a little."""

from __future__ import annotations

import random

_SUBJECTS = """
    Aldoria Brevania Cassena Gavria Hestrel Lorvane Nelvia Oskaria Pellaria delegates ministries operators coastguards
    harbourmasters cartographers librarians surveyors engineers magistrates
    """.split()
_VERBS = """
    examined recorded welcomed questioned amended circulated postponed renewed financed inspected translated defended
    restored measured described compared published signed
    """.split()
_OBJECTS = """
    lighthouses archives turbines ledgers canals observatories treaties satellites registers ferries aqueducts pipelines
    laboratories orchards beacons quarries telegraphs granaries dockyards hydrophones charters protocols inventories
    """.split()
_MANNERS = (
    "patiently jointly annually quietly openly carefully formally promptly regionally provisionally".split()
)


def sentence(dice: random.Random) -> str:
    """A sentence that says nothing, of some sixteen words."""
    one, other = dice.sample(_SUBJECTS, 2)
    things = dice.sample(_OBJECTS, 4)
    first, second = dice.sample(_VERBS, 2)
    return (
        f"{one} {dice.choice(_MANNERS)} {first} the {things[0]} and {things[1]} of {other}, which had {second} "
        f"{dice.choice(_MANNERS)} its {things[2]} before the {dice.randrange(2, 900)} {things[3]} were counted."
    )


def text(dice: random.Random, sentences: int = 30) -> str:
    """Some sentences, in paragraphs of five."""
    made = [sentence(dice) for _ in range(sentences)]
    return "\n\n".join(" ".join(made[at : at + 5]) for at in range(0, sentences, 5))


def changed(words: str, share: float, dice: random.Random) -> str:
    """The words with this share of them replaced, dropped, put in or moved by up to three places."""
    row = words.split()
    for _ in range(int(len(row) * share)):
        at = dice.randrange(len(row))
        match dice.choice(("replace", "drop", "insert", "move")):
            case "replace":
                row[at] = dice.choice(_OBJECTS)
            case "drop":
                del row[at]
            case "insert":
                row.insert(at, dice.choice(_OBJECTS))
            case _:
                row.insert(max(0, at + dice.choice((-3, -2, -1, 1, 2, 3))), row.pop(at))
    return " ".join(row)
