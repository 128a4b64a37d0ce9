"""The table of all pages: a new page is one line here, one file under `pages`, one template."""

from __future__ import annotations

from acquis.model.account import Role
from acquis.web.page import PAPERS, View
from acquis.web.pages.about import fill_about
from acquis.web.pages.account import fill_account
from acquis.web.pages.accounts import fill_accounts
from acquis.web.pages.add import fill_add
from acquis.web.pages.audit import fill_audit
from acquis.web.pages.brief import fill_brief
from acquis.web.pages.compare import fill_compare
from acquis.web.pages.convergence import fill_convergence
from acquis.web.pages.dialogue import fill_dialogue
from acquis.web.pages.dialogues import fill_dialogues
from acquis.web.pages.document import fill_document
from acquis.web.pages.documents import fill_documents
from acquis.web.pages.false_friends import fill_false_friends
from acquis.web.pages.framework import fill_framework
from acquis.web.pages.home import fill_home
from acquis.web.pages.ledger import fill_ledger
from acquis.web.pages.lineage import fill_lineage
from acquis.web.pages.needs import fill_needs
from acquis.web.pages.people import fill_people
from acquis.web.pages.positions import fill_positions
from acquis.web.pages.proposals import fill_proposals
from acquis.web.pages.provision import fill_provision
from acquis.web.pages.receipts import fill_receipts
from acquis.web.pages.review import fill_review
from acquis.web.pages.search import fill_search
from acquis.web.pages.sign_in import fill_sign_in
from acquis.web.pages.state import fill_state
from acquis.web.pages.states import fill_states
from acquis.web.pages.survey import fill_survey

VIEWS: tuple[View, ...] = (
    View("/", fill_home, "home.html"),
    View("/documents", fill_documents, "documents.html", tabled=True),
    View("/documents/{key}", fill_document, "document.html", tabled=True),
    View("/dialogues", fill_dialogues, "dialogues.html", tabled=True),
    View("/dialogues/{key}", fill_dialogue, "dialogue.html", tabled=True),
    View("/ledger", fill_ledger, "ledger.html", tabled=True, files=("ics",)),
    View("/ledger/{key}", fill_lineage, "lineage.html", tabled=True, files=PAPERS),
    View("/framework", fill_framework, "framework.html", tabled=True),
    View("/framework/{provision}", fill_provision, "provision.html", tabled=True),
    View("/states", fill_states, "states.html", tabled=True),
    View("/states/{code}", fill_state, "state.html", tabled=True, files=PAPERS),
    View("/states/{code}/survey", fill_survey, "survey.html", files=PAPERS),
    View("/convergence", fill_convergence, "convergence.html", tabled=True, heavy=True),
    View("/convergence/false-friends", fill_false_friends, "false_friends.html", tabled=True),
    View("/positions", fill_positions, "positions.html", tabled=True, heavy=True),
    View("/needs", fill_needs, "needs.html", tabled=True),
    View("/proposals", fill_proposals, "proposals.html", tabled=True),
    View("/brief", fill_brief, "brief.html", files=PAPERS, heavy=True),
    View("/compare", fill_compare, "compare.html", tabled=True, files=PAPERS, heavy=True),
    View("/people", fill_people, "people.html", tabled=True),
    View("/receipts", fill_receipts, "receipts.html", tabled=True),
    View("/search", fill_search, "search.html", tabled=True, heavy=True),
    View("/review", fill_review, "review.html", tabled=True, role=Role.REVIEWER),
    View("/add", fill_add, "add.html", tabled=True, role=Role.EDITOR),
    View("/about", fill_about, "about.html"),
    View("/sign-in", fill_sign_in, "sign_in.html", role=None),
    View("/account", fill_account, "account.html"),
    View("/accounts", fill_accounts, "accounts.html", tabled=True, role=Role.ADMINISTRATOR),
    View("/audit", fill_audit, "audit.html", tabled=True, role=Role.ADMINISTRATOR),
)
# Who may see each page, for the links to it.
ROLES = {view.path: view.role for view in VIEWS}
# What the navigation shows, in this order: address and words.
NAVIGATION: tuple[tuple[str, str], ...] = (
    ("/", "Home"),
    ("/documents", "Documents"),
    ("/dialogues", "Dialogues"),
    ("/ledger", "Ledger"),
    ("/framework", "Framework"),
    ("/states", "States"),
    ("/convergence", "Convergence"),
    ("/positions", "Positions"),
    ("/needs", "Needs and offers"),
    ("/proposals", "Proposals"),
    ("/brief", "Brief"),
    ("/compare", "Compare"),
    ("/people", "People"),
    ("/search", "Search"),
    ("/review", "Review"),
    ("/add", "Add"),
    ("/about", "About"),
)
