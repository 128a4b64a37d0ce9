"""The container of a DOCX file: what it is, whether it is safe to inflate, and its XML parts.

With docx.py the home of python-docx; nothing else opens Office files.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from acquis.errors import UnreadableSource
from acquis.readers.content import Content

if TYPE_CHECKING:
    from docx.opc.part import Part
    from docx.oxml.xmlchemy import BaseOxmlElement

_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DOCUMENT = "word/document.xml"
_MOST_MEMBERS = 5_000
_MOST_BYTES, _MOST_XML = 256_000_000, 64_000_000
# Plain XML shrinks to a tenth or a twentieth; what shrinks a thousandfold is made to burst.
_MOST_RATIO, _SMALL_ENOUGH = 250, 4_000_000
_RIGHT = "expected DOCX, HTML, Markdown or text"


@dataclass(frozen=True, slots=True)
class WordParts:
    """The XML of a DOCX file: its text, and the parts that its text refers to; None where there is none."""

    document: BaseOxmlElement
    styles: BaseOxmlElement | None
    numbering: BaseOxmlElement | None
    footnotes: BaseOxmlElement | None
    endnotes: BaseOxmlElement | None
    title: str


def open_parts(content: Content) -> WordParts:
    """The parts of a DOCX file; raises UnreadableSource: `binary`, `encrypted`, `damaged` or `too-large`."""
    _check_container(content)
    try:
        return _parts(content.data)
    except Exception as problem:  # hostile parts raise anything inside the library: all of it means one thing
        message = f"this DOCX file is damaged ({type(problem).__name__}); open it in Word and save it again"
        raise UnreadableSource(content.path, "damaged", message) from problem


def _check_container(content: Content) -> None:
    if content.data.startswith(_OLE):
        if _ENCRYPTED in content.data:
            message = "this Office file is locked with a password; save it without one"
            raise UnreadableSource(content.path, "encrypted", message)
        message = "this is an old Office file (.doc); save it as DOCX or PDF"
        raise UnreadableSource(content.path, "binary", message)
    try:
        with zipfile.ZipFile(io.BytesIO(content.data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as problem:
        message = f"this is a zip container that is damaged ({problem}); {_RIGHT}"
        raise UnreadableSource(content.path, "damaged", message) from problem
    _check_members(content, members)


def _check_members(content: Content, members: list[zipfile.ZipInfo]) -> None:
    """Refuse what is no DOCX and what is made to burst, by the central directory.

    A directory that lies gains nothing: `zipfile` inflates no more of a member than the directory declares.
    """
    if _DOCUMENT not in {member.filename for member in members}:
        message = f"this is a zip container that is no DOCX; {_RIGHT}"
        raise UnreadableSource(content.path, "binary", message)
    if any(member.flag_bits & 1 for member in members):
        message = "this DOCX file is locked with a password; save it without one"
        raise UnreadableSource(content.path, "encrypted", message)
    whole = sum(member.file_size for member in members)
    xml = sum(member.file_size for member in members if member.filename.lower().endswith((".xml", ".rels")))
    bursts = whole > _SMALL_ENOUGH and whole > _MOST_RATIO * len(content.data)
    if whole > _MOST_BYTES or xml > _MOST_XML or bursts or len(members) > _MOST_MEMBERS:
        message = f"this DOCX file would inflate to {whole:,} bytes in {len(members):,} parts; split it or save it as text"
        raise UnreadableSource(content.path, "too-large", message)


def _parts(data: bytes) -> WordParts:
    from docx.package import Package  # late: only DOCX needs it

    package = Package.open(io.BytesIO(data))
    main = package.main_document_part
    related = {
        relation.reltype.rsplit("/", 1)[-1]: _xml(relation.target_part)
        for relation in main.rels.values()
        if not relation.is_external
        and relation.reltype.rsplit("/", 1)[-1] in {"styles", "numbering", "footnotes", "endnotes"}
    }
    return WordParts(
        document=_xml(main),
        styles=related.get("styles"),
        numbering=related.get("numbering"),
        footnotes=related.get("footnotes"),
        endnotes=related.get("endnotes"),
        title=package.core_properties.title or "",
    )


def _xml(part: Part) -> BaseOxmlElement:
    """The root of a part. Entities stay unresolved: python-docx parses with `resolve_entities=False`."""
    from docx.opc.part import XmlPart
    from docx.oxml.parser import parse_xml

    return part.element if isinstance(part, XmlPart) else parse_xml(part.blob)
