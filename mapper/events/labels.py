"""Short noun phrases that name an event, without tense: "phone talks", "shelling of a village"."""

from __future__ import annotations

import re
from typing import Final

from mapper.events.lexicon.tables import NominalRow
from mapper.events.mention import Mention
from mapper.events.scene import Scene
from mapper.model import Location, Participant

MAX_LABEL: Final = 60
"""Longest label, in characters; beyond it the object is left out."""

MAX_OBJECT: Final = 5
"""Longest object in a label, in tokens."""

_DROPPED: Final = frozenset(
    "the a an this that these those his her its their our my your some any no 's another such last next "
    "previous planned upcoming cancelled canceled postponed scheduled proposed possible alleged latest "
    "recent earlier".split()
)
_QUOTES: Final = re.compile(r"[\"“”«»]|(?<!\w)['‘]|['’](?!\w)")
_VOWEL_E: Final = re.compile(r"[^aeiouy]e$")
_VOWELS: Final = re.compile(r"[aeiouy]+")
_DOUBLE: Final = re.compile(r"(?:^|[^aeiou])[aeiou][bdgmnprt]$")
_LIGHT: Final = frozenset(
    "hold make give stage launch issue conduct mount carry file lodge reach pay".split()
)
_BY_DOER: Final = frozenset({"of", "by"})
"""Prepositions that may lead to who did it, where it was done to nobody."""

_IMPOSING: Final = frozenset({"impose", "levy", "slap"})
"""Verbs that say no more than what their object says."""

_SPOKEN: Final = frozenset({"REJECT", "SUPPORT", "REQUEST", "ACCUSE", "THREATEN", "CLAIM", "AGREE"})
"""Types of acts by word: an offer is made by somebody, while the death is of somebody."""

_VAGUE: Final = re.compile(
    r"^(?:more than|at least|about|around|some|nearly|almost|over|up to|as many as) "
    r"(?=\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a|dozens|hundreds|thousands|millions)\b)",
    re.IGNORECASE,
)
"""Words before a number that a label can do without."""

_HALF_WORD: Final = re.compile(r"^-(?:\w+-)+old ")
"""What is left of an age whose number was cut off: "-year-old"."""


_GIVING: Final = frozenset({"donate", "pledge", "offer", "relief", "loan", "military_aid"})
"""Modes of acts by which something passes to somebody."""

_TO_OBJECT: Final = frozenset("on into for to with against over from".split())
"""Prepositions of a label that also lead to the object in the text: "called for a boycott"."""

_COMPLEMENTS: Final = re.compile(r" (?:of|on|with|by|for|against|in|near|off|at|to|into|from) ")
_MODE_NOUNS: Final = {"phone": "phone talks"}
"""Modes that name the event better than the verb does: two who spoke by telephone held phone talks."""


def label_of(
    scene: Scene, mention: Mention, participants: tuple[Participant, ...], where: Location | None = None
) -> str:
    """Return the label of an event by its trigger and who took part, else by where it was."""
    if mention.trigger.pos == "ADJ":
        words = scene.text(mention.tokens[0], mention.tokens[-1])
        label = f"{words} {participants[0].text}" if participants else words
    elif mention.trigger.pos != "NOUN" and (
        scene.relations.is_verb(mention.anchor) or _nominal(scene, mention) is not None
    ):
        label = _verb_label(scene, mention, participants)
    else:
        label = _noun_label(scene, mention)
    label = " ".join(label.split())
    if where is not None and not _COMPLEMENTS.search(label) and label not in _MODE_NOUNS.values():
        return _join(label, f"{where.relation} {where.name}")
    return label


def _noun_label(scene: Scene, mention: Mention) -> str:
    """Return the trigger noun with the words that specify it."""
    modifiers = scene.relations.modifiers(mention.tokens[0])
    verbal = max((i for i in modifiers if scene.tokens[i].pos == "AUX"), default=-2) + 1
    size = _size(scene, mention.tokens[0])
    words = [
        scene.tokens[i].text
        for i in modifiers
        if _specifies(scene, i)
        and i not in mention.tokens
        and i > verbal
        and not (size and scene.lower[i] == "magnitude")
    ]
    noun = scene.text(mention.tokens[0], mention.tokens[-1])
    label = " ".join([*words, *size, noun])
    tail = _tail(scene, mention)
    return _join(_plain_case(scene, mention, label.replace(" - ", "-")), tail)


def _size(scene: Scene, first: int) -> list[str]:
    """Return the magnitude right before a trigger that begins at token `first`."""
    word, number = max(first - 2, 0), max(first - 1, 0)
    measured = scene.lower[word] == "magnitude" and scene.lower[number][0].isdigit()
    return [scene.tokens[word].text, scene.tokens[number].text] if measured else []


