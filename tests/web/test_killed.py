"""A server that is killed: what it acknowledged is there, and another one goes on."""

from __future__ import annotations

import json
import signal
import sys
from contextlib import suppress
from pathlib import Path

import httpx2
import pytest

from acquis.web.actions import STREAM
from acquis.workspace import Workspace
from forms import answer, serving, token
from workspaces import LETTER, TALKS, add, write

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="has no SIGKILL")
MANY = 40


def test_no_acknowledged_judgement_is_lost(
    acquis_command: list[str], address: str, vocabulary: tuple[Path, ...], tmp_path: Path
) -> None:
    """Killed right after an answer: the judgement is there; a second server on the same workspace has it at once."""
    with Workspace.open(address, create=True, vocabulary=vocabulary) as workspace:
        add(workspace, write(tmp_path, "talks.md", TALKS))
        keys = [one.key for one in workspace.review_queue()]
    with serving(acquis_command, address, vocabulary) as (second, _):
        with (
            serving(acquis_command, address, vocabulary) as (first, process),
            httpx2.Client(base_url=first) as client,
        ):
            for key in keys[:2]:
                assert answer(client, key, "accept").status_code == 303
            process.send_signal(signal.SIGKILL)
            process.wait(timeout=20)
        with httpx2.Client(base_url=second) as client:
            waiting = client.get("/review.json").json()
            assert waiting["waiting"] == len(keys) - 2
            assert answer(client, keys[2], "reject").status_code == 303
    with Workspace.open(address, vocabulary=vocabulary) as workspace:
        assert workspace.verify() == []
        assert [workspace.claim(key).status for key in keys[:3]] == ["accepted", "accepted", "rejected"]


def test_no_acknowledged_document_is_lost(
    acquis_command: list[str], address: str, vocabulary: tuple[Path, ...]
) -> None:
    """Killed while it reads: each document with a receipt is there whole, and the rest can be sent again."""
    Workspace.open(address, create=True, vocabulary=vocabulary).close()
    files = [
        ("files", (f"{at}.md", f"{LETTER}\n{at}.\n".replace("X/2031/7", f"X/2031/{at}").encode()))
        for at in range(MANY)
    ]
    done: list[str] = []
    with (
        serving(acquis_command, address, vocabulary) as (base, process),
        httpx2.Client(base_url=base, timeout=60) as client,
    ):
        options = {"data": {"token": token(client)}, "files": files, "headers": {"accept": STREAM}}
        with (
            suppress(httpx2.HTTPError),  # the answer is cut off where the server was
            client.stream("POST", "/add", **options) as response,  # type: ignore[arg-type]
        ):
            for line in response.iter_lines():
                done.append(json.loads(line)["work"])
                process.kill()
        process.wait(timeout=20)
    with Workspace.open(address, vocabulary=vocabulary) as workspace:
        assert workspace.verify() == []
        assert done
        assert set(done) <= {one.work for one in workspace.documents()}
    with (
        serving(acquis_command, address, vocabulary) as (base, _),
        httpx2.Client(base_url=base, timeout=60) as client,
    ):
        again = client.post("/add", data={"token": token(client)}, files=files)
        assert again.status_code == 200
        assert len(client.get("/documents.json").json()["documents"]) == MANY
