"""The pages in, the description of the addresses for programs out (OpenAPI): what each JSON holds, field by field.

The schemas come from the dataclasses that the pages are, read as `plain` writes them.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import Any, Literal

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import PydanticOmit, core_schema

from acquis.model.account import Role
from acquis.model.marking import Marking
from acquis.web.page import MEDIA, View
from acquis.web.plain import shown_fields
from acquis.web.views import VIEWS

Description = dict[str, Any]
_REFERENCE = "#/components/schemas/{model}"
_PROBLEM: Mapping[str, object] = {
    "title": "Problem",
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["status", "message"],
            "properties": {"status": {"type": "integer"}, "message": {"type": "string"}},
        }
    },
}


class AsWritten(GenerateJsonSchema):
    """Schemas of what `plain` makes: labels for markings and roles, shown fields alone, and all of them always."""

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        """What people read stands for the number that orders it."""
        kind = schema["cls"]
        if issubclass(kind, (Marking, Role)):
            return {"title": kind.__name__, "type": "string", "enum": [one.label for one in kind]}
        return super().enum_schema(schema)

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """An answer has every field: what one is where nobody set it concerns no reader."""
        return self.generate_inner(schema["schema"])

    def dataclass_schema(self, schema: core_schema.DataclassSchema) -> JsonSchemaValue:
        """Without the fields that no representation shows."""
        made = super().dataclass_schema(schema)
        kind: type = schema["cls"]
        names = shown_fields(kind)
        shown = {name: value for name, value in made.get("properties", {}).items() if name in names}
        return {**made, "properties": shown, "required": list(shown)}

    def callable_schema(self, schema: core_schema.CallableSchema) -> JsonSchemaValue:
        """What a page makes its files with is no part of an answer."""
        raise PydanticOmit

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """What was asked stands in an answer with all its fields."""
        made = super().model_schema(schema)
        return {**made, "required": list(made.get("properties", {}))}


def describe(app: FastAPI) -> None:
    """Let the application describe itself; made when it is first asked for."""

    def described() -> Description:
        if app.openapi_schema is None:
            app.openapi_schema = _described(app)
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign]


def _described(app: FastAPI) -> Description:
    made = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
    pages, schemas = _schemas()
    made["components"] = {"schemas": {**schemas, "Problem": _PROBLEM}}
    for view in VIEWS:
        base = "/home" if view.path == "/" else view.path
        _say(made, f"{base}.json", {"application/json": {"schema": pages[view.path]}})
        if view.tabled:
            _say(made, f"{base}.csv", {"text/csv": {"schema": {"type": "string"}}})
        for ending in view.files:
            _say(made, f"{base}.{ending}", {MEDIA[ending].partition(";")[0]: {"schema": {"type": "string"}}})
    return made


def _schemas() -> tuple[dict[str, JsonSchemaValue], dict[str, JsonSchemaValue]]:
    """The schema of each page, by its path, and what they refer to."""
    adapters: list[tuple[str, Literal["serialization"], TypeAdapter[Any]]] = [
        (view.path, "serialization", TypeAdapter(_page_of(view))) for view in VIEWS
    ]
    found, shared = TypeAdapter.json_schemas(
        adapters,
        ref_template=_REFERENCE,
        schema_generator=AsWritten,
    )
    return {str(path): schema for (path, _), schema in found.items()}, shared["$defs"]


def _page_of(view: View) -> Any:
    return inspect.signature(view.fill, eval_str=True).return_annotation


def _say(made: Description, path: str, content: Mapping[str, object]) -> None:
    problem = {"application/json": {"schema": {"$ref": _REFERENCE.format(model="Problem")}}}
    made["paths"][path]["get"]["responses"] = {
        "200": {"description": "The page", "content": content},
        "4XX": {"description": "What is wrong, and what would be right", "content": problem},
    }