def _specifies(scene: Scene, i: int) -> bool:
    token = scene.tokens[i]
    counts = token.dep in ("nummod", "poss", "case", "advmod", "quantmod", "det")
    return (
        scene.lower[i] not in _DROPPED and not counts and i not in scene.time_at and token.text[0].isalpha()
    )


def _plain_case(scene: Scene, mention: Mention, label: str) -> str:
    """Lower the capital a sentence begins with."""
    token = scene.tokens[scene.sentence(mention.anchor).first]
    common = token.pos not in ("PROPN", "") and not token.entity and label.startswith(token.text)
    starts = common or token.i == mention.tokens[0]
    return label[:1].lower() + label[1:] if starts and label[1:2].islower() else label


def _tail(scene: Scene, mention: Mention) -> str:
    """Return the phrase after the noun that says on what or of whom."""
    for entry in scene.relations.prepositions(mention.anchor):
        if (
            scene.lower[entry.i] in ("on", "of", "against", "with")
            and entry.i not in mention.tokens
            and entry.objects
            and scene.parse.has_syntax
        ):
            first, last = scene.relations.phrase(entry.objects[0])
            inside = range(first, last + 1)
            while first < last and scene.lower[first] in _DROPPED:
                first += 1
            if last - first < MAX_OBJECT and not any(i in scene.time_at for i in inside) and first > entry.i:
                return f"{scene.lower[entry.i]} {_QUOTES.sub('', scene.text(first, last))}"
    return ""


def _join(label: str, tail: str) -> str:
    full = f"{label} {tail}".strip()
    return full if len(full) <= MAX_LABEL else label[:MAX_LABEL].strip()


def _verb_label(scene: Scene, mention: Mention, participants: tuple[Participant, ...]) -> str:
    if mention.trigger.mode in _MODE_NOUNS:
        return _MODE_NOUNS[mention.trigger.mode]
    if (measure := _measure(scene, mention)) is not None:
        return _measure_label(scene, mention, participants, measure)
    row = _nominal(scene, mention)
    inner = _inner_noun(scene, mention)
    if row is None and inner is not None and bool(scene.words[mention.anchor] & _LIGHT):
        return _noun_label(scene, Mention(inner, (inner,), mention.trigger))
    if row is None:
        noun, preposition = _gerund_phrase(scene, mention, inner)
    else:
        noun, preposition = row.noun, row.preposition
    if not preposition or (row is None and inner is not None):
        return _join(noun, "")
    party = _done_to(scene, mention, participants, preposition)
    if not party and (party := _doer(scene, mention, participants, preposition)):
        speaks = mention.type in _SPOKEN and scene.relations.is_verb(mention.anchor)
        preposition = "by" if speaks else preposition
    return _join(noun, f"{preposition} {party}") if party else noun


def _measure(scene: Scene, mention: Mention) -> int | None:
    """Return the noun of what is imposed, which names the act better than the verb."""
    if not scene.words[mention.anchor] & _IMPOSING:
        return None
    return next((i for i in scene.relations.objects(mention.anchor) if scene.tokens[i].pos == "NOUN"), None)


def _measure_label(
    scene: Scene, mention: Mention, participants: tuple[Participant, ...], measure: int
) -> str:
    """Return what was imposed with whom or what it bears on: "sanctions on two bankers"."""
    label = _noun_label(scene, Mention(measure, (measure,), mention.trigger))
    target = next((_party(scene, p) for p in participants if p.role == "target"), "")
    borne = (
        i
        for entry in scene.relations.around(mention.anchor)
        if scene.lower[entry.i] == "on"
        for i in entry.objects
    )
    target = target or next(filter(None, (_thing(scene, i) for i in borne)), "")
    return label if not target or " on " in label else _join(label, f"on {target}")


def _nominal(scene: Scene, mention: Mention) -> NominalRow | None:
    """Return the noun for the trigger as a whole, or for its verb if it has no other words."""
    nominals = scene.lexicon.nominals
    whole = nominals.get(mention.trigger.rule.partition("/")[0])
    if len(mention.tokens) > 1:
        return whole
    verb = scene.tokens[mention.anchor].lemma.casefold()
    phrasal = (nominals.get(f"{verb} {scene.lower[i]}") for i in scene.relations.particles(mention.anchor))
    own = nominals.get(f"{verb}.{mention.trigger.mode}") or nominals.get(verb) or whole
    return next(filter(None, phrasal), own)


def _inner_noun(scene: Scene, mention: Mention) -> int | None:
    """Return the noun that ends a trigger of several words: "set bail"."""
    last = mention.tokens[-1]
    return last if last != mention.anchor and scene.tokens[last].pos in ("NOUN", "PROPN") else None


