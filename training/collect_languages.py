"""The official languages of States, out of Unicode CLDR as Babel holds it: writes analysis/levelling/languages.json.

Usage: collect_languages.py. Needs Babel (`pip install babel`), which acquis itself does not. A language counts where
CLDR calls it official or official in fact for the whole territory; regional ones do not.
"""

from __future__ import annotations

import json
from importlib import import_module

from acquis.analysis.levelling.languages import FILE
from acquis.vocabulary import load_vocabulary

_OFFICIAL = ("official", "de_facto_official")


def main() -> None:
    """Collect and write."""
    spoken = import_module("babel.core").get_global("territory_languages")
    version = import_module("babel").__version__
    languages = {
        one.code: " ".join(sorted({key.partition("_")[0] for key, told in spoken.get(one.code, {}).items() if told["official_status"] in _OFFICIAL}))
        for one in load_vocabulary().of_kind("state")
        if one.code
    }  # fmt: skip
    told = {"source": f"Unicode CLDR, territory languages, as in Babel {version}", "languages": languages}
    FILE.write_text(json.dumps(told, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
