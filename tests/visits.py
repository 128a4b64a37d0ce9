"""One person at one browser, and what their pages complain of."""

from __future__ import annotations

from playwright.sync_api import ConsoleMessage, Page


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
