"""The words by which a relation is judged, as lemmas. General knowledge of news English."""

from __future__ import annotations

from typing import Final


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


TOPIC: Final = _set("""
    dispute claim issue question sovereignty status recognition independence annexation conflict crisis
    row name map anniversary policy law act bill treaty accord agreement deal plan talk talks
    negotiation statement resolution history future ownership title right stance position argument
    ruling case documentary textbook stamp lesson debate problem controversy standoff tension feud
    quarrel rivalry campaign file dossier return handover transfer partition division cession autonomy
    statehood reunification unification secession referendum solution peace ceasefire truce war envoy
    ambassador report study book speech article interest importance role price cost value fate demand
    commitment support view opinion defense defence designation definition description mention reference
    map-making negotiations claims rights lawsuit complaint application petition paper memorandum note
    letter memo message poster picture photo photograph image painting
""")
TOPIC_DAYS: Final = _set("""
    day week month anniversary
""")
"""Days in the name of a territory: Takeshima Day."""
REFERRING: Final = _set("""
    relate belong refer commit pledge lay apply amount
""")
"""Words that make a topic of what follows "to"."""
FIRM_TOPIC: Final = _set("""
    name map textbook stamp sovereignty status recognition ownership resolution documentary anniversary
    claim law bill treaty history title paper poster picture photo photograph image painting
""")
"""Topics that stay so whatever stands between them and the name."""
NAMING: Final = _set("""
    rename name claim include recognize recognise list depict
""")
"""Verbs that make a topic of whatever is in the place: "renamed 27 places in X"."""
TALK: Final = _set("""
    talk speak discuss debate comment say tell ask rule vote decide agree negotiate lecture brief
    testify report write remark focus insist argue disagree clash differ statement position speech
    comment meeting summit session debate dialogue question briefing consultation conference vote
    decision pressure silence stance view testimony remark conversation lesson article focus
""")
TOPIC_VERBS: Final = _set("""
    claim recognize recognise discuss debate mention call name rename cover include raise renounce cede
    back support reject regard consider describe mark celebrate commemorate dispute contest label view
    see treat list show depict return restore restate reaffirm relate belong refer resolve settle
    address annex want demand covet promise offer give hand transfer split share divide swap buy lease
    govern administer rule own study compare admit incorporate absorb accept welcome thank praise
    criticise criticize congratulate urge warn accuse condemn snub bring avoid ignore forget
""")
AROUND: Final = _set("""
    circle encircle skirt approach surround ring overfly shadow bypass near circumnavigate border
""")
"""Verbs of going round their object, or up to it."""
WISHING: Final = _set("""
    want demand propose suggest urge seek oppose rule exclude
""")
"""Verbs of what is only wished for."""
BODILY: Final = _set("""
    damage destroy hit strike burn shell bomb attack storm seize capture close shut open reopen build rebuild
    finish demolish repair block flood search cross topple ruin scorch flatten raze paint pave
""")
"""Verbs of acts on things: done to a part of a place, they are done there."""
INHABITANTS: Final = _set("""
    resident villager inhabitant islander farmer fisherman fishermen worker student pupil pilgrim tourist
    civilian family crowd prisoner patient refugee child children
""")
"""People of a place who are there, unlike its leaders."""
PERSONS: Final = INHABITANTS | _set("""
    man woman men women person people delegation athlete team group singer lawyer activist
    official leader player native exile migrant doctor journalist engineer soldier
""")
"""People who may be from a place and elsewhere now."""
GATHERINGS: Final = _set("""
    summit conference forum
""")
"""Nouns that take a place for their topic: "a Crimea summit in Kyiv"."""
SEALING: Final = _set("""
    fence seal cordon cut block wall close shut rope
""")
"""Verbs whose "off" belongs to them: "fenced off the village"."""
CALLING: Final = _set("""
    know call name describe
""")
"""Participles between a thing and its name: "the islets known as X"."""
LINES: Final = _set("""
    line dmz zone border strait berm
""")
"""Last words of the names of lines: what is on one side of them is beside them."""
COPULAR: Final = _set("""
    be become call name remain consider seem dub declare deem style
""")
"""Verbs that only say what something is."""
UNDERGO: Final = _set("""
    face suffer experience lose await vote burn shake brace starve endure freeze mourn reel plunge
    witness feel flood bury wake sleep evacuate rebuild remain
""")
"""Verbs whose subject is the place where it happens, not an actor."""
PROPOSING: Final = _set("""
    publish propose draft rename print
""")
"""Verbs of paper: "published names for places in X"."""
WATERS: Final = _set("""
    water waters airspace sky skies vicinity approach surroundings seas fishery seabed
""")
SHORES: Final = _set("""
    coast shore coastline shoreline beach cliff edge outskirt side
""")
BORDERS: Final = _set("""
    border frontier boundary fence
""")
DISTANCES: Final = _set("""
    km kilometre kilometer mile metre meter yard north south east west northeast northwest southeast
    southwest north-east north-west south-east south-west away ashore sight range
""")
NEXT_TO: Final = _set("""
    close next adjacent nearest opposite short
""")
NEAR: Final = _set("""
    near off around round beside outside toward towards past alongside beyond opposite by-passing nearby
    circling ringing
""")
WITHIN: Final = _set("""
    in at on inside within into onto across through throughout along via to from upon under above aboard
    up down amid
""")
ABOUT: Final = _set("""
    on about over regarding concerning around
""")
TO_A_TOPIC: Final = _set("""
    to over on in of about for regarding concerning with at from against
""")
FLIGHT: Final = _set("""
    fly flew circle patrol hover flight overflight drone balloon airspace sky jet aircraft plane fighter
    bomber helicopter pass cruise loom smoke cloud intercept shoot down
""")
MOTION: Final = _set("""
    leave depart bind head sail make set
""")
PREPOSITIONS: Final = (
    NEAR
    | WITHIN
    | _set("""
    of over about for with between against by as like than regarding concerning without despite beyond
""")
)
PLACES: Final = _set("""
    state county country nation republic governorate municipality prefecture oblast terminal city town
    village capital port harbour harbor airport airfield airbase base camp hospital school university
    mosque church temple market square street road highway bridge tunnel railway station plant depot
    refinery dam prison crossing checkpoint outpost island islands islet reef shoal atoll region area
    areas territory territories province district enclave exclave peninsula valley mountain glacier
    plateau sector part parts half portion rest tip heart centre center middle corner neighbourhood
    neighborhood suburb settlement compound complex zone stretch bank line median ground grounds field
    lagoon meadow pass ridge summit slope desert forest farm mine oilfield place parliament lane runway pier
    quarter outskirts wall gate roof hall track section berth campus embassy factory warehouse
    reactor bakery mouth entrance rim
""")
FACILITIES: Final = _set("""
    airport airfield airbase hospital school university mosque church temple market bridge tunnel railway
    station plant depot refinery dam prison factory warehouse reactor mine oilfield terminal port harbour
    harbor bakery
""")
"""Parts of a place that do not act as its government does."""
EVENTS: Final = _set("""
    shelling bombing bombardment siege invasion attack strike airstrike raid assault offensive clash
    fighting battle massacre killing shooting explosion blast fire flood flooding earthquake quake storm
    cyclone typhoon landslide avalanche protest rally election vote blockade evacuation incursion
    landing crash collision drill drills exercise operation patrol visit tour arrest curfew blackout
    occupation capture seizure liberation fall destruction rescue violence unrest riot strike demolition
    deployment mission famine drought outbreak
""")
REPORTING: Final = _set("""
    said says saying told added that which who but and while when as because if
""")
NOUNS: Final = TOPIC | PLACES | EVENTS | WATERS | SHORES | BORDERS | DISTANCES | INHABITANTS
"""Nouns that the fall-back without syntax knows as such."""