def _gerund_phrase(scene: Scene, mention: Mention, inner: int | None) -> tuple[str, str]:
    """Return the trigger as a gerund and the preposition what it was done to hangs on."""
    verb = _gerund(scene.tokens[mention.anchor].lemma.casefold())
    rest = [scene.lower[i] for i in mention.tokens if i != mention.anchor]
    if inner is not None and len(rest) == 1:
        return f"{verb} of {rest[0]}", ""
    if rest and any(entry.i == mention.tokens[-1] for entry in scene.relations.prepositions(mention.anchor)):
        return " ".join([verb, *rest[:-1]]), rest[-1]
    return " ".join([verb, *rest]), "of"


def _done_to(scene: Scene, mention: Mention, participants: tuple[Participant, ...], preposition: str) -> str:
    """Return whom or what it was done to: a participant, else the object as the text has it."""
    objects = list(scene.relations.objects(mention.anchor))
    if mention.trigger.mode in _GIVING:  # what was promised says more than to whom
        given = (_thing(scene, i) for i in objects if scene.tokens[i].dep == "dobj")
        if thing := next(filter(None, given), ""):
            return thing
    targets = [p for p in participants if p.role == "target"]
    if targets:
        return _party(scene, targets[0])
    found = objects
    for entry in scene.relations.around(mention.anchor):
        leads = scene.lower[entry.i] == preposition and preposition in _TO_OBJECT
        found += entry.objects if leads or entry.i in mention.tokens else ()
    return next(filter(None, (_thing(scene, i) for i in found if i not in mention.tokens)), "")


def _doer(scene: Scene, mention: Mention, participants: tuple[Participant, ...], preposition: str) -> str:
    """Return who did what is done to nobody: "resignation of the mayor"."""
    objects = [i for i in scene.relations.objects(mention.anchor) if i not in mention.tokens]
    if preposition not in _BY_DOER or objects:
        return ""
    actors = [p for p in participants if p.role == "actor"]
    if actors:
        return _party(scene, actors[0])
    verbs = [mention.anchor, *scene.relations.governors(mention.anchor)]
    subjects = (i for verb in verbs for i in scene.relations.subjects(verb))
    return next(filter(None, (_thing(scene, i) for i in subjects)), "")


def _thing(scene: Scene, i: int) -> str:
    """Return the phrase of noun `i` as it reads inside a label, empty if it says nothing there."""
    if scene.in_list("pronoun", i) or not scene.parse.has_syntax or not scene.lower[i].islower():
        return ""
    first, last = scene.relations.phrase(i)
    if last - first >= MAX_OBJECT:
        last = i
    while first < i and (scene.lower[first] in _DROPPED or not scene.lower[first][0].isalnum()):
        first += 1
    inside = range(first, last + 1)
    if last - first >= MAX_OBJECT or any(j in scene.time_at for j in inside):
        return ""
    text = _VAGUE.sub("", _QUOTES.sub("", scene.text(first, last)))
    starts = first == scene.sentence(first).first and scene.tokens[first].pos not in ("PROPN", "ADJ")
    return text[:1].casefold() + text[1:] if starts else text


def _party(scene: Scene, participant: Participant) -> str:
    """Return a participant as it reads inside a phrase: no leading article, no sentence's capital."""
    text = _QUOTES.sub("", participant.text)
    if text != (whole := _HALF_WORD.sub("", text)):
        return whole
    words = _VAGUE.sub("", text).split()
    if participant.start is None or not words:
        return " ".join(words)
    (first, *_) = scene.parse.tokens_in(participant.start, participant.start + 1)
    if words[1:] and words[0].casefold() in _DROPPED:
        return " ".join(words[1:])
    if first.pos not in ("PROPN", "ADJ", "") and words[0][1:].islower():
        words[0] = words[0].casefold()
    return " ".join(words)


def _gerund(lemma: str) -> str:
    """Return the -ing form of a verb."""
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if _VOWEL_E.search(lemma) or lemma.endswith("ue"):
        return lemma[:-1] + "ing"
    if lemma.endswith(
        (
            "begin",
            "forget",
            "admit",
            "commit",
            "submit",
            "permit",
            "compel",
            "expel",
            "repel",
            "rebel",
            "occur",
            "refer",
            "defer",
        )
    ):
        return lemma + lemma[-1] + "ing"
    if lemma.endswith("ic"):
        return lemma + "king"
    if _DOUBLE.search(lemma) and len(_VOWELS.findall(lemma)) == 1:
        return lemma + lemma[-1] + "ing"
    return lemma + "ing"
