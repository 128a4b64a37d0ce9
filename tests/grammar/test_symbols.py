"""Symbols of the United Nations and the numbers by which texts cite norms and CBMs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquis.grammar.symbols import find_document_symbol, find_symbols, read_symbol


def cited(text: str) -> list[tuple[str, str]]:
    return [(mention.symbol, mention.kind) for mention in find_symbols(text)]


@pytest.mark.parametrize(
    ("text", "symbol", "kind"),
    [
        ("A/RES/75/240", "A/RES/75/240", "resolution"),
        ("A/RES/ES-11/1", "A/RES/ES-11/1", "resolution"),
        ("A/RES/2625(XXV)", "A/RES/2625 (XXV)", "resolution"),
        ("S/RES/2341(2017)", "S/RES/2341 (2017)", "resolution"),
        ("A/HRC/RES/20/8", "A/HRC/RES/20/8", "resolution"),
        ("E/RES/2019/19", "E/RES/2019/19", "resolution"),
        ("A/DEC/78/541", "A/DEC/78/541", "decision"),
        ("(A/79/214*)", "A/79/214", "report"),
        ("A/79/214/Rev.1.", "A/79/214/Rev.1", "report"),
        ("E/CN.15/2024/2", "E/CN.15/2024/2", "report"),
        ("A/C.1/79/L.13/Rev.1", "A/C.1/79/L.13/Rev.1", "draft"),
        ("A/HRC/47/L.12", "A/HRC/47/L.12", "draft"),
        ("A/AC.291/L.15", "A/AC.291/L.15", "draft"),
        ("A/AC.290/2021/CRP.2", "A/AC.290/2021/CRP.2", "conference-room-paper"),
        ("A/AC.291/22", "A/AC.291/22", "other"),
        ("A/77/PV.12", "A/77/PV.12", "other"),
        ("S/2023/970", "S/2023/970", "other"),
        ("S/PV.9662", "S/PV.9662", "other"),
        ("S/PRST/2021/12", "S/PRST/2021/12", "other"),
    ],
)
def test_a_printed_symbol_has_a_normal_form_and_a_kind(text: str, symbol: str, kind: str) -> None:
    """The form of a symbol tells its kind; asterisks and full stops after it are no part of it."""
    assert cited(f"as set out in {text} and elsewhere") == [(symbol, kind)]


def test_the_words_before_a_symbol_tell_a_letter_from_a_report() -> None:
    """Letters have the symbols of reports: only the text says which it is."""
    assert cited("the letter dated 9 January 2015 from four States (A/69/723)") == [("A/69/723", "letter")]
    assert cited("the letter (S/2023/5) and the report of the Secretary-General (S/2023/6)") == [
        ("S/2023/5", "letter"),
        ("S/2023/6", "report"),
    ]
    assert cited("the draft resolution S/2018/341") == [("S/2018/341", "draft")]


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("resolution 70/237", ["A/RES/70/237"]),
        ("resolutions 70/237, 73/27 and 75/240", ["A/RES/70/237", "A/RES/73/27", "A/RES/75/240"]),
        ("GA Res. 64/211", ["A/RES/64/211"]),
        ("resolution 2625 (XXV)", ["A/RES/2625 (XXV)"]),
        ("Security Council resolution 2341 (2017)", ["S/RES/2341 (2017)"]),
        ("resolutions 1540 (2004) and 2341 (2017)", ["S/RES/1540 (2004)", "S/RES/2341 (2017)"]),
        ("Security Council resolution 1325.", ["S/RES/1325"]),
        ("UNSCR 2231", ["S/RES/2231"]),
        ("Human Rights Council resolution 20/8", ["A/HRC/RES/20/8"]),
        ("Economic and Social Council resolution 2019/19", ["E/RES/2019/19"]),
        ("decisions 77/512 and 78/541", ["A/DEC/77/512", "A/DEC/78/541"]),
        ("resolution 70/237 A key text", ["A/RES/70/237"]),
        ("resolution 60/251 B, which", ["A/RES/60/251B"]),
        ("another assembly's resolution 5/14", []),
        ("resolution 2231 of another body", []),
    ],
)
def test_a_cited_number_becomes_the_symbol(text: str, symbols: list[str]) -> None:
    """Resolutions and decisions cited by number get the symbol under which they are published."""
    assert [symbol for symbol, _ in cited(text)] == symbols


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("norm 13(f)", "f"),
        ("norm 13 (a)", "a"),
        ("norm f", "f"),
        ("norm (k).", "k"),
        ("norms (f) and (g)", "fg"),
        ("norms a, b and i", "abi"),
        ("norms (a) to (c) and (f)", "abcf"),
        ("norms 13(c)–(e)", "cde"),
        ("norm f - a key one", "f"),
        ("a norm a State keeps", ""),
        ("the norm I mentioned", ""),
        ("the norms a and I", ""),
        ("norms e.g. these", ""),
        ("the norm e-commerce needs", ""),
        ("norms in general", ""),
    ],
)
def test_norms_are_read_by_letter(text: str, letters: str) -> None:
    """A bare "a" or "i" after "norm" is an article or a pronoun, unless it stands in a list."""
    assert cited(text) == [(f"norm.{letter}", "norm") for letter in letters]


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("CBM 7", ["cbm.7"]),
        ("CBM #5", ["cbm.5"]),
        ("CBMs 1 and 2", ["cbm.1", "cbm.2"]),
        ("CBMs 1 to 3", ["cbm.1", "cbm.2", "cbm.3"]),
        ("CBM 1 and 2 States", ["cbm.1"]),
        ("OSCE CBM 3", ["OSCE CBM 3"]),
        ("CBM 14", ["OSCE CBM 14"]),
        ("CBM 99", []),
    ],
)
def test_cbms_of_the_united_nations_and_the_osce_are_kept_apart(text: str, symbols: list[str]) -> None:
    """There are eight global CBMs and sixteen of the OSCE: the number or the name decides."""
    assert [symbol for symbol, _ in cited(text)] == symbols


@pytest.mark.parametrize(
    "text",
    ["A/B testing", "S/he said", "24/7", "A/H1N1", "and/or", "A/S", "a resolution", "Decision No. 1202"],
)
def test_what_only_looks_like_a_symbol_is_left_alone(text: str) -> None:
    """Letters and slashes that fit no form of the United Nations are no symbol."""
    assert cited(text) == []


@pytest.mark.parametrize(
    ("words", "symbol"),
    [
        ("A/75/816", "A/75/816"),
        ("A/RES/75/240", "A/RES/75/240"),
        ("A/RES/2625(XXV)", "A/RES/2625 (XXV)"),
        ("A/AC.292/2022/CRP.1", "A/AC.292/2022/CRP.1"),
        ("S/2024/302", "S/2024/302"),
        ("A/75/816*", None),
        (" A/75/816", None),
        ("A/75/816.", None),
        ("the report A/75/816", None),
        ("A/75/816/../../secret", None),
        ("A/b.txt", None),
        ("norm f", None),
        ("resolution 70/237", None),
        ("", None),
    ],
)
def test_words_that_are_a_symbol_and_nothing_else(words: str, symbol: str | None) -> None:
    """One printed symbol in its normal form; with anything around it, or cited by number, it is none."""
    assert read_symbol(words) == symbol


def test_each_item_of_a_list_has_its_place() -> None:
    """The first item holds the word before it, the others their number alone."""
    text = "Recalling resolutions 70/237 and 73/27"
    assert [text[m.start : m.end] for m in find_symbols(text)] == ["resolutions 70/237", "73/27"]


@pytest.mark.parametrize(
    ("head", "symbol"),
    [
        ("United Nations A/76/135\nGeneral Assembly Distr.: General\n14 July 2021", "A/76/135"),
        ("A/AC.292/2024/CRP.1*\nWorking paper", "A/AC.292/2024/CRP.1"),
        ("01/10/2015 A/70/PV.22\nThe meeting was called to order", "A/70/PV.22"),
        ("Distr.: General\nA/75/816 Original: English", "A/75/816"),
        ("Statement on A/75/816\nWe welcome it", None),
        ("A/75/816 contains what was agreed\nand more", None),
        ("Remarks\nresolution 70/237", None),
        ("\n" * 1500 + "A/75/816", None),
    ],
)
def test_a_document_symbol_stands_on_a_line_of_the_head(head: str, symbol: str | None) -> None:
    """A symbol in running text is of another document."""
    assert find_document_symbol(head) == symbol


@given(
    st.lists(
        st.sampled_from(
            [
                "A/",
                "S/",
                "RES/",
                "75",
                "/",
                "(2017)",
                "norms ",
                "(a)",
                "a",
                " to ",
                ", ",
                "CBMs 1",
                "resolution ",
                "*",
            ]
        )
        | st.text(max_size=4)
    ).map("".join)
)
def test_any_text_can_be_read(text: str) -> None:
    """Places lie inside the text in its order, a second reading finds the same, and nothing raises."""
    mentions = find_symbols(text)
    find_document_symbol(text)
    assert mentions == find_symbols(text)
    assert all(0 <= mention.start < mention.end <= len(text) for mention in mentions)
    assert [mention.end for mention in mentions] == sorted(mention.end for mention in mentions)
