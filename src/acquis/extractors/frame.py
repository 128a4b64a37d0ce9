"""Who is "we" in a document: its kind, its parties or speaker, and the group that stands for many."""

from __future__ import annotations

from dataclasses import dataclass, field

from acquis.extractors.forum import Setting, find_setting
from acquis.extractors.kind import Kind, find_kind
from acquis.extractors.material import Material
from acquis.extractors.parties import find_parties
from acquis.extractors.speaker import find_speaker
from acquis.extractors.voice import find_voice
from acquis.model.statement import Speaker

MOST_OWNERS = 5


@dataclass(frozen=True, slots=True)
class Frame:
    """Kind of text and its voice. `actors` own what "we" say; `parties` are all who met, one by one."""

    kind: Kind
    actors: tuple[str, ...]
    parties: tuple[str, ...] = ()
    speaker: Speaker | None = None
    setting: Setting = field(default_factory=Setting)


def find_frame(material: Material) -> Frame:
    """The frame of a document. More than five parties speak as the group the text names."""
    kind = find_kind(material)
    if kind == "communique":
        parties = find_parties(material)
        return Frame(kind, find_voice(material, parties), parties.codes)
    speaker = find_speaker(material)
    return Frame(kind, speaker.on_behalf_of or speaker.actors, (), speaker, find_setting(material))
