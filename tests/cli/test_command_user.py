"""`acquis user` keeps accounts, and `acquis serve` reaches others only where there are some."""

from __future__ import annotations

import os
import re
import ssl
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx2
import pytest
from click.testing import Result
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from acquis.model.account import Role
from acquis.model.marking import EVERYTHING, Marking
from acquis.web.accounts.people import People
from acquis.workspace import Workspace

Run = Callable[..., Result]
TWICE = "seven herons over the lake\nseven herons over the lake\n"


@pytest.fixture
def place(tmp_path: Path) -> str:
    """An empty workspace."""
    address = str(tmp_path / "acquis.db")
    Workspace.open(address, create=True).close()
    return address


def test_an_account_from_its_first_to_its_last_day(run: Run, place: str) -> None:
    """Added, listed, changed in what is given and nothing else, given another password, removed; all of it is logged."""
    at = ("--workspace", place)
    words = ("--role", "editor", "--clearance", "amber", "--signs", "Ana Silva")
    added = run("user", "add", "Ana.Silva", *words, *at, stdin=TWICE)
    assert added.exit_code == 0, added.stderr
    assert "herons" not in added.output
    assert "ana.silva: editor, sees up to TLP:AMBER, signs as Ana Silva" in run("user", "list", *at).stdout
    assert run("user", "add", "ana.silva", "--role", "reader", "--change", *at).exit_code == 0
    assert (
        run("user", "password", "ana.silva", *at, stdin="another long one\nanother long one\n").exit_code == 0
    )
    with Workspace.open(place) as workspace:
        people = People(workspace.store)
        (one,) = people.all()
        assert (one.role, one.clearance, one.signs) == (Role.READER, Marking.AMBER, "Ana Silva")
        assert people.known("ana.silva", "another long one") == one
    assert run("user", "remove", "ana.silva", *at).exit_code == 0
    with Workspace.open(place) as workspace:
        people = People(workspace.store)
        assert people.all() == []
        done = [one.what for one in people.deeds(limit=9, viewer=EVERYTHING)]
        assert done == ["removed account", "changed password", "changed account", "added account"]


@pytest.mark.parametrize(
    ("arguments", "stdin", "words"),
    [
        (("add", "ana"), "short\nshort\n", "12 to"),
        (("add", "Ana Silva"), TWICE, "no name of an account"),
        (("add", "ben"), TWICE, "already"),
        (("add", "ana", "--signs", "BEN"), TWICE, "signs as"),
        (("add", "ana", "--openid", "ben@mfa.example"), TWICE, "OpenID provider already"),
        (("add", "ana", "--change"), None, "no account"),
        (("password", "ana"), TWICE, "no account"),
        (("remove", "ana"), None, "no account"),
    ],
)
def test_what_cannot_be_is_said_in_a_line(
    run: Run, place: str, arguments: tuple[str, ...], stdin: str | None, words: str
) -> None:
    """And nothing is kept."""
    ben = ("user", "add", "ben", "--openid", "ben@mfa.example", "--no-password", "--workspace", place)
    assert run(*ben).exit_code == 0
    refused = run("user", *arguments, "--workspace", place, stdin=stdin)
    assert refused.exit_code in (1, 2)
    assert words in refused.stderr
    with Workspace.open(place) as workspace:
        assert [one.name for one in People(workspace.store).all()] == ["ben"]


@pytest.mark.parametrize(
    "arguments",
    [("--host", "0.0.0.0"), ("--host", "::"), ("--host", "192.0.2.7"), ("--name", "acquis.example")],
)
def test_others_are_not_let_in_without_accounts(run: Run, place: str, arguments: tuple[str, ...]) -> None:
    """One line, and no port is opened."""
    refused = run("serve", *arguments, "--workspace", place)
    assert (refused.exit_code, refused.stderr.count("\n")) == (1, 1)
    assert "acquis user add" in refused.stderr


def test_settings_that_cannot_be_are_said_in_a_line(
    run: Run, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every address without a name, a short secret, a provider without a client, a certificate without its key."""
    run("user", "add", "ben", "--no-password", "--workspace", place)
    serve = ("serve", "--workspace", place)
    assert "--name" in run(*serve, "--host", "0.0.0.0").stderr
    assert "--key" in run(*serve, "--certificate", __file__).stderr
    monkeypatch.setenv("ACQUIS_SECRET", "short")
    assert "32" in run(*serve).stderr
    monkeypatch.delenv("ACQUIS_SECRET")
    monkeypatch.setenv("ACQUIS_OPENID_ISSUER", "https://id.mfa.example")
    assert "ACQUIS_OPENID_CLIENT" in run(*serve).stderr


def certify(folder: Path) -> tuple[Path, Path]:
    """A certificate of this machine for an hour, and its key."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    names = x509.SubjectAlternativeName([x509.DNSName("localhost")])
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(minutes=5))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(names, critical=False)
        .sign(key, hashes.SHA256())
    )
    certificate, secret = folder / "certificate.pem", folder / "key.pem"
    certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return certificate, secret


@contextmanager
def served(command: list[str], *arguments: str) -> Iterator[int]:
    """A server for people at a free port of every address of this machine: its port."""
    words = [*command, "serve", "--host", "0.0.0.0", *arguments]
    process = subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=os.environ
    )
    try:
        assert process.stdout is not None
        found = re.search(r"https://acquis\.example:(\d+)/", process.stdout.readline())
        assert found is not None
        yield int(found[1])
    finally:
        process.terminate()
        process.wait(timeout=20)


def test_people_are_answered_by_https_under_the_names_that_were_given(
    run: Run, acquis_command: list[str], place: str, tmp_path: Path
) -> None:
    """Other names, to which a page of elsewhere may point, read nothing; whoever has an account signs in."""
    assert run("user", "add", "ana", "--workspace", place, stdin=TWICE).exit_code == 0
    certificate, key = certify(tmp_path)
    trust = ssl.create_default_context(cafile=str(certificate))
    files = ("--certificate", str(certificate), "--key", str(key))
    with (
        served(acquis_command, "--name", "acquis.example", *files, "--workspace", place) as port,
        httpx2.Client(
            base_url=f"https://localhost:{port}", verify=trust, trust_env=False, timeout=60
        ) as client,
    ):
        for host, status in (("acquis.example", 200), ("ACQUIS.example:1", 200), ("evil.example", 403)):
            assert client.get("/sign-in", headers={"host": host}).status_code == status
        page = client.get("/sign-in")
        assert "Secure" in page.headers["set-cookie"]
        found = re.search(r'name="token" value="(\w+)"', page.text)
        assert found is not None
        fields = {"token": found[1], "name": "ana", "password": TWICE.splitlines()[0]}
        assert client.post("/sign-in", data=fields).status_code == 303
        assert client.get("/documents.json").json()["documents"] == []
