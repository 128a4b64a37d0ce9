"""The environment in, Settings out: the only reader of environment variables."""

from __future__ import annotations

import getpass
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

VOCABULARY = "ACQUIS_VOCABULARY"
EMBEDDER = "ACQUIS_EMBEDDER"
WORKSPACE = "ACQUIS_WORKSPACE"
REVIEWER = "ACQUIS_REVIEWER"
SECRET = "ACQUIS_SECRET"
OPENID_ISSUER = "ACQUIS_OPENID_ISSUER"
OPENID_CLIENT = "ACQUIS_OPENID_CLIENT"
OPENID_SECRET = "ACQUIS_OPENID_SECRET"
DEFAULT_WORKSPACE = "acquis.db"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment asks for.

    `vocabulary` lists what texts are read with beside the package's own words: the folder of an embedding model, if
    there is one, and the user's vocabulary files, in order; `workspace` is a file or a `postgresql://`
    address; `reviewer` is the name that judgements are signed with. `secret` is what `acquis serve` signs sessions
    with; `openid_issuer`, `openid_client` and `openid_secret` are the OpenID provider where people may sign in.
    """

    vocabulary: tuple[Path, ...] = ()
    workspace: str = DEFAULT_WORKSPACE
    reviewer: str = "unnamed"
    secret: str | None = field(default=None, repr=False)
    openid_issuer: str | None = None
    openid_client: str | None = None
    openid_secret: str | None = field(default=None, repr=False)


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings of this process, or of another environment given as a mapping."""
    values = os.environ if environment is None else environment
    names = [values.get(EMBEDDER, ""), *values.get(VOCABULARY, "").split(os.pathsep)]
    return Settings(
        vocabulary=tuple(Path(name) for name in names if name),
        workspace=values.get(WORKSPACE) or DEFAULT_WORKSPACE,
        reviewer=values.get(REVIEWER) or _login(),
        secret=values.get(SECRET) or None,
        openid_issuer=values.get(OPENID_ISSUER) or None,
        openid_client=values.get(OPENID_CLIENT) or None,
        openid_secret=values.get(OPENID_SECRET) or None,
    )


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a user id without a name, as in some containers
        return "unnamed"
