"""The data of States, places and groups: complete, well formed, and consistent with one another."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

VOCABULARY = Path(__file__).parents[2] / "src" / "acquis" / "vocabulary"

UN_MEMBERS = frozenset(
    re.findall(
        "[A-Z]{2}",
        """
    AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH
    CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN
    GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC
    LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP
    NR NZ OM PA PE PG PH PK PL PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV
    SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VC VE VN VU WS YE ZA ZM ZW
    """,
    )
)

# The groups total 193 when every member is counted once: the United States (an observer of WEOG), Israel and
# Türkiye (which also takes part in the Asia-Pacific Group) in WEOG, Kiribati by geography in Asia-Pacific.
REGION_SIZES = {"African": 54, "Asia-Pacific": 54, "Eastern-European": 23, "GRULAC": 33, "WEOG": 29}
REGIONAL_GROUPS = {
    "African": "group.AFRICAN-GROUP",
    "Asia-Pacific": "group.ASIA-PACIFIC-GROUP",
    "Eastern-European": "group.EASTERN-EUROPEAN-GROUP",
    "GRULAC": "group.GRULAC",
    "WEOG": "group.WEOG",
}
CONTRACT_CODES = re.findall(
    r"\S+",
    "EU ASEAN AU NATO OSCE OAS CARICOM PIF G7 G20 QUAD AUKUS BRICS NAM AFRICAN-GROUP ARAB-GROUP LAC-GROUP "
    "NORDICS BALTICS NORDIC-BALTIC-8 CANZ CRI FIVE-EYES",
)
KNOWN_SIZES = [
    ("ASEAN", 11),
    ("BRICS", 10),
    ("EU", 27),
    ("NATO", 32),
    ("OSCE", 57),
    ("COE", 46),
    ("OECD", 38),
]

Entry = dict[str, Any]  # what YAML gives; the loader's own tests check the types


def entries_of(file: str) -> list[Entry]:
    document = yaml.safe_load((VOCABULARY / file).read_text(encoding="utf-8"))
    entries: list[Entry] = document["entries"]
    return entries


STATES = entries_of("states.yaml")
PLACES = entries_of("places.yaml")
GROUPS = entries_of("groups.yaml")
STATE_BY_CODE = {state["code"]: state for state in STATES}
GROUP_BY_ID = {group["id"]: group for group in GROUPS}
ALL_ENTRIES = [*STATES, *PLACES, *GROUPS]


def texts_of(entry: Entry) -> list[str]:
    """Every name of an entry, the preferred one first."""
    names = [name if isinstance(name, str) else name["text"] for name in entry.get("names", [])]
    return [entry["name"], *names]


def words(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.lower()))


def members_on(group: Entry, day: str) -> set[str]:
    """The codes of the States in a group on a day."""
    return {
        one["state"] for one in group["members"] if one.get("since", "") <= day < one.get("until", "9999")
    }


def state_named(text: str) -> set[str]:
    return {state["code"] for state in STATES if text in texts_of(state)}


def test_all_members_of_the_united_nations_are_there() -> None:
    """The 193 members, no fewer and no more, are marked as members."""
    assert len(UN_MEMBERS) == 193
    assert {state["code"] for state in STATES if state["member"]} == UN_MEMBERS


def test_observers_are_no_members() -> None:
    """The Holy See and Palestine are observers; the other actors are neither member nor observer."""
    assert {state["code"] for state in STATES if state.get("observer")} == {"VA", "PS"}
    others = {state["code"] for state in STATES if not state["member"] and not state.get("observer")}
    assert others == {"CK", "NU", "XK", "TW", "HK"}


def test_regional_groups_total_the_membership() -> None:
    """Every member stands in one regional group, and the groups have their known sizes."""
    assert Counter(state["region"] for state in STATES if state["member"]) == REGION_SIZES
    assert sum(REGION_SIZES.values()) == 193


def test_states_outside_the_membership_have_no_regional_group() -> None:
    """Regional groups are counted over members only."""
    assert [state["code"] for state in STATES if not state["member"] and state.get("region")] == []


@pytest.mark.parametrize("region", sorted(REGIONAL_GROUPS))
def test_a_regional_group_has_the_states_of_its_region(region: str) -> None:
    """The two ways to ask who is in a regional group give one answer."""
    listed = {one["state"] for one in GROUP_BY_ID[REGIONAL_GROUPS[region]]["members"]}
    assert listed == {state["code"] for state in STATES if state.get("region") == region}


def test_ids_are_unique() -> None:
    """No two entries share an id."""
    counts = Counter(entry["id"] for entry in ALL_ENTRIES)
    assert [one for one, count in counts.items() if count > 1] == []


def test_the_id_of_a_state_ends_with_its_code() -> None:
    """`state.GB` has the code GB, and codes such as NO are text."""
    assert [state["id"] for state in STATES if state["id"] != f"state.{state['code']}"] == []


def test_the_id_of_a_group_ends_with_its_code() -> None:
    """The African Union alone has no code of its own in the index: AU is Australia's there."""
    assert [group["id"] for group in GROUPS if group["id"] != f"group.{group.get('code', 'AU')}"] == []
    assert {group["code"] for group in GROUPS if "code" in group}.isdisjoint(STATE_BY_CODE)


