"""Which language a text is in."""

from __future__ import annotations

import pytest

from acquis.grammar.language import guess_language

TEXTS = {
    "en": "The two delegations met in the capital and agreed that they will hold talks on the safety of ports.",
    "fr": "Les deux délégations se sont réunies dans la capitale et ont parlé de la sécurité des ports avec nous.",
    "es": "Las dos delegaciones se reunieron en la capital y hablaron de la seguridad de los puertos con el país.",
    "pt": "As duas delegações não se reuniram na capital, mas falaram da segurança dos portos com uma empresa.",
    "de": "Die zwei Delegationen haben sich in der Stadt getroffen und über die Sicherheit von Häfen gesprochen.",
    "ru": "Две делегации встретились в столице и говорили о безопасности портов и сетей.",
    "ja": "両国の代表団は首都で会い、港の安全について話し合いました。",
    "ar": "التقى الوفدان في العاصمة وتحدثا عن أمن الموانئ والشبكات.",
    "ko": "두 대표단은 수도에서 만나 항구의 안전에 대해 이야기했습니다.",
}


@pytest.mark.parametrize(("language", "text"), TEXTS.items(), ids=TEXTS)
def test_a_language_is_known_by_its_common_words_or_script(language: str, text: str) -> None:
    """A sentence or two is enough."""
    assert guess_language(text) == language


@pytest.mark.parametrize("text", ["", "Aldoria", "12 34 56", "Réunion à Calder"])
def test_few_words_count_as_english(text: str) -> None:
    """Where there is too little to tell, the text is read."""
    assert guess_language(text) == "en"


def test_no_known_language_is_undetermined() -> None:
    """Words of none of the languages are not taken for English."""
    assert guess_language("zorvik belmar tushan orvelt " * 5) == "und"
