"""A form that was sent in, its fields out: of bounded size, and from a page of ours."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Annotated

from fastapi import Depends, Request
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException

MOST_FILES = 100
MOST_FIELDS = 500
_LONGEST_FIELD = 200_000
OLD = "this form is from before the server was started, or of another session: go back, load the page again, and repeat"


def posted(most: int) -> Callable[[Request], Awaitable[FormData]]:
    """What reads forms of at most so many bytes; raises HTTPException 403, 411 or 413."""

    async def read(request: Request) -> FormData:
        _refuse_large(request.headers.get("content-length", ""), most)
        form = await request.form(max_files=MOST_FILES, max_fields=MOST_FIELDS, max_part_size=_LONGEST_FIELD)
        if not request.app.state.sessions.proves(request.state.session, form.get("token")):
            await form.close()
            raise HTTPException(HTTPStatus.FORBIDDEN, OLD)
        return form

    return read


def _refuse_large(declared: str, most: int) -> None:
    """The server that carries us cuts off what is longer than it declares."""
    if not declared.isdecimal():
        raise HTTPException(HTTPStatus.LENGTH_REQUIRED, "a form has to say how long it is")
    if int(declared[:20]) > most:
        raise HTTPException(
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
            f"larger than {most:,} bytes in all; send fewer files at once, or use `acquis add`",
        )


def words_of(form: FormData, name: str) -> str:
    """What was typed in a field, "" where it is missing or a file."""
    value = form.get(name)
    return value.strip() if isinstance(value, str) else ""


def back_to(words: str, otherwise: str) -> str:
    """A page of ours to go to after a form: never an address of elsewhere."""
    local = words.startswith("/") and not words.startswith(("//", "/\\")) and words.isprintable()
    return words if local and len(words) <= 2_000 and "\\" not in words else otherwise


ShortForm = Annotated[FormData, Depends(posted(1_000_000))]
