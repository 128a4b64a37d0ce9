"""A desk in, the application out: every view as a page, as JSON and, where it is a table, as CSV."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable
from functools import partial, wraps
from http import HTTPStatus
from pathlib import Path
from typing import Any

from fastapi import Depends, FastAPI, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from acquis import __version__
from acquis.errors import AcquisError, NotKept, StoreError
from acquis.web.accounts.entrance import Entrance, permitted
from acquis.web.actions import ACTIONS, ELSEWHERE
from acquis.web.describing import describe
from acquis.web.desk import Desk
from acquis.web.guard import HEADERS, Guard
from acquis.web.page import Page, View, csv_of, file_of, json_of
from acquis.web.sessions import PERSON, TOKEN, Sessions, give
from acquis.web.templating import Templates
from acquis.web.views import VIEWS
from acquis.web.visits import Visits

STATIC = Path(__file__).parent / "static"
Next = Callable[[Request], Awaitable[Response]]


def make_app(
    entrance: Entrance | Desk, guard: Guard | None = None, *, secret: bytes | None = None
) -> FastAPI:
    """The application of one workspace: for its owner alone where it is given their desk, else for people.

    Servers that share a `secret` know one another's sessions; without one it is made, and lasts as long as the server.
    """
    entrance = Entrance(entrance) if isinstance(entrance, Desk) else entrance
    app = FastAPI(
        title="acquis", version=__version__, docs_url=None, redoc_url=None, openapi_url="/openapi.json"
    )
    templates = Templates(entrance.desk, alone=entrance.people is None)
    app.state.entrance, app.state.templates = entrance, templates
    app.state.sessions = Sessions(secret) if secret else Sessions()
    app.state.visits = Visits()
    _in_session(app)
    _guarded(app, guard or Guard())
    for view in VIEWS:
        _add(app, view, templates)
    for actions, method in ((ACTIONS, "POST"), (ELSEWHERE, "GET")):
        for action in actions:
            app.add_api_route(
                action.path,
                action.keep,
                methods=[method],
                include_in_schema=False,
                response_model=None,
                dependencies=[Depends(permitted(action.role, heavy=action.heavy))],
            )
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    _explain(app, templates)
    describe(app)
    return app


def _add(app: FastAPI, view: View, templates: Templates) -> None:
    def shown(page: Page) -> Response:
        return templates.page(view.template, page, view.path)

    base = "/home" if view.path == "/" else view.path
    forms: list[tuple[str, Callable[[Any], Response]]] = [(view.path, shown), (f"{base}.json", json_of)]
    if view.tabled:
        forms.append((f"{base}.csv", csv_of))
    forms += [(f"{base}.{ending}", partial(file_of, form=ending)) for ending in view.files]
    # What has an ending is tried before the key that could hold it.
    for path, answer in reversed(forms):
        app.add_api_route(
            path,
            _answering(view.fill, answer),
            methods=["GET"],
            name=f"{view.template.removesuffix('.html')} {path.rpartition('.')[2] if '.' in path else 'html'}",
            include_in_schema=path != view.path,
            response_model=None,
            dependencies=[Depends(permitted(view.role, heavy=view.heavy or path.endswith(view.files)))],
        )


def _answering(fill: Callable[..., Page], answer: Callable[[Any], Response]) -> Callable[..., Response]:
    """A function with the parameters of a view that gives an answer of one form."""

    @wraps(fill)
    def call(*arguments: Any, **options: Any) -> Response:
        return answer(fill(*arguments, **options))

    call.__signature__ = inspect.signature(fill, eval_str=True)  # type: ignore[attr-defined]
    return call


def _in_session(app: FastAPI) -> None:
    """Who is answered has a session; the forms of the page that is made for them carry its token."""

    @app.middleware("http")
    async def in_session(request: Request, following: Next) -> Response:
        sessions: Sessions = request.app.state.sessions
        session = request.state.session = sessions.of(request)
        TOKEN.set(sessions.token(session))
        entrance: Entrance = request.app.state.entrance
        desk = request.state.desk = await run_in_threadpool(entrance.desk_of, session)
        PERSON.set(desk.person if desk else None)
        response = entrance.refusal(request) or await following(request)
        give(request, response, session)
        return response


def _guarded(app: FastAPI, guard: Guard) -> None:
    @app.middleware("http")
    async def guarded(request: Request, following: Next) -> Response:
        refusal = guard.refusal(request.method, request.headers)
        if refusal is None:
            response = await following(request)
        else:
            response = Response(refusal, HTTPStatus.FORBIDDEN, media_type="text/plain")
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if request.url.scheme == "https":
            response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
        if request.url.path.startswith("/static/"):
            response.headers["Cache-Control"] = "public, max-age=3600"
        return response


def _explain(app: FastAPI, templates: Templates) -> None:
    """Errors as pages, or as JSON where JSON was asked for: what went wrong, and what would be right."""

    def explained(request: Request, status: int, words: str) -> Response:
        if request.url.path.endswith((".json", ".csv")):
            return json_of_problem(status, words)
        return templates.problem(status, words)

    @app.exception_handler(AcquisError)
    def ours(request: Request, problem: AcquisError) -> Response:
        status = 404 if isinstance(problem, NotKept) else 503 if isinstance(problem, StoreError) else 400
        return explained(request, status, str(problem))

    @app.exception_handler(HTTPException)
    def theirs(request: Request, problem: HTTPException) -> Response:
        words = "no page is at this address" if problem.status_code == 404 else str(problem.detail)
        answer = explained(request, problem.status_code, words)
        answer.headers.update(problem.headers or {})
        return answer

    @app.exception_handler(RequestValidationError)
    def mistyped(request: Request, problem: RequestValidationError) -> Response:
        first = problem.errors()[0]
        return explained(request, 400, f"{first['loc'][-1]}: {first['msg']}")


def json_of_problem(status: int, words: str) -> Response:
    """An error for programs."""
    from acquis.web.plain import to_json

    return Response(
        to_json({"error": {"status": status, "message": words}}), status, media_type="application/json"
    )
