"""A made-up stream of news: events of invented people in real towns, told by several articles.

`article_maps` gives finished records, to measure merging and storing; `articles` gives texts of template
sentences, to measure whole runs. Both depend on the seed alone.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from mapper.model import (
    Article,
    ArticleMap,
    Event,
    Extent,
    Figure,
    Location,
    Participant,
    Place,
    Reason,
    Run,
    Span,
    Toponym,
)

START: Final = date(2000, 1, 3)
RUN: Final = Run("benchmark", "generated", "none", "generated")
TOWNS_A_COUNTRY: Final = 40
COUNTRIES: Final = (
    "AR AU BR CA CL CO DE EG ES FR GB GH ID IN IT JP KE KR MX NG PE PH PL TR UA US VN ZA".split()
)

ACTS: Final = {
    ("PROTEST", "demonstration"): ("march", "demonstration", "rally"),
    ("PROTEST", "strike"): ("strike", "walkout"),
    ("ASSAULT", "bombing"): ("bombing", "attack"),
    ("ASSAULT", "shooting"): ("shooting", "attack"),
    ("COERCE", "arrest"): ("arrested", "detained"),
    ("COERCE", "raid"): ("raid", "search"),
    ("CONSULT", "talks"): ("talks", "meeting"),
    ("AGREE", "deal"): ("deal", "agreement"),
    ("DISASTER", "fire"): ("fire", "blaze"),
    ("DISASTER", "flood"): ("flood", "flooding"),
    ("DISASTER", "crash"): ("crash", "collision"),
    ("ACCUSE", "charge"): ("charged", "indicted"),
    ("AID", "rescue"): ("rescued", "saved"),
    ("OTHER", "vote"): ("vote", "voted"),
    ("SANCTION", "tariff"): ("tariffs", "duties"),
    ("MOBILIZE", "drill"): ("drill", "exercise"),
}
NOUNS: Final = "police workers students soldiers farmers villagers gunmen officials nurses drivers".split()
SYLLABLES: Final = "ba be do fa ga hi ka la lo ma mi na no pa ra ri sa so ta te to va vi zo".split()


@dataclass(frozen=True, slots=True)
class Happening:
    """What happened, before anybody told of it."""

    type: str
    mode: str
    day: date
    town: Place
    people: tuple[str, ...]
    count: int


def name_of(chance: random.Random) -> str:
    """Return an invented surname."""
    return "".join(chance.choice(SYLLABLES) for _ in range(3)).capitalize()


def towns(chance: random.Random) -> list[Place]:
    """Return invented towns spread over the countries' invented boxes."""
    found = []
    for country in COUNTRIES:
        south, west = chance.uniform(-50, 55), chance.uniform(-170, 160)
        for _ in range(TOWNS_A_COUNTRY):
            lat, lon = south + chance.uniform(0, 9), west + chance.uniform(0, 12)
            name, ident = f"{name_of(chance)}ville", f"own:{len(found)}"
            found.append(
                Place(ident, name, "city", lat, lon, "city", country=country, admin1=f"{country} province")
            )
    return found


