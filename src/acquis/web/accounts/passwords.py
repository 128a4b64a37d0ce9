"""Passwords in, hashes out (Argon2id); a password is checked in the same time whether there is such an account or not."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from acquis.errors import RequestError

SHORTEST, LONGEST = 12, 1_000
# Each hash takes 64 MB: more at once would let strangers take the server's memory.
_AT_ONCE = 4


@dataclass(frozen=True)
class Passwords:
    """How passwords are hashed; a hash of an older setting is told by `is_old`."""

    hasher: PasswordHasher = field(default_factory=PasswordHasher)
    _turn: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(_AT_ONCE), repr=False)

    def hash(self, password: str) -> str:
        """The hash with its parameters and salt."""
        with self._turn:
            return self.hasher.hash(password)

    def fits(self, hashed: str | None, password: str) -> bool:
        """Is this the password of the hash? Of no hash it never is, and that takes as long."""
        with self._turn:
            try:
                self.hasher.verify(hashed or self._nobody, password[: LONGEST + 1])
            except (VerificationError, InvalidHashError):
                return False
        return hashed is not None

    def is_old(self, hashed: str) -> bool:
        """Would it be hashed otherwise today?"""
        return self.hasher.check_needs_rehash(hashed)

    @cached_property
    def _nobody(self) -> str:
        return self.hasher.hash("nobody's password")


def refuse_weak(password: str, name: str) -> None:
    """Raises RequestError for what is guessed at once: length is what counts (NIST SP 800-63B), no rule on signs."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise RequestError(
            f"a password has {SHORTEST} to {LONGEST} characters; several words are easy to keep"
        )
    if len(set(password)) < 4 or name.lower() in (password.lower(), password.lower()[::-1]):
        raise RequestError("this password is guessed at once; several words are easy to keep")
