"""The ways out of a workspace that answer over all States, each as a test of markings asks them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from acquis.analysis.converging.converge import Wish as Convergence
from acquis.analysis.converging.false_friends import Pairing
from acquis.analysis.converging.positions import Sides
from acquis.analysis.hearing import Period
from acquis.analysis.implementation.answer import Wish
from acquis.analysis.levelling.answer import Levelled
from acquis.analysis.register.filters import RegisterFilters
from acquis.analysis.register.own import ProfileWish
from acquis.errors import NotKept, RequestError
from acquis.model.marking import Viewer
from acquis.model.proposal import ProposalFilters
from acquis.workspace import Workspace

Names = Sequence[str]


def answered(ask: Callable[..., object], *asked: object, **options: object) -> object:
    """The answer, or the words in which it is refused or there is none."""
    try:
        return ask(*asked, **options)
    except (NotKept, RequestError) as problem:
        return str(problem)


def _framework(workspace: Workspace, viewer: Viewer, _: Names) -> object:
    """Counts over the register, all and narrowed."""
    asked = (RegisterFilters(), RegisterFilters(acts=("call",)), RegisterFilters(period=Period("2031-05-10")))
    return [workspace.framework(filters=one, viewer=viewer) for one in asked]


def _provision(workspace: Workspace, viewer: Viewer, _: Names) -> object:
    """Who is heard on some provisions, with their words."""
    ids = ("provision.norms.health", "provision.norm.f", "provision.norms")
    return [workspace.provision(one, viewer=viewer) for one in ids]


_PROFILES = tuple(
    ProfileWish(code, element=element) for code in ("XD", "JP", "XI") for element in (None, "norms")
)


def _profile(workspace: Workspace, viewer: Viewer, _: Names) -> object:
    return [answered(workspace.profile, one, viewer=viewer) for one in _PROFILES]


def _survey(workspace: Workspace, viewer: Viewer, _: Names) -> object:
    return [answered(workspace.survey, one, viewer=viewer) for one in _PROFILES]


_WISHES = (
    Wish(words=True),
    Wish(by="region", period=Period("2031-05", "2031-12")),
    Wish(by="year", group="EU"),
    Wish(state="JP", words=True),
    Wish(state="EU"),
)


def _implementation(workspace: Workspace, viewer: Viewer, _: Names) -> object:
    """Cells, counts and words; what cannot be answered, or is not there, is refused in the same words."""
    return [answered(workspace.implementation, wish, viewer=viewer) for wish in _WISHES]


def _levelling(workspace: Workspace, viewer: Viewer, _: Names) -> object:
    """Shares, needs, offers, steps and partners."""
    wishes = (Levelled(), Levelled(region="WEOG", period=Period("2031-05")))
    return [answered(workspace.levelling, asked, viewer=viewer) for asked in wishes]


def _proposals(workspace: Workspace, viewer: Viewer, _: Names) -> object:
    """All, by words and by owner; of whom nothing may be seen is refused in the same words."""
    asked = (
        ProposalFilters(),
        ProposalFilters(words="hospital register"),
        ProposalFilters(owner="JP", since="2031-05-03"),
    )
    return [answered(workspace.proposals, one, viewer=viewer) for one in asked]


def _positions(workspace: Workspace, viewer: Viewer, _: Names) -> object:
    """On a topic, on a proposal, of a group and of some days; what cannot be answered is refused in the same words."""
    asked = (
        ("ransomware", None), ("protect hospitals", None), ("host a workshop", Sides(state="JP")),
        ("international law", Sides(period=Period("2031-05", "2031-06"))), ("attack hospitals", Sides(group="G7")),
    )  # fmt: skip
    return [answered(workspace.positions, words, sides, viewer=viewer) for words, sides in asked]


def _converge(workspace: Workspace, viewer: Viewer, _: Names) -> object:
    wishes = (None, Convergence(groups=("regions",)), Convergence(groups=("EU", "G7"), members=True))
    return [answered(workspace.converge, wish, viewer=viewer) for wish in wishes]


def _false_friends(workspace: Workspace, viewer: Viewer, _: Names) -> object:
    asked = (None, Pairing(most=1))
    return [answered(workspace.false_friends, pairing, viewer=viewer) for pairing in asked]


WAYS_OVER_STATES: dict[str, Callable[[Workspace, Viewer, Names], object]] = {
    "framework": _framework,
    "provision": _provision,
    "profile": _profile,
    "survey": _survey,
    "implementation": _implementation,
    "levelling": _levelling,
    "proposals": _proposals,
    "positions": _positions,
    "converge": _converge,
    "false_friends": _false_friends,
}