def article_maps(size: int, *, days: int, seed: int = 7) -> Iterator[ArticleMap]:
    """Yield finished records, about four events each, spread evenly over some days.

    Parameters
    ----------
    size
        How many articles.
    days
        How many days they are spread over.
    """
    chance = random.Random(seed)
    places = towns(chance)
    recent: list[Happening] = []
    for number in range(size):
        today = START + timedelta(days=number * days // size)
        recent += [_happening(chance, today, places) for _ in range(2)]
        recent = [each for each in recent[-400:] if (today - each.day).days <= 2]
        told = chance.sample(recent, min(len(recent), chance.choice((2, 3, 4, 5, 6))))
        yield _article(chance, number, today, told)


def _happening(chance: random.Random, today: date, places: list[Place]) -> Happening:
    kind, mode = chance.choice(list(ACTS))
    town = places[int(len(places) * chance.random() ** 2)]  # some towns are in the news more than others
    people = tuple(name_of(chance) for _ in range(chance.choice((0, 1, 2))))
    return Happening(
        kind, mode, today - timedelta(days=chance.choice((0, 0, 0, 1))), town, people, chance.randint(2, 400)
    )


def _article(chance: random.Random, number: int, today: date, told: list[Happening]) -> ArticleMap:
    events, toponyms, quotes, at = [], [], [], 0
    for n, each in enumerate(told, start=1):
        word = chance.choice(ACTS[each.type, each.mode])
        who = [*each.people, chance.choice(NOUNS)]
        text = f"{' and '.join(who)}: {word} of {each.count} in {each.town.name} on {each.day:%A}."
        toponym = _toponym(f"p{n}", text, at, each.town)
        toponyms.append(toponym)
        quotes.append(Span(at, at + len(text), text))
        events.append(_event(chance, f"e{n}", each, word, who, text, at, toponym))
        at += len(text) + 1
    ident = f"generated-{number:06}"
    article = Article(
        ident, title=quotes[0].text if quotes else None, source="Example", published=today, language="en",
        text_sha256=hashlib.sha256(ident.encode()).hexdigest(),
    )  # fmt: skip
    return ArticleMap(RUN, article, tuple(toponyms), events=tuple(events), quotes=tuple(quotes))


def _toponym(ident: str, text: str, at: int, town: Place) -> Toponym:
    start = at + text.index(town.name)
    return Toponym(ident, start, start + len(town.name), town.name, "literal", town, 0.9)


def _event(
    chance: random.Random,
    ident: str,
    each: Happening,
    word: str,
    who: list[str],
    text: str,
    at: int,
    toponym: Toponym,
) -> Event:
    start = at + text.index(f" {word} of") + 1
    inferred = chance.random() < 0.3
    begin = each.day - timedelta(days=3) if inferred else each.day
    town = each.town
    placed = chance.random() < 0.85
    people = [
        Participant(name, "actor", start=at + text.index(name)) for name in who if chance.random() < 0.8
    ]
    reasons = [Reason("trigger", f"words/{each.type}.{each.mode}", start, start + len(word))]
    reasons.append(Reason("date.report-window.inferred" if inferred else "date.attached"))
    return Event(
        ident, each.type, word, (Span(start, start + len(word), word),), "happened", tuple(people),  # type: ignore[arg-type]
        Location(toponym.id, town.name, town.lat, town.lon, "city", "in") if placed else None,
        begin=begin, end=each.day, date_precision="days" if inferred else "day",
        figures=(Figure(float(each.count + chance.choice((0, 0, 1))), "people", start, start + 1),),
        confidence=0.7, evidence=(Extent(at, at + len(text)),), reasons=tuple(reasons),
    )  # fmt: skip


CITIES: Final = (
    "Lima", "Oslo", "Nairobi", "Madrid", "Manila", "Bogota", "Warsaw", "Ankara", "Accra", "Hanoi", "Osaka",
    "Lyon", "Durban", "Perth", "Quito", "Turin", "Izmir", "Lagos", "Busan", "Calgary",
)  # fmt: skip
SENTENCES: Final = (
    "Police arrested {n} {people} in {city} on {day} after a raid on a warehouse owned by {name}.",
    "About {n} {people} marched through {city} on {day} to protest against a plan backed by Mayor {name}.",
    "A fire destroyed {n} homes near {city} on {day}, the rescue service said.",
    "President {name} met envoys from {other} in {city} on {day} for talks on fishing rights.",
    "The {people} called off a strike planned for {day} after {name} signed a deal with the port of {city}.",
    "{name} accused {other} of blocking {n} trucks at the border and threatened to close the crossing.",
    "A flood hit villages north of {city} on {day} and forced {n} {people} to leave their homes.",
    "The court in {city} sentenced {name} to {n} months in prison on {day} for fraud.",
    "{n} people were injured when a bus crashed into a truck outside {city} on {day}, killing its driver.",
    "Troops withdrew from two villages near {city} on {day}, a spokesman for General {name} said.",
    "The city council of {city} will vote on {day} on a budget that {name} called a disgrace.",
    "Crews rescued {n} {people} from a boat off {city} on {day} in heavy rain.",
)


def articles(size: int, *, sentences: int = 14, seed: int = 7) -> Iterator[Article]:
    """Yield texts of template sentences with their day, each different from all others."""
    chance = random.Random(seed)
    for number in range(size):
        today = date(2026, 1, 5) + timedelta(days=chance.randrange(200))
        city = chance.choice(CITIES)
        told = " ".join(_sentence(chance, city, today) for _ in range(sentences))
        text = f"{city.upper()}, {today:%B} {today.day} (Example) - {told}"
        yield Article(f"text-{number:05}", source="Example", published=today, language="en", text=text)


def _sentence(chance: random.Random, city: str, today: date) -> str:
    day = today - timedelta(days=chance.randrange(6))
    return chance.choice(SENTENCES).format(
        city=chance.choice((city, chance.choice(CITIES))), other=chance.choice(CITIES), name=name_of(chance),
        people=chance.choice(NOUNS), n=chance.randint(2, 900), day=f"{day:%A}",
    )  # fmt: skip
