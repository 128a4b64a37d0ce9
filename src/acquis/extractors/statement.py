"""A statement put together: speaker, setting, references, the threats it names, the elements it treats.

In: a document, its frame and claims. Out: a `Statement`.
"""

from __future__ import annotations

import re
from typing import get_args

from acquis.extractors.forum import ITEM_ELEMENTS, Setting
from acquis.extractors.frame import Frame
from acquis.extractors.material import Material
from acquis.extractors.references import find_references
from acquis.extractors.targets import find_elements, ict_passages
from acquis.extractors.threats import find_threats
from acquis.model.claim import Claim, Element
from acquis.model.statement import Speaker, Statement

_FRAMEWORK = re.compile(
    r"\b(?:the|our|this|agreed|UN|normative) framework\b(?! (?:convention|agreement|"
    r"decision))"
)
_ROOMS = ("OEWG", "GGE", "Global Mechanism")


def find_statement(material: Material, frame: Frame, claims: tuple[Claim, ...]) -> Statement:
    """The frame of a statement; its elements cover those of its claims, in the order of the contract."""
    setting = frame.setting
    speaker = frame.speaker or Speaker()
    spoken = ict_passages(material)
    threats = find_threats(material, spoken)
    return Statement(
        speaker,
        setting.forum,
        setting.session,
        setting.when,
        setting.agenda_item,
        find_references(material, frozenset((*speaker.actors, *speaker.on_behalf_of))),
        threats,
        _elements(setting, claims, threats, find_elements(material, spoken), material.document.text),
    )


def _elements(
    setting: Setting, claims: tuple[Claim, ...], threats: tuple[str, ...], told: set[Element], text: str
) -> tuple[Element, ...]:
    found = {claim.element for claim in claims if claim.element} | told
    if threats:
        found.add("threats")
    if setting.agenda_item in ITEM_ELEMENTS:
        found.add(ITEM_ELEMENTS[setting.agenda_item])
    if setting.forum and setting.forum.startswith(_ROOMS) and _FRAMEWORK.search(text):
        found.add("norms")
    return tuple(element for element in get_args(Element) if element in found)
