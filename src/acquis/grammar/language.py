"""Which language a text is in, by script and by its commonest words."""

from __future__ import annotations

import re
from collections import Counter

_SAMPLE = 6_000
_WORD = re.compile(r"[^\W\d_]+")
_COMMON = {
    "en": "the of and to in that is for on with we our as by be are this have will it from their has which",
    "fr": "le la les des et du en une que dans pour qui est sur au par nous sont avec cette aux ont plus ces",
    "es": "el los las del y que en una por con para se es su como más al lo nos este esta son ha entre",
    "pt": "os do da em que uma para com não se dos das no na por mais ao sua seu como são às pelo nós",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es wir werden",
    "it": "il di che la per una sono con del della gli nel alla dei delle anche più come questo noi lo ha",
    "nl": "het een van en dat de voor met zijn op niet aan ook als bij wordt door zich naar wij onze",
    "id": "yang dan di untuk dengan dalam ini dari pada kami adalah tidak akan oleh telah kita sebagai",
    "tr": "ve bir bu için ile olarak da daha olan çok gibi kadar sonra her biz ancak",
    "pl": "i w z na do się że nie jest oraz dla od przez jak są o po które za ze",
}
_SETS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_SCRIPTS = (
    ("ru", "\u0400", "\u04ff"), ("ar", "\u0600", "\u06ff"), ("ja", "\u3040", "\u30ff"), ("ko", "\uac00", "\ud7af"),
    ("zh", "\u4e00", "\u9fff"), ("el", "\u0370", "\u03ff"), ("he", "\u0590", "\u05ff"), ("th", "\u0e00", "\u0e7f"),
    ("hi", "\u0900", "\u097f"),
)  # fmt: skip
_FEW_WORDS = 12


def guess_language(text: str) -> str:
    """The ISO 639-1 code of the text's language; "en" where there are too few words to tell, "und" where none fits."""
    sample = text[:_SAMPLE]
    if len(sample.encode("ascii", "ignore")) < len(sample) * 0.7:
        letters = sum(map(str.isalpha, sample)) or 1
        for language, first, last in _SCRIPTS:
            if sum(first <= char <= last for char in sample) > letters * 0.3:
                return language
    words = _WORD.findall(sample.lower())
    if len(words) < _FEW_WORDS:
        return "en"
    often = Counter(words)
    counts = {language: sum(often[word] for word in common) for language, common in _SETS.items()}
    best = max(counts, key=lambda language: (counts[language], language == "en"))
    if counts[best] < len(words) * 0.08:
        return "en" if counts["en"] >= len(words) * 0.03 else "und"
    return best
