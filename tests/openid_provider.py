"""A small OpenID provider on this machine: discovery, keys, authorization code with PKCE, signed ID tokens.

It holds clients to the protocol: a code counts once, for its redirect address, client, secret and verifier.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import uvicorn
from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

from acquis.web.sockets import listen

CLIENT, SECRET = "acquis", "the secret of the client"
Claims = dict[str, Any]


@dataclass
class TestProvider:
    """Whoever comes is `person`, signed in at once; `spoil` changes the claims of an ID token before it is signed."""

    __test__ = False

    issuer: str
    person: Claims = field(
        default_factory=lambda: {"sub": "0001", "email": "ana@mfa.example", "email_verified": True}
    )
    spoil: Callable[[Claims], Claims] = lambda claims: claims
    algorithm: str = "RS256"
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "one"}))
    stranger: RSAKey | None = None
    asked: dict[str, dict[str, str]] = field(default_factory=dict)

    def sign(self, claims: Claims) -> str:
        """The ID token: with the provider's key, or as `algorithm` and `stranger` have it."""
        if self.algorithm == "HS256":
            return jwt.encode({"alg": "HS256", "kid": "one"}, claims, OctKey.import_key(SECRET))
        return jwt.encode({"alg": "RS256", "kid": "one"}, claims, self.stranger or self.key)

    def authorize(self, request: Request) -> Response:
        """Give out a code for what was asked, and send the browser back."""
        asked = dict(request.query_params)
        assert asked["response_type"] == "code"
        assert asked["client_id"] == CLIENT
        assert asked["code_challenge_method"] == "S256"
        assert {"openid"} <= set(asked["scope"].split())
        code = secrets.token_urlsafe(16)
        self.asked[code] = asked
        back = {"code": code, "state": asked["state"], "iss": self.issuer}
        return RedirectResponse(f"{asked['redirect_uri']}?{urlencode(back)}", 302)

    async def token(self, request: Request) -> Response:
        """An ID token for a code."""
        form = await request.form()
        asked = self.asked.pop(str(form.get("code")), None)
        digest = hashlib.sha256(str(form.get("code_verifier")).encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        basic = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        known = request.headers.get("authorization") == f"Basic {basic}"
        if (
            asked is None
            or not known
            or asked["code_challenge"] != challenge
            or asked["redirect_uri"] != form.get("redirect_uri")
        ):
            return JSONResponse({"error": "invalid_grant"}, 400)
        now = int(time.time())
        claims = {
            "iss": self.issuer,
            "aud": CLIENT,
            "iat": now,
            "exp": now + 300,
            "nonce": asked["nonce"],
            **self.person,
        }
        token = {"access_token": "opaque", "token_type": "Bearer", "id_token": self.sign(self.spoil(claims))}
        return JSONResponse(token)

    def describe(self) -> Response:
        """The discovery document."""
        ends = {f"{name}_endpoint": f"{self.issuer}/{name}" for name in ("authorization", "token")}
        return JSONResponse({"issuer": self.issuer, "jwks_uri": f"{self.issuer}/keys", **ends})

    def keys(self) -> Response:
        """The public keys."""
        return JSONResponse({"keys": [self.key.as_dict(private=False)]})


@contextmanager
def provider() -> Iterator[TestProvider]:
    """One that answers at a free port of this machine."""
    socket = listen(0)
    made = TestProvider(f"http://127.0.0.1:{socket.getsockname()[1]}")
    app = FastAPI()
    app.add_api_route("/.well-known/openid-configuration", made.describe)
    app.add_api_route("/keys", made.keys)
    app.add_api_route("/authorization", made.authorize)
    app.add_api_route("/token", made.token, methods=["POST"])
    server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]})
    thread.start()
    try:
        while not server.started:
            time.sleep(0.01)
        yield made
    finally:
        server.should_exit = True
        thread.join(timeout=20)
        socket.close()
