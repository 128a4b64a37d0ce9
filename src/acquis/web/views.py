"""The table of all pages: a new page is one line here, one file under `pages`, one template."""

from __future__ import annotations

from acquis.web.page import View
from acquis.web.pages.about import fill_about
from acquis.web.pages.dialogue import fill_dialogue
from acquis.web.pages.dialogues import fill_dialogues
from acquis.web.pages.document import fill_document
from acquis.web.pages.documents import fill_documents
from acquis.web.pages.home import fill_home
from acquis.web.pages.ledger import fill_ledger
from acquis.web.pages.search import fill_search

VIEWS: tuple[View, ...] = (
    View("/", fill_home, "home.html"),
    View("/documents", fill_documents, "documents.html", tabled=True),
    View("/documents/{key}", fill_document, "document.html", tabled=True),
    View("/dialogues", fill_dialogues, "dialogues.html", tabled=True),
    View("/dialogues/{key}", fill_dialogue, "dialogue.html", tabled=True),
    View("/ledger", fill_ledger, "ledger.html", tabled=True),
    View("/search", fill_search, "search.html", tabled=True),
    View("/about", fill_about, "about.html"),
)
# What the navigation shows, in this order: address and words.
NAVIGATION: tuple[tuple[str, str], ...] = (
    ("/", "Home"),
    ("/documents", "Documents"),
    ("/dialogues", "Dialogues"),
    ("/ledger", "Ledger"),
    ("/search", "Search"),
    ("/about", "About"),
)
