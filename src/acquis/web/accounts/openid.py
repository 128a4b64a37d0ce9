"""Sign-in at an OpenID provider: authorization code with PKCE, and an ID token that is checked against its keys.

Authlib speaks the protocol (OpenID Connect Core 1.0, RFC 6749, RFC 7636, RFC 9207). Nothing is asked of the provider
but who somebody is: no token is kept.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from acquis.errors import RequestError

if TYPE_CHECKING:
    from authlib.integrations.httpx_client import OAuth2Client

_SECONDS = 10.0
_LEEWAY = 60
# Signatures with the provider's key alone: with HS256 the client's own secret would be one, "none" is none.
_ALGORITHMS = [
    "RS256",
    "RS384",
    "RS512",
    "PS256",
    "PS384",
    "PS512",
    "ES256",
    "ES384",
    "ES512",
    "Ed25519",
    "EdDSA",
]
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Flow:
    """What one sign-in began with: the browser brings it back, and only then the provider's answer counts."""

    state: str
    nonce: str
    verifier: str
    back: str


@dataclass(frozen=True, slots=True)
class Identity:
    """Who somebody is: `subject` is issuer and subject; `names` are the subject and, if it is verified, the e-mail address."""

    subject: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Provider:
    """An OpenID provider, and this workspace as its client; a client without a secret is a public one."""

    issuer: str
    client: str
    secret: str | None = None

    def __post_init__(self) -> None:
        parts = urlsplit(self.issuer)
        if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOOPBACK):
            raise RequestError(
                f"{self.issuer!r} is no issuer; expected https:// and the provider's name, as its discovery document has it"
            )

    def begin(self, redirect: str, back: str) -> tuple[str, Flow]:
        """The provider's address to send a browser to, and what its answer is held to. Raises RequestError."""
        state, nonce = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
        flow = Flow(state, nonce, secrets.token_urlsafe(48), back)
        with self._session(redirect) as session:
            told = self._discover(session)
            address, _ = session.create_authorization_url(
                told["authorization_endpoint"],
                state=flow.state,
                nonce=flow.nonce,
                code_verifier=flow.verifier,
            )
        return str(address), flow

    def finish(self, redirect: str, flow: Flow, answer: Mapping[str, str]) -> Identity:
        """Who it is that the provider sent back with an answer to this flow. Raises RequestError."""
        if not secrets.compare_digest(answer.get("state", "").encode(), flow.state.encode()):
            raise RequestError("this sign-in was not begun here, or long ago; sign in again")
        if "iss" in answer and answer["iss"] != self.issuer:
            raise RequestError("another provider answered than the one that was asked")
        if "code" not in answer:
            raise RequestError("the provider did not sign you in; try again, or ask an administrator")
        with self._session(redirect) as session:
            told = self._discover(session)
            token = _asked(
                lambda: session.fetch_token(
                    told["token_endpoint"], code=answer["code"], code_verifier=flow.verifier
                )
            )
            keys = self._fetch(session, told["jwks_uri"])
        return _asked(lambda: self._checked(token, keys, flow.nonce))

    def _session(self, redirect: str) -> OAuth2Client:
        from authlib.integrations.httpx_client import (
            OAuth2Client,
        )  # late: with its HTTP client a third of a second

        return OAuth2Client(
            self.client, self.secret, scope="openid email", redirect_uri=redirect, code_challenge_method="S256",
            timeout=_SECONDS, follow_redirects=False, trust_env=False,
        )  # fmt: skip

    def _discover(self, session: OAuth2Client) -> dict[str, str]:
        """Where the provider's endpoints are: it has to say that it is the issuer that was meant."""
        told = self._fetch(session, f"{self.issuer.rstrip('/')}/.well-known/openid-configuration")
        wanted = ("issuer", "authorization_endpoint", "token_endpoint", "jwks_uri")
        found = {name: told[name] for name in wanted if isinstance(told.get(name), str)}
        if len(found) < len(wanted) or found["issuer"] != self.issuer:
            raise RequestError(f"{self.issuer} does not describe itself as an OpenID provider of that name")
        return found

    def _fetch(self, session: OAuth2Client, address: str) -> Mapping[str, Any]:
        def fetch() -> Mapping[str, Any]:
            response = session.request("GET", address, withhold_token=True)
            response.raise_for_status()
            told = response.json()
            if not isinstance(told, dict):
                raise ValueError("no JSON object")
            return told

        return _asked(fetch)

    def _checked(self, token: Mapping[str, Any], keys: Mapping[str, Any], nonce: str) -> Identity:
        """The claims of an ID token, once signature, issuer, audience, times, nonce and access token fit."""
        from authlib.oidc.core import CodeIDToken
        from joserfc import jwt
        from joserfc.jwk import KeySet
        from joserfc.jws import JWSRegistry

        if not isinstance(token.get("id_token"), str):
            raise ValueError("no ID token")
        registry = JWSRegistry(algorithms=_ALGORITHMS, strict_check_header=False)
        signed = jwt.decode(token["id_token"], KeySet.import_key_set(dict(keys)), registry=registry)  # type: ignore[arg-type]
        wanted: Any = {
            "iss": {"essential": True, "value": self.issuer},
            "aud": {"essential": True, "value": self.client},
            "nonce": {"essential": True, "value": nonce},
        }
        params = {"nonce": nonce, "client_id": self.client, "access_token": token.get("access_token")}
        claims = CodeIDToken(signed.claims, signed.header, wanted, params)
        claims.validate(leeway=_LEEWAY)
        return _identity(self.issuer, claims)


def _identity(issuer: str, claims: Mapping[str, Any]) -> Identity:
    subject, email = str(claims["sub"]), claims.get("email")
    names = [subject]
    if isinstance(email, str) and claims.get("email_verified") is True:
        names += [email, email.lower()]
    return Identity(f"{issuer} {subject}", tuple(dict.fromkeys(names)))


def _asked(ask: Callable[[], Answer]) -> Answer:
    """What the provider answers; whatever is wrong with it is one line, for it may quote a token."""
    from authlib.common.errors import AuthlibBaseError
    from httpx2 import HTTPError
    from joserfc.errors import JoseError

    try:
        return ask()
    except (AuthlibBaseError, HTTPError, JoseError, ValueError, KeyError) as problem:
        raise RequestError(
            f"the OpenID provider's answer cannot be used ({type(problem).__name__}); try again, or ask an administrator"
        ) from problem
