"""Words around a verb of action: what follows it and changes its grade, and the frames that go before it.

In: nothing. Out: tables for `acquis.extractors.grade`. A verb without an entry in `OBJECTS` keeps its grade
whatever follows.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MEASURES = _words("measure measures step steps effort efforts action actions initiatives attention")
_POLICIES = _words(
    """
    policy policies strategy strategies approach approaches programmes mechanisms procedures
    """
)
_GENERAL = _MEASURES | _POLICIES
_BINDING = _words(
    """
    law laws legislation legislative code codes bill act regulations constitution plan plans
    """
)
_THINGS = _words(
    """
    plan plans law laws programme programmes program programs tool tools toolkit platform guide
    guidelines guidance course courses curriculum roadmap database network workshop campaign
    campaigns
    """
)
_HELP = _words(
    "assistance support help aid expertise advice contributions donor from provision cooperation financing"
)
_SOFT = _words(
    """
    cooperation co-operation culture awareness capacity capacities dialogue relations relationship
    ties links partnership partnerships collaboration understanding skills experiences strategy
    strategies measures steps mechanisms resources its
    """
)
_WAYS = _words(
    """
    ways avenues possibility possibilities opportunity opportunities options potential possible
    feasibility
    """
)
_BARRIERS = _words("restrictions obstacles impediments constraints barriers hurdles")
_WRONGS = _words(
    """
    impunity discrimination violence torture abuse abuses restrictions forms violations censorship
    exclusion poverty corruption
    """
)
_VISITS = _words("visit visits access mission monitors observers agencies organizations requests")
_AGAIN = _words(
    """
    again regularly annually once twice every next in at on virtually biannually quarterly monthly
    """
)
_WEIGHT = _words("emphasis priority importance high focus attention")

_LOOSE = _MEASURES | _words(
    """
    policy policies programmes procedures conditions climate environment equality process
    cooperation targets relations
    """
)
_GIFTS = _words("training report reports education response invitation invitations funding grants million")

# Words after a verb that give it another grade; the first set that meets the object decides.
OBJECTS: dict[str, tuple[tuple[frozenset[str], int], ...]] = {
    "accept": ((_HELP, 1),),
    "adapt": ((_BINDING, 5),),
    "adhere": ((_words("standards standard principles norms values"), 4),),
    "adopt": ((_BINDING, 5), (_GENERAL, 4),),
    "allow": ((_VISITS, 5),
        (_words("for individuals more media freedom freely free exercise workers"), 4),),
    "bring": ((_words("conditions halt together"), 4),),
    "carry": ((_words("on"), 2), (_GENERAL, 4), (_words("out"), 5),),
    "complete": ((_words("implementation reform reforms efforts reviews"), 4),),
    "create": ((_words("conditions climate environment opportunities framework"), 4),),
    "develop": ((_THINGS, 5), (_SOFT, 4),),
    "draw": ((_words("on upon"), 4),),
    "elaborate": ((_GENERAL, 4),),
    "eliminate": ((_WRONGS, 4),),
    "enable": ((_VISITS, 5),),
    "enact": ((_MEASURES, 4),),
    "end": ((_WRONGS, 4),),
    "establish": ((_LOOSE, 4),),
    "extend": ((_words("protection policies system services efforts"), 4),),
    "find": ((_WAYS, 4),),
    "formulate": ((_words("requests needs"), 1), (_GENERAL, 4),),
    "give": ((_words("consideration"), 3),),
    "grant": ((_words("importance"), 4),),
    "halt": ((_WRONGS, 4),),
    "identify": ((_words("needs requirements"), 1), (_WAYS | _words("areas"), 3),),
    "implement": ((_BINDING, 5), (_MEASURES | _words("policy policies strategies approach"), 4),),
    "increase": ((_words("age"), 5),),
    "include": ((_words("legislation provisions education"), 5),),
    "incorporate": ((_words("perspective perspectives"), 4),),
    "introduce": ((_BINDING, 5), (_MEASURES, 4),),
    "invite": ((_words("community"), 1),),
    "join": ((_words("forces efforts hands"), 4),),
    "look": ((_words("into at"), 3),),
    "make": ((_MEASURES, 4), (_words("declaration reservation plan public"), 5),),
    "meet": ((_AGAIN, 5),),
    "offer": ((_words("invitation training"), 5),),
    "place": ((_WEIGHT, 4),),
    "prepare": ((_GENERAL, 4),),
    "provide": ((_GIFTS, 5),),
    "pursue": ((_words("criminal criminals actors networks those perpetrators"), 4),
        (_words("a an enhanced deeper closer new further greater stronger"), 4),),
    "put": ((_words("end emphasis"), 4), (_GENERAL, 4),),
    "raise": ((_words("awareness"), 4),),
    "receive": ((_HELP, 1),),
    "recognize": ((_words("competence jurisdiction"), 5),),
    "reduce": ((_words("length use application applicability sentences"), 5),),
    "remove": ((_BARRIERS, 4),),
    "respond": (
        (_words("request requests communications communication questionnaires positively favourably"), 5),),
    "seek": ((_words("to"), 4), (_HELP, 1), (_WAYS, 3),),
    "set": ((_GENERAL, 4),),
    "stop": ((_WRONGS, 4),),
    "take": ((_words("part place"), 5),),
    "transform": ((_words("moratorium"), 5),),
    "undertake": ((_words("study studies"), 3), (_words("campaign campaigns"), 5),
        (_GENERAL | _words("reform reforms process review work"), 4),),
}  # fmt: skip

# With a figure after it ("commit 4 billion", "provide up to 12 weeks of leave") such an action is specific.
MEASURABLE = _words("allocate commit contribute invest offer provide spend")

# What promises and recommendations are wrapped in: the action stands after it.
MODALS = _words("will shall should must would we'll they'll i'll")
VERB_FRAMES = _words(
    """
    agree agrees agreed agreeing resolve resolves resolved decide decides decided intend intends
    intended plan plans planned undertake undertook undertakes promise promises promised vow vows
    vowed expect expects expected aim aims ready determined willing prepared committed dedicated
    commit commits committing dedicate pledge pledges pledged pledging recommend recommends
    recommended encouraged urged urges hope hopes aspire forward
    """
)
NOUN_FRAMES = _words(
    """
    commitment commitments intention determination resolve readiness willingness intent
    """
)
# A noun frame counts only close behind one of these ("reaffirm their commitment", "firm in our resolve").
AFFIRMING = _words(
    """
    reaffirm reaffirms reaffirmed reaffirming affirm affirms affirmed affirming renew renews renewed
    renewing reiterate reiterates reiterated reiterating express expressed expressing expresses
    confirm confirms confirmed confirming underline underlined underlines underlining restate
    restated declare declared in announce announced stress stressed steadfast firm
    """
)

# Words skipped on the way to the verb, and signs of what a form is.
ADVERBS = _words(
    """
    also further furthermore moreover then now jointly together both not never only each already
    always soon often please as well even more urgently otherwise therefore however better just
    still again do does re itself ourselves themselves where necessary appropriate needed possible
    """
)
OPENERS = _words(
    """
    in with as under within following pursuant to for on at given while after by through regarding
    concerning taking considering bearing based building upon from once when if during without
    recognizing
    """
)
COPULAS = _words("remain stay stand look")
GERUND_NOUNS = _words("meeting working training building funding understanding planning finding being")
LEADS = _words("to that and please , ; :")
PASSIVES = _words("be being been is are")
AUXILIARIES = _words("will shall is are was were has have had should must")
NOUN_SIGNS = _words(", ; : for of")
CUES = _words(", ; : to and we they i you that both sides should it")
STOPS = _words(", ; : to by with that which for of in through on from as order including so aimed")
