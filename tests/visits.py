"""One person at one browser, and what their pages complain of."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import ConsoleMessage, Page

AXE = Path(__file__).parent / "web" / "vendor" / "axe.min.js"
_SERIOUS = """async () => (await axe.run()).violations
  .filter(one => ["serious", "critical"].includes(one.impact))
  .map(one => `${one.id}: ${one.nodes[0].html}`)"""


class Visit:
    """A page of a browser; `complaints` are errors of scripts, of the policy and of the console.

    What the browser itself says of an `expected` status, which a test asks for, is no fault of the page.
    """

    def __init__(self, page: Page, expected: str) -> None:
        self.page = page
        self.complaints: list[str] = []
        self._expected = expected
        page.on("console", self._heard)
        page.on("pageerror", lambda problem: self.complaints.append(str(problem)))

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and self._expected not in message.text:
            self.complaints.append(message.text)


def serious(page: Page) -> list[str]:
    """What axe-core finds on a page that is serious or critical."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(_SERIOUS)
    return found