@pytest.mark.parametrize("code", CONTRACT_CODES)
def test_every_group_code_of_the_contract_is_there(code: str) -> None:
    """Codes that records print have an entry."""
    assert f"group.{code}" in GROUP_BY_ID


def test_the_country_of_a_place_exists() -> None:
    """Every place lies in an entry of the States."""
    assert [place["id"] for place in PLACES if place["country"] not in STATE_BY_CODE] == []


def test_every_state_has_a_place() -> None:
    """At least one city, as a rule the capital, is known for every State."""
    assert STATE_BY_CODE.keys() - {place["country"] for place in PLACES} == set()


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group["id"])
def test_the_members_of_a_group_exist_once(group: Entry) -> None:
    """Members are States we know, and each stands in the list once."""
    codes = [one["state"] for one in group.get("members", [])]
    assert set(codes) <= STATE_BY_CODE.keys()
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize(("code", "size"), KNOWN_SIZES)
def test_a_group_has_its_known_size(code: str, size: int) -> None:
    """The dated lists give the membership of early 2026, and `size` says the same."""
    group = GROUP_BY_ID[f"group.{code}"]
    assert len(members_on(group, "2026-01-31")) == size == group["size"]


@pytest.mark.parametrize(
    ("code", "state", "last_day_out", "first_day_in"),
    [
        ("EU", "HR", "2013-06-30", "2013-07-01"),
        ("NATO", "FI", "2023-04-03", "2023-04-04"),
        ("NATO", "SE", "2024-03-06", "2024-03-07"),
        ("ASEAN", "TL", "2025-10-25", "2025-10-26"),
    ],
)
def test_membership_begins_on_its_day(code: str, state: str, last_day_out: str, first_day_in: str) -> None:
    """Who belongs depends on the date of the text."""
    group = GROUP_BY_ID[f"group.{code}"]
    assert state not in members_on(group, last_day_out)
    assert state in members_on(group, first_day_in)


def test_membership_ends() -> None:
    """The United Kingdom was in the European Union until the end of January 2020."""
    group = GROUP_BY_ID["group.EU"]
    assert "GB" in members_on(group, "2020-01-30")
    assert "GB" not in members_on(group, "2020-02-01")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ROK", "KR"),
        ("R.O.K.", "KR"),
        ("Korea", "KR"),
        ("North Korea", "KP"),
        ("DPRK", "KP"),
        ("Turkey", "TR"),
        ("Turkiye", "TR"),
        ("Cote d'Ivoire", "CI"),
        ("Ivory Coast", "CI"),
        ("Vietnam", "VN"),
        ("Holland", "NL"),
        ("UAE", "AE"),
        ("U.S.", "US"),
        ("Swaziland", "SZ"),
        ("Macedonia", "MK"),
        ("Cape Verde", "CV"),
        ("East Timor", "TL"),
        ("Burma", "MM"),
        ("Lao PDR", "LA"),
        ("Congo", "CG"),
        ("DRC", "CD"),
        ("Iran (Islamic Republic of)", "IR"),
        ("Sao Tome and Principe", "ST"),
        ("Czech Republic", "CZ"),
    ],
)
def test_a_name_means_one_state(text: str, code: str) -> None:
    """The names that diplomats use lead to one State."""
    assert state_named(text) == {code}


@pytest.mark.parametrize("code", ["US", "UK", "UAE", "ROK", "DPRK", "PRC", "DRC", "NZ"])
def test_short_capitals_count_in_their_exact_case_only(code: str) -> None:
    """`us` is a word; `US` is a State."""
    flags = [
        name.get("exact_case", False)
        for state in STATES
        for name in state.get("names", [])
        if isinstance(name, dict) and name["text"] == code
    ]
    assert flags == [True]
    assert code not in [name for state in STATES for name in state.get("names", [])]


def test_an_entry_does_not_deny_its_own_names() -> None:
    """What an entry is called is never among what it is not."""
    denied = [
        (entry["id"], text)
        for entry in ALL_ENTRIES
        for text in entry.get("not_names", [])
        if words(text) in {words(own) for own in [*texts_of(entry), *entry.get("adjectives", [])]}
    ]
    assert denied == []


def test_what_an_actor_is_not_is_no_name_of_another() -> None:
    """Among States and groups the longer name wins by itself: denying it would hide who bears it."""
    actors = [*STATES, *GROUPS]
    taken = {words(text) for one in actors for text in [*texts_of(one), *one.get("adjectives", [])]}
    assert [text for one in actors for text in one.get("not_names", []) if words(text) in taken] == []


def test_states_share_only_two_adjectives_and_no_name() -> None:
    """Congolese and Dominican each belong to two States; everything else is settled by the word alone."""
    owners: dict[str, set[str]] = {}
    for state in STATES:
        for text in [*texts_of(state), *state.get("adjectives", [])]:
            owners.setdefault(text.lower(), set()).add(state["code"])
    assert {text for text, codes in owners.items() if len(codes) > 1} == {"congolese", "dominican"}


def test_codes_for_titles_are_unique() -> None:
    """A code in a title or a source line means one State."""
    counts = Counter(code for state in STATES for code in state["codes_in_titles"])
    assert [code for code, count in counts.items() if count > 1] == []
    assert all(re.fullmatch("[A-Z]{2,3}", code) for code in counts)
