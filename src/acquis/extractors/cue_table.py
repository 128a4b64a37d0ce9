"""The words that show an act: one line a cue, written out for people to read and mend.

A line is `act | cue id | pattern, pattern …`. In a pattern `agree~` stands for every form of the verb, `a/b` for
either word, `?word` for a word that may be missing. A cue says which act its words can show; whether they do is
decided from their place, their subject and the rest of the sentence (extractors/acts.py).
Sources of the groups: the UN Editorial Manual's verbs of resolutions and the field's own usage (vocabulary/acts.yaml).
"""

from __future__ import annotations

CUES = """
commitment | agree-to | agree~ to, agreed ?also/further/jointly upon/on the/a following/next/need, agree~ ?in principle to, agree~ in principle to
commitment | agree-that-will | agree~ that the next, agree~ to hold
commitment | commit-to | commit~ to, commit~ ourselves/themselves/itself to, is/are/am/remain/remains/be/being/was/were ?also/further/fully/firmly/deeply/jointly/strongly/all committed to, committed to, committed not
commitment | reaffirm-commitment | reaffirm~ ?their/our/its/his/the/a/mutual/joint/shared/strong/firm/continued/steadfast/unwavering ?joint/shared/mutual/strong/firm/common/continued/steadfast/unwavering/trilateral/bilateral commitment/commitments to, affirm~ ?our/their/its ?shared/joint commitment to, reiterate~ ?their/our/its ?strong/firm/joint/shared commitment to, renew~ ?their/our/its commitment to, re affirmed our joint commitment to, confirm~ ?their/our/its commitment to, underline~ ?their/our/its commitment to, underscore~ ?their/our/its commitment to, express~ ?their/our/its ?strong/firm commitment to
commitment | commitment-noun | commitment/commitments to, steadfast in our/their/its commitment, reaffirm~ ?the/their/our commitment
commitment | pledge | pledge~ to, pledge~, vow~ to, promise~ to
commitment | undertake | undertake~ to, embark~ on, embark~ upon, endeavour~ to, endeavor~ to, strive~ to, strive~ for
commitment | intend | intend~ to, expects to, expect to, aim~ to, hope~ to conclude
commitment | plan | plan~ to, is/are planning to, aspire~ to, recommit~ ourselves/themselves to
commitment | resolve | resolve~ to, decide~ to, resolved to, have/has decided to, decide~ that, resolve~ that
commitment | determined | determined to, is/are determined, resolute in, dedicated to, steadfast in
commitment | ready | stand~ ready ?now to, ready to, prepared to, stand~ prepared to, readiness to, willingness to, willing to, intention to, intent to, determination to, interest in establishing/holding/developing/deepening/expanding
commitment | will | will, shall
commitment | would | would
commitment | next-meeting | next ?round/session/meeting/edition/dialogue/cyber will/would/to be, will/would be held, is to be held, are to be held, is/are scheduled for/to, is/are planned for, will/would take place, will/would next meet, will/would meet again, reconvene~, will/would host the next, to hold the next, next meeting/dialogue/round/session/edition
commitment | instruct | instruct~ ?the/their/our ?relevant/senior/respective officials/experts/ministers/ministries/teams/agencies/authorities, task~ ?the/their/our ?relevant/senior/respective officials/experts/ministers/ministries/teams/agencies, direct~ ?the/their/our ?relevant/senior/respective officials/experts/ministers/teams
commitment | look-to | share~ the view to, work toward/towards/to
commitment | going-to | am/is/are/re going to
commitment | seek-to | seek~ to, seek~ opportunities, seek~ out
commitment | spare-no | spare no effort, redouble~ our/its/their efforts, do everything within/in our/its, never waver, not relent, do our/its/their part, play its/our/their part, joins forces/hands, join forces/hands
call | call-on | call~ on, call~ upon, call~ for, calling on, appeal~ to, appeal~ for, plead~ with
call | reiterate-call | reiterate~ ?the/our/its/their call/calls for/to/on/upon, renew~ ?the/our/its/their call/calls for/to/on/upon
call | urge | urge~, exhort~, implore~, press~ for
call | encourage | encourage~
call | invite | invite~ all/other/others/states/countries/members/member/delegations/partners/the/interested
call | demand | demand~, insist~ that/on, request~ the/that, ask~ all/that/the/states/other
call | must | must, has/have to, ought to
call | should | should
call | need-to | need/needs to, needed to be, need/needs urgent/immediate
call | let-us | let us, let s
call | time-to | time has come to/for, it is time to/for/that, it is high time, time is ripe, high time, now is the time
call | imperative-that | imperative that, essential that, crucial that, vital that, important that, necessary that, critical that, incumbent upon/on
call | cannot-allow | cannot allow/accept/afford/ignore/tolerate/remain/stand/be, can not be, must not, may not be
call | expect-others | highly expected that, we expect all/other/the, is/are expected to, duty to, responsibility to
proposal | propose | propose~ to/that/a/an/the/for/we, propose~, proposal for/to/that/of, put~ forward ?a/the/concrete/our/specific, table~ a/the/our/its, submit~ a/the/our/proposals, present~ proposals/a proposal
proposal | suggest | suggest~ that/a/the/to/we/adding/deleting/replacing/moving/including/inserting, suggest~
proposal | recommend | recommend~ that/the/a/to/adding/including
proposal | see-value | see/sees value in, see/sees merit in, would like to see, could be added, could be explored, could be considered, could consider, could be established, might consider, may wish to consider, possible option, would prefer, would favour/favor
proposal | text-edit | be inserted, be deleted, be removed, be reinstated, be amended, be reworded, be reflected in, be moved to, be replaced, should read, amended to read, modified to read, replace~ the word/words/phrase/with, insert~ the/a/after/before, delete~ the/paragraph, deleting/deletion, add the words, after the words, be replaced by, new subparagraph, in paragraph, operative paragraph
proposal | could-be | could/might ?also/usefully/perhaps be hosted/housed/built/financed/funded/managed/run/updated/linked/modelled/modeled/maintained/placed/agreed/mandated/tested/invited/asked/added/moved/merged/replaced/deleted/inserted/explored/considered/established/tasked/included/given/developed/expanded/complemented/strengthened/used/reflected/convened/held, would be better/useful/helpful/advisable/preferable/beneficial to/if, would be useful/helpful/beneficial/advisable/preferable, might be useful/helpful/worthwhile/worth, what could/might/would help, would ask that/for, would request that, one idea/option/possibility would/could/might/is, option would be, consideration could be given, could usefully, could end after, could start with, would prefer, would like to see, would see merit/value, would also like to see, are/is tabling, have/has tabled, our suggestion/suggestions, worth considering/exploring, would benefit from ?a/an ?clear/clearer/explicit reference/mention
proposal | advocate | advocate~, our proposal/proposals/initiative/initiatives, present~ ?a/our/its proposals/proposal/initiative
proposal | initiative | our/its/an/the/russian/this initiative to/for/on, our proposal, launch~ an initiative, idea of a/an
support | welcome | welcome~
support | support-noun | in support of, support for, supportive of
support | support | support~, back~ the, stand~ with, stand~ by, stand~ together, stand~ in solidarity, favour~ the, favor~ the, in favour/favor of, stand~ behind, rally~ behind
support | reaffirm-support | affirm~ ?our/their/its ?strong/full support, continue~ to support, reaffirm~ ?their/our/its ?strong/full/continued/unwavering support, express~ ?their/our/its ?strong/full/continued support, reiterate~ ?their/our/its ?strong/full/continued support, voice~ ?their/our support, lend~ our/its/their ?full support
support | commend | commend~, applaud~, praise~, laud~, credit, pay~ tribute to, salute~, hail~, appreciate~, express~ ?their/our/its ?deep/sincere/high appreciation, with appreciation, take/takes/took note with appreciation, note/notes/noted with satisfaction/appreciation
support | backing | count on our/my/us, excellent one/idea/proposal/initiative, deserve~ support/consideration/attention/to, gladly back/support, good basis, solid basis, sound basis, good/encouraging/heartening to hear/see, stand~ in ?full solidarity, could/can go along with, can/could live with, happy/glad/pleased/prepared to support/back, full backing, our backing, our support, single~ out, on board with, speaks for us, merits support/consideration, highly/greatly/particularly/especially value/values/appreciate, we value, is/are/am in favour/favor, speak/speaks in favour/favor
support | endorse | endorse~, co sponsor~, cosponsor~, join~ consensus, subscribe~ to
support | align | align~ itself/ourselves/themselves/himself/myself ?fully/wholly/also with, aligns/align/aligned ?fully/itself with, align~ with, associate~ itself/ourselves/themselves/myself with, fully/wholly/also align/associate, echo~ the/what, join~ others/other/the in, concur~ with, agree/agrees with, share/shares the view/views/concerns of/expressed, share/shares ?fully his/her/this/that/their point/position/analysis/assessment/view/views/concern/concerns, may/can count on
objection | reject | reject~, refuse~ to/the, repudiate~
objection | oppose | oppose~, object~ to, opposed to, opposition to, resist~ attempts/any
objection | cannot-support | cannot support/accept/agree/endorse/join/go/subscribe, could not support/accept/agree/join, do/does not support/accept/agree/share/see/consider/believe/favour/favor, unable to support/accept/join, not in a position to, not convinced, not support/accept/agree, no consensus on, difficulty/difficulties with
objection | unacceptable | is/are/remain/remains/be ?simply/wholly/totally/completely unacceptable/untenable, not acceptable
objection | dissociate | dissociate~ itself/ourselves/from, disassociate~, reserve~ its/our/the position/right, reservations about/on/regarding, reservation, right of reply, vote~ against, disagree~, protest, red line
objection | unpersuaded | not persuaded, not convinced, unconvinced, have/has difficulty/difficulties, not find it helpful/useful/necessary/appropriate, see/sees no need/merit/value/reason, not see ?the/any need/merit/value/reason, do/does not see ?the/any need/merit/value/reason, caution~ against, will/would not be able to support/join/accept, unable to support/join/accept/agree, not be in a position, not in a position, not ready to, cannot go along, not go along, convince/convinces nobody/no, goes/go beyond ?the/our/its mandate, beyond the mandate/scope, has/have no place, no place in, should not be reopened/renegotiated/prejudged, not enjoy consensus, lacks consensus, not command consensus, no consensus, not the moment/time/place, not for this group/body/committee, would have preferred, strong reservations, serious reservations, question~ the need/value/wisdom
objection | premature | premature, counterproductive, counter productive, not the right/appropriate time/forum/place, duplicate~, duplication
concern | of-concern | is/are/remain/remains/was/were/be of ?the/particular/grave/serious/deep/great/utmost/growing ?utmost/greatest/gravest concern
concern | uneasy | uneasy about/with/at, we continue to see, worrisome, worries/worry us, troubles/trouble us, keeps/keep us awake, booming, reiterate~ ?our/its/their ?deep/grave/serious concern/concerns, ill at ease, taken aback, wary of, lose sleep
concern | concerned | concerned about/at/by/over/that/with, deeply/gravely/seriously/particularly/increasingly/especially concerned, alarmed, worried, alarming, worrying, troubling, disturbing, dismay~, of concern, of ?grave/serious/deep/great/particular/primary/utmost/growing concern
concern | express-concern | express~ ?their/our/its/grave/deep/serious/strong/shared ?grave/deep/serious/strong/shared concern/concerns, share~ ?the/their/our concern/concerns, voice~ ?their/serious/deep concern/concerns, raise~ ?our/its/their/strong/serious concern/concerns
concern | concern-noun | with ?grave/deep/serious/great/growing concern, concern/concerns about/over/at/regarding/that
concern | alarm | alarm at/about, fear that, we fear, worry/worries/worried about/that, saddened
concern | regret | regret~ that, regret~ the, regret~, deeply regret, disappointed that/by/in/with
concern | is-threat | is/are/remains/remain/poses/pose/posing/represents/represent/constitutes/constitute/becoming ?a/an/the ?growing/serious/major/grave/significant/real/existential/increasing/escalating/constant/common/direct/clear threat/threats/risk/risks/danger/menace
concern | threat | threat, threats, threaten~, threatening, menace
concern | risk | risk, risks, danger, dangers, dangerous, endanger~, peril, perils, jeopardize~, jeopardise~, jeopardy, vulnerable to, vulnerability
concern | undermine | undermine~, erode~, destabilize~, destabilise~, destabilizing, erosion of, exacerbate~, aggravate~, weaken~, imperil~
concern | worsening | escalating, escalation, worsening, deteriorating, deterioration, growing number, unprecedented, proliferation of, rising number, on the rise, spread of, spreading, intensify~, crisis, crises, turmoil
concern | suffer | suffer~, victim, victims, target/targets of, hit by, subjected to, fell victim, attack, attacks, attacked, cyberattack, cyberattacks, struck, paralyse~, paralyze~, disrupt~, crippled, stolen, stole
concern | hindered | lag~ behind, left behind, immune to, trouble spot, hinder~, hamper~, impede~, widening, struggle~, shortfall, plight, beyond the reach, unable to, sanctuary for, sanctuary, at stake, knows/know no borders/limits, not spared, no longer safe, insecurity, instability
concern | challenge | challenge/challenges posed/of/arising/from/facing, serious/grave/major/daunting/immense/enormous/unprecedented/significant challenge/challenges, face~ ?serious/many/new challenges/challenge, faced with, confronted with, mistrust, distrust, lack of trust, lack the trust, polarization, mismatch, gap between
condemnation | condemn | condemn~, denounce~, deplore~, repudiate~, condemnation of, decry~, censure~
condemnation | violate | violate~, violation of, violations of, in violation, breach of, breaches of, breach~, contravene~, flout~, trample~, contravention of, disregard for/of, disrespect for
condemnation | illegal | illegal, unlawful, illegitimate, unjustified, unprovoked, blatant, flagrant, brazen, reckless, irresponsible, malign, aggression, aggressor, occupation, invasion of, invaded, annexation, coercive, blockade, embargo, interference in, meddling, espionage
condemnation | attribute | attribute~ to/with/this/the/that, attributed to, attributing, attribution of, responsible for ?the/this/these/malicious, carried out by, conducted by, perpetrated by, orchestrated by, affiliated with, sponsored by, linked to, directed by, exploited, compromised, state sponsored, hold~ ?those/them/it/the/russia accountable/responsible
condemnation | accuse | accuse~, hegemony, hegemonic, double standards, impunity, genocide, atrocity, atrocities, crimes against humanity, war crimes, bullying, so called, pretext, campaign of, campaigns of, perpetrator, perpetrators, criminals, cruel, barbaric, heinous
affirmation | reaffirm | reaffirm~, affirm~, re affirm~, confirm~ that/the/their/our
affirmation | reiterate | reiterate~, restate~, repeat~ that
affirmation | recognize | recognize~, recognise~, acknowledge~, realize~ that, realise~ that, aware that/of, mindful of/that, conscious of/that, bear~ in mind, bearing in mind
affirmation | stress | stress~, emphasize~, emphasise~, underline~, underscore~, highlight~, draw~ attention to, point~ out, insist
affirmation | note | note~, noting, take~ note of, observe~ that
affirmation | believe | believe~, consider~ that, hold~ that, convinced that/of, conviction that, of the view that, is/are of the opinion, our view, belief in/that, confident that/of, view~ as, firmly believe, in our view/opinion
affirmation | share-view | share~ the view/views/vision/understanding/belief/conviction/commitment/assessment/opinion, concur~ that, agree~ that, agree~ on the importance/need/necessity/value, agreed on, shared the, united in, common understanding, convergence
affirmation | recall | recall~, recalling, remind~, guided by, in accordance with, rooted in, grounded in, anchored in
affirmation | important | importance of, important role, is/are/remain/remains/be/becomes/also ?also/particularly/equally/very/absolutely/all important/essential/crucial/vital/key/critical/paramount/fundamental/indispensable/necessary/imperative/needed/required/central, essential to/for, crucial to/for, vital to/for, central to, key role/to, critical to, need for, necessity of, need to be, role to play, matters, essential, crucial, vital, indispensable, necessary
affirmation | require | require~, depend~ on/upon, rest~ on, call~ upon us, deserve~, cannot be achieved/separated/overstated, can only be, no alternative to, no one/country/state/nation can, none of us, only through/by/if, without, must be based, must remain
affirmation | apply | threat or use ?of ?force, apply/applies to/in/online/equally, applicable to/in, applicability of, principle of, principles of, sovereignty, rule of law, charter
affirmation | is-principle | has/have the right, the right to, is/are not a/an/negotiable, is/are a/an/the/our/at/about/both/also, has become/always, have become, plays/play a/an, serves/serve as, benefits/benefit, can never/be/help/only
report | established | establish~, launch~, adopt~, sign~, ratify~, ratifi~, accede~ to, conclude~, create~ a/an/the, found~ the/a, set up, sets up, enact~, approve~, issue~, publish~, release~, announce~, introduce~, implement~, identif~, notify~, finalize~, finalise~, form~ a/an/the, submit~, renew~, revise~, update~ our/its/the, enter~ into, reach~ agreement/an, agreement was reached, began, started, took ?innovative measures/steps/action/part, drawn up, drafted, set out, obtain~, enable~, partner~ with, partnered, solicit~, focused on ensuring, resulted in, result of, join~ the, appoint~, designate~, nominate~, unveil~, inaugurate~
report | hosted | bring~ together, host~, organize~, organise~, held, hold~ a/an/the, holding, convene~, gather~, chair~, co chair~, conduct~, carry~ out, participate~ in, took part in, attend~, visit~, travel~ to, met, meet~ with, meeting with
report | trained | train~, provide~, contribute~, fund~, finance~, invest~, donate~, allocate~, support~ more/the training, deliver~, deploy~, assist~, help~, build~ a/our, built, develop~, complete~, enhance~, strengthen~ our/its, improve~, expand~, increase~ our/its
report | has-done | has/have/had ?also/already/recently/now/since/long/always/been/consistently/successfully
report | progress | progress, in place, is/are ?currently/now/actively/also/already continuing, have been, has been, ongoing, under way, underway, continue~ to, works to/with/closely, working to/with/closely, are working, is working, participates in, contributes to, is/are part of
report | is-doing | is/are ?currently/now/actively/also/already implementing/developing/preparing/finalizing/finalising/building/leading/conducting/organizing/pursuing/drafting/establishing/updating/strengthening/reviewing/training, is/are ?currently/also working to/with/closely/on/around, have/has been working/organizing/implementing/developing/leading/supporting
report | recalled | recalled the adoption/signing/outcome/decision, followed up on, building on the
exchange | exchange-views | exchange~ ?of views/information/experiences/assessments/perspectives/notes/updates/opinions, views were exchanged, exchange of views, had an/a ?in/frank/constructive/fruitful/substantive/open depth/exchange/discussion, share~ views/perspectives/information/updates/experiences/assessments/lessons/their/insights
exchange | discuss | discuss~, discussion on/of/about, discussions on/about/covered/focused, deliberate~ on, consult~ on, talk~ about, spoke about/of/on/with, speak~ about
exchange | cover | agenda ran/ranged/spanned/comprised/featured, discussions ranged/ran/spanned, compare~ ?their/our policies/approaches/experiences/assessments/views/notes, cover~ ?a/the/topics/issues/wide, focus~ on, touch~ on/upon, address~, topics included, agenda included, items included, agenda covered, included discussions/exchanges/updates, on the agenda, center~ on, centered/centred on, dealt with, explore~, examine~, consider~, review~, took stock of, take/takes stock of, look~ at
exchange | brief | explain~ ?its/their/the/our/his/her, compare~ notes, report~ on, provid~ information, brief~, update~ ?each on/other, provided ?an updates/update/overview, gave ?an updates/overview/update, present~ ?its/their/the, inform~, outline~, introduced ?its/their
offer | open-door | are/is open to ?all/any/delegates/other/interested/colleagues, door is open, doors are open, would be ?glad/happy/pleased/delighted/most/very ?welcome to, would be welcome, are/is welcome to, gladly share/host/help/assist/walk/support, glad/happy/pleased/delighted to share/host/help/assist/walk/support/train/receive, offers itself, stand~ ready to sit/walk/talk/host/train, at your disposal, invite interested
offer | offer | offer~ to, offer~, offer~ its/our/training, stand~ ready to share/assist/support/help/provide/contribute, ready to share/assist/support/help/provide/offer/train, happy to share/host/assist/work/help, pleased to host/offer/share/provide, prepared to share/assist/support/help/provide, willing to share/assist/help/provide, readiness to share/assist/support/provide, make~ available, can share ?its/our, will share ?its/our experience/expertise, places/place at the disposal, at the disposal of, put at the disposal, open to all/other/interested, scholarships, fellowships, free of charge
need | need | far too few, too few ?trained/qualified, cannot do ?this/it/so alone, cannot ?do/manage/afford ?this/it without, without ?outside/external/international help/assistance/support, ours included, for the whole country, lack~ ?any/the/sufficient/adequate/both ?necessary/technical/human/financial/basic/trained capability/capabilities/capacity/capacities/resources/expertise/skills/specialists/means/funding/funds/equipment/personnel/experts/tools/staff/infrastructure, lack~ of ?the resources/capacity/expertise/skills/funding/means/specialists, lack~ the/capacity/sufficient, would ?greatly/also/particularly/certainly benefit ?greatly/immensely from, benefit greatly from, in need of, seek~ assistance/support/partners/partnership/help, request~ assistance/support/technical/help, require~ assistance/support/technical/help/training, limited resources/capacity/capacities, shortage of, do/does not have the, cannot do alone, cannot alone, need~ assistance/support/help/training/partners/access, we need help, welcome assistance/offers, appeal~ for assistance, short of, resource constraints, we have only/no/neither/just
none | attendance | was/were chaired, was/were co chaired, attended as, as observers, took part as, co chaired by, chaired by, was/were led by, was/were headed by, headed by, delegation included/comprised, delegations included/comprised, it included representatives, also participated, also attended, also took part, was/were represented by, comprised, comprising, composed of, consisted of, participants included, was/were present, were present, attended by, also/were joined by, in attendance
none | thanks | thank~ you, thank~, grateful, gratitude, congratulate~, congratulations, honour/honor to, privilege to, pleased to, delighted to, pleasure to
none | remarks | offer~ ?some/a/few/three/two/the/following/brief/additional ?few/brief/short remarks/comments/observations/thoughts/reflections/points
none | look-forward | look~ forward to, looking forward
none | hope | hope~ that/to/for, we hope, wish~ you/him/her
none | question | how can, what if, do we, will we, are we, can we
"""

IRREGULAR = {
    "undertake": "undertake undertakes undertook undertaken undertaking",
    "hold": "hold holds held holding",
    "meet": "meet meets met meeting",
    "speak": "speak speaks spoke spoken speaking",
    "bring": "bring brings brought bringing",
    "build": "build builds built building",
    "strive": "strive strives strove striven strived striving",
    "seek": "seek seeks sought seeking",
    "put": "put puts putting",
    "draw": "draw draws drew drawn drawing",
    "take": "take takes took taken taking",
    "stand": "stand stands stood standing",
    "see": "see sees saw seen seeing",
    "bear": "bear bears bore borne bearing",
    "rest": "rest rests rested resting",
    "deal": "deal deals dealt dealing",
    "pay": "pay pays paid paying",
    "make": "make makes made making",
    "lend": "lend lends lent lending",
    "flout": "flout flouts flouted flouting",
    "set": "set sets setting",
    "found": "founded founding",
    "ratifi": "ratification",
    "identif": "identify identifies identified identifying",
    "provid": "provided provides provide",
}
DOUBLED = frozenset(
    "commit plan submit regret equip combat travel refer occur permit stop drop begin let admit".split()
)
