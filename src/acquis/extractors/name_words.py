"""Words that are no part of a person's name, honorifics, and family names that look like neither.

In: nothing. Out: sets of words in small letters for `acquis.extractors.person_names`.
"""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a table."""
    return frozenset(text.split())


# Capitalised words of posts, bodies, topics and sentences.
NO_NAME = word_set(
    """
    director directors general deputy assistant secretary under undersecretary minister ministers
    ministry ministries ambassador ambassadors coordinator co-ordinator head chief commissioner
    adviser advisor advisers special envoy representative representatives chair co-chair chairs
    co-chairs chairman chairwoman chairperson chairmanship president vice prime joint additional
    principal senior permanent managing executive officer counsellor counselor attaché attache
    spokesperson commander lead leader manager acting interim state states high political legal
    national international foreign external internal interior home justice defence defense security
    cyber cybersecurity cyberspace digital technology technologies tech emerging critical
    information infrastructure communications communication networks network content data innovation
    science research policy policies affairs relations cooperation co-operation development trade
    economy economic economics commerce industry industries finance treasury threats threat crime
    cybercrime law disarmament arms control nonproliferation non-proliferation united nations global
    strategic strategy strategies planning multilateral bilateral trilateral regional department
    departments directorate directorate-general director-general division bureau office agency
    authority centre center council committee commission cabinet service services institute unit
    branch section embassy mission delegation delegations government republic kingdom federal
    federation union european asia asian east west north south eastern western northern southern
    northeast northwest southeast pacific indo-pacific atlantic africa african america american
    americas europe middle near central dialogue dialogues consultations talks meeting summit group
    working the a an on in for of and by with at from to both side sides participants officials
    joining joined issues issue matters at-large large charge peace operations intelligence police
    military army navy air force staff ict icts telecommunications telecom electronic electronics
    information-security systems system society trust counter-terrorism counterterrorism terrorism
    organized organised transnational human rights democracy humanitarian energy climate environment
    space nuclear outer administration management partnership partnerships engagement outreach
    public private sector resilience risk response incident emergency protection privacy standards
    internet governance sustainable social education health transport maritime border migration
    customs revenue judicial prosecutor attorney solicitor parliament parliamentary senate house
    congress member members citizen consular protocol cyberdiplomacy diplomacy diplomatic governor
    mayor chancellor king queen prince princess sultan emir sheikh minister-counsellor
    plenipotentiary extraordinary non-resident resident designate elect former current new incoming
    then first second third fourth fifth senior-level undersecretary-general secretary-general
    sub-secretary subsecretary superintendent inspector colonel fellow professor desk area project
    programme program armed forces ransomware counter initiative officer-in-charge chargé d'affaires
    charge-d'affaires charges it ai un eu us uk rok prc dprk nato asean quad aukus ceo cto ciso
    monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december today yesterday their his her its our they he she we
    this that these those during following also after before while treaty convention agreement
    memorandum declaration framework process mechanism charter forum week conference english french
    spanish portuguese arabic indo afro latin caribbean countries country areas affairs-cyber board
    task steering credit team agenda session opening closing remarks ceremony plenary sub-committee
    subcommittee party parties technical scientific information-technology palace hall castle street
    campus airport museum university hotel
    """
)
# Words of posts and topics that are family names too, right after one name.
FAMILY_NAMES = word_set(
    """
    north west east law king prince major marshal bank lead head chancellor transport service day
    page
    """
)
HONORIFICS = word_set(
    """
    mr mrs ms miss mx dr prof professor h.e he shri smt sri kumari sir dame lord lady baroness hon
    honourable honorable rt amb lt gen maj col brig adm capt cdr lieutenant major captain commodore
    brigadier admiral marshal rear ret retd his her excellency excellencies mme madam monsieur
    senator datuk dato dato' pehin engr
    """
)
RANKS = word_set(
    """
    general colonel vice air
    """
)
PARTICLES = word_set(
    """
    de da do dos das del della di du la le van von der den ten ter zu zur el al bin binti bint ibn
    ben e y " "ap af av d' abu
    """
)
