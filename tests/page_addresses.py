"""Where the pages are, with keys of the examples where they need some."""

from __future__ import annotations

from datetime import date

from acquis.analysis.ledger import Asked
from acquis.web.page import View
from acquis.workspace import Workspace


def addresses(view: View, workspace: Workspace) -> list[str]:
    """Where a view is, once for each of its keys that the tests try."""
    if view.path == "/documents/{key}":
        return [f"/documents/{one.key}" for one in workspace.documents()[:3]]
    if view.path == "/dialogues/{key}":
        return ["/dialogues/uk-eu-cyber-dialogue", "/dialogues/india-eu-cyber-dialogue"]
    if view.path == "/ledger/{key}":
        promises = workspace.ledger(Asked(date(2026, 12, 1))).promises
        return [f"/ledger/{one.key}" for one in promises[:3]]
    if view.path == "/framework/{provision}":
        return ["/framework/norm.f", "/framework/cbm.7", "/framework/rid.stake"]
    if view.path.startswith("/states/{code}"):
        return [view.path.replace("{code}", code) for code in ("XC", "XJ", "EU", "FJ")]
    return [view.path]