_IRREGULAR: Final = {
    "hit": "hit", "struck": "strike", "shook": "shake", "lost": "lose", "left": "leave", "saw": "see",
    "sank": "sink", "held": "hold", "gave": "give", "bought": "buy", "spoke": "speak", "wrote": "write",
    "said": "say", "told": "tell", "flew": "fly", "flown": "fly", "countries": "country", "kms": "km",
    "territories": "territory", "skies": "sky", "cities": "city",
}  # fmt: skip
_KNOWN: Final = (
    TOPIC
    | TALK
    | TOPIC_VERBS
    | UNDERGO
    | AROUND
    | WISHING
    | BODILY
    | INHABITANTS
    | SEALING
    | WATERS
    | SHORES
    | BORDERS
    | DISTANCES
    | FLIGHT
    | MOTION
    | PLACES
    | EVENTS
)


def stem(word: str) -> str:
    """Return the known lemma of an inflected word, the word itself where none is known."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in _KNOWN:
        return word
    for ending, replacements in (
        ("ies", ("y",)), ("es", ("", "e")), ("s", ("",)), ("ed", ("", "e")), ("ing", ("", "e")),
    ):  # fmt: skip
        if word.endswith(ending):
            base = word[: -len(ending)]
            for replacement in replacements:
                if base + replacement in _KNOWN:
                    return base + replacement
            if base[-1:] == base[-2:-1] and base[:-1] in _KNOWN:
                return base[:-1]
    return word
