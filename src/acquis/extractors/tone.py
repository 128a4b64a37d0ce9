"""The tone of a sentence: dark words that stand as facts, dark words that somebody works against, words of wrongdoing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from acquis.extractors.clause import Clause

_DARK = frozenset(
    """abuse abuses alarming anxiety arms assault attack attacks breach breaches burden catastrophe chaos
    climate collapse conflict conflicts corruption coup crime crimes criminals crippling crises crisis
    cyberattack cyberattacks cyberbullying cybercrime cyberthreats cyberterrorism damage danger
    dangerous dangers death deaths debt decline deepfakes degradation destruction destabilizing
    destabilising deteriorating deterioration devastation devastating disaster disasters discrimination
    disease disinformation displaced displacement disparities disruption disruptive distrust divide
    division divisions drought drugs emergency epidemic erosion espionage exclusion exploitation
    extremism extremist extremists failure famine fear fears floods fragile fragility fragmentation
    fraud gap gaps gangs hacking hackers harm harmful hate hatred hostility hunger hurricanes illicit
    impunity inequalities inequality insecurity instability interference intolerance intrusion
    intrusions jihadists lag laundering loss losses malicious malware manipulation marginalized
    militarization miscalculation misinformation mistrust misuse obstacle obstacles oppression pandemic
    paralysis peril perilous plight polarization pollution poverty precarious proliferation propaganda
    racism radicalization ransom ransomware recession refugees repression rift risk risks rivalry
    sabotage scarcity scourge severe shock shocks shortage shortages slavery smuggling strife struggle
    suffering surveillance tension tensions terror terrorism terrorist terrorists theft threat threats
    threatened tragedy trafficking turmoil unequal unemployment unprecedented unrest unstable
    uncertainty victim victims violence violent volatile vulnerabilities vulnerability vulnerable war
    warfare wars weaken weakened worse worsening""".split()
)
_AGAINST = frozenset(
    """against counter countering combat combating combatting prevent preventing prevention fight fighting
    tackle tackling address addressing mitigate mitigating reduce reducing disrupt disrupting deter
    deterring deterrence eliminate eliminating eradicate eradicating overcome overcoming resist
    resisting respond responding response responses resilience resilient protect protecting protection
    solve solving end ending resolve resolving suppress defend defence defense manage managing bridge
    bridging close closing curb curbing investigate prosecute fights detect detecting recover solution
    solutions""".split()
)
_WRONG = frozenset(
    """aggression aggressive aggressor aggressors annexation annexed arbitrary assassination atrocities
    atrocity attributed bombing bombs blackmail blatant blockade brazen brutal bullying coerce coercion
    coercive colonial condemn crimes cruel cynical cynically deliberate deliberately embargo exploited
    flagrant genocide hegemonic hegemony heinous hostile hypocrisy illegal illegally illegitimate
    immoral imposed imposes impunity inhuman invaded invading invasion interfere interferes
    irresponsible lies malign massacre meddling mercenaries occupation occupied occupying oppressor
    orchestrated perpetrated perpetrators plunder plundering provocations provocative pretext punishment
    reckless ruthless sanctions shameless shamelessly sponsored stole stolen subversion subversive
    trample trampled tyranny unacceptable unilateral unjust unjustifiable unjustified unlawful
    unprovoked violate violated violates violating violation violations weaponize weaponized affiliated""".split()
)
_REACH = 5
_MOST = 3


def tone(words: Sequence[str], clause: Clause) -> Iterator[str]:
    """Features of tone: how many dark words stand as facts, are worked against, tell of wrongdoing; and of whom."""
    facts = fought = 0
    last_against = -100
    spoken = words[clause.first : clause.last]
    for at, word in enumerate(() if _DARK.isdisjoint(spoken) else spoken):
        if word in _AGAINST:
            last_against = at
        elif word in _DARK:
            if at - last_against <= _REACH:
                fought += 1
            else:
                facts += 1
    wrong = sum(map(_WRONG.__contains__, spoken))
    others = any(subject.kind == "other" for subject in clause.subjects)
    yield f"t:facts:{min(facts, _MOST)}"
    yield f"t:fought:{min(fought, _MOST)}"
    yield f"t:wrong:{min(wrong, _MOST)}:{others}"
    yield f"t:wrong:{min(wrong, _MOST)}"
    leader = clause.subjects[0].kind if clause.subjects else "none"
    yield f"t:{bool(facts)}:{bool(wrong)}:{leader}"
    yield f"t:{bool(facts)}:{bool(fought)}:{bool(clause.frames)}"
    if not _DARK.isdisjoint(words[clause.first : clause.first + 8]):
        yield "t:head"
