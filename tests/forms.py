"""What tests of forms share: the token of a page, forms as a browser sends them, a server in a process of its own."""

from __future__ import annotations

import os
import re
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx2
from fastapi.testclient import TestClient
from selectolax.lexbor import LexborHTMLParser, LexborNode

Browser = TestClient | httpx2.Client


def token(client: Browser) -> str:
    """The token that the forms of this browser carry; its session begins where it had none."""
    found = re.search(r'name="token" value="(\w+)"', client.get("/add").text)
    assert found is not None
    return found[1]


def form_of(page: str, selector: str) -> dict[str, str]:
    """The fields of a form as a browser would send them without a change."""
    form = LexborHTMLParser(page).css_first(selector)
    assert form is not None, selector
    return {name: value for one in form.css("input, select, textarea") for name, value in _field(one)}


def _field(one: LexborNode) -> Iterator[tuple[str, str]]:
    attributes = one.attributes
    name = attributes.get("name")
    if not name or attributes.get("type") in ("checkbox", "file"):
        return
    if one.tag == "textarea":
        yield name, one.text()
    elif one.tag == "select":
        options = one.css("option")
        chosen = next((option for option in options if "selected" in option.attributes), options[0])
        yield name, chosen.attributes.get("value") or ("" if "value" in chosen.attributes else chosen.text())
    else:
        yield name, attributes.get("value") or ""


def answer(client: Browser, key: str, verdict: str, **fields: str) -> httpx2.Response:
    """An answer to a finding as its review page asks for it now."""
    page = client.get(f"/review?key={key}")
    shown = form_of(page.text, ".correct" if verdict == "correct" else f"#{verdict}")
    sent = {**shown, "verdict": verdict, **fields}
    return client.post("/review/answer", data=sent, follow_redirects=False)


@contextmanager
def serving(
    command: Sequence[str], workspace: str, vocabulary: Sequence[Path] = (), *, by: str = "Desk"
) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A real server at a free port of this machine: its address and its process."""
    names = os.pathsep.join(map(str, vocabulary))
    environment: Mapping[str, str] = {**os.environ, "ACQUIS_VOCABULARY": names, "ACQUIS_REVIEWER": by}
    process = subprocess.Popen(
        [*command, "serve", "--workspace", workspace], stdout=subprocess.PIPE, text=True, env=environment
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+", line)
        assert found is not None, line
        yield found[0], process
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
