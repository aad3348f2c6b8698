"""The whole way: toponyms, given spans, homes, flags, reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapper.errors import InputError
from mapper.model import Extent, Span
from mapper.toponyms import Geoparser
from mapper.toponyms.flags import Flagger
from mapper.toponyms.home import home_of
from mapper.toponyms.learning import FEWEST_ARTICLES, learn_homes, source_of
from mapper.toponyms.ranking.home import Home, home_score
from mapper.toponyms.ranking.names import names_of
from mapper.toponyms.ranking.table import Table

from .making import plain

if TYPE_CHECKING:
    from mapper.disputes import DisputeRegister
    from mapper.gazetteer import Gazetteer
    from mapper.model import Toponym

    from .making import Maker

LOCAL = (
    "Council members in Austin, Texas, met. Firefighters from Waco and Temple came to Austin.",
    "A fire burned near Waco, Texas. Crews from Temple and Killeen helped in Waco.",
    "The road from Austin to Round Rock is closed. Police in Georgetown and Waco said so. Texas pays.",
    "A school in Killeen, Texas, opened. Pupils from Temple and Waco came.",
)


def one(geoparser: Geoparser, text: str, name: str, **more: str) -> Toponym:
    """Return the toponym of a name in a text."""
    return next(t for t in geoparser.toponyms(plain(text, **more)) if t.text == name)


def codes(toponym: Toponym) -> list[str]:
    return [reason.code for reason in toponym.reasons]


# -- toponyms


def test_an_empty_text_has_none(geoparser: Geoparser) -> None:
    assert geoparser.toponyms(plain("")) == ()
    assert geoparser.toponyms(plain(" \n ")) == ()
    assert geoparser.resolve(plain("Nara"), []) == ()


def test_a_toponym_says_what_where_and_why(geoparser: Geoparser) -> None:
    found = one(geoparser, "A fire burned in Paris, Texas, on Monday.", "Paris")
    assert found.place is not None
    assert (found.place.admin1, found.place.country, found.role) == ("Texas", "US", "literal")
    assert codes(found)[0].startswith("found:")
    assert codes(found)[1].startswith("role:")
    (contained,) = [reason for reason in found.reasons if reason.code == "contained-in"]
    assert (contained.value, contained.start, contained.end) == ("Texas", 24, 29)


def test_given_spans_are_resolved_with_the_rest_as_context(geoparser: Geoparser) -> None:
    text = "A fire burned in Paris, Texas, on Monday."
    (found,) = geoparser.resolve(plain(text), [Span(17, 22, "Paris")])
    assert found.id == "t1"
    assert found.place is not None
    assert found.place.admin1 == "Texas"


def test_given_spans_come_in_text_order_and_once(geoparser: Geoparser) -> None:
    text = "From Nara to Lyon"
    found = geoparser.resolve(plain(text), [Extent(13, 17), Extent(5, 9), Extent(5, 9)])
    assert [(t.id, t.text) for t in found] == [("t1", "Nara"), ("t2", "Lyon")]


def test_given_coordinates_are_read(geoparser: Geoparser) -> None:
    text = "At 35.2N 129.1E it rained in Nara."
    (found,) = geoparser.resolve(plain(text), [Extent(3, 15)])
    assert found.place is not None
    assert (found.place.kind, found.place.lat, found.place.lon) == ("coordinates", 35.2, 129.1)


def test_a_name_nobody_bears_stays_unresolved(geoparser: Geoparser) -> None:
    (found,) = geoparser.resolve(plain("In Zzyzxqq it rained."), [Extent(3, 10)])
    assert found.place is None
    assert found.confidence == 0


def test_surrogates_and_controls_are_borne(geoparser: Geoparser) -> None:
    assert isinstance(geoparser.toponyms(plain("\x00\u202eParis\u202c \ud800 Nara")), tuple)


# -- flags


@pytest.mark.parametrize(
    "text", ["Shells fell in Crimea.", "Drills near Dokdo.", "It rained in Srinagar.", "Talks in Taipei."]
)
def test_a_flagged_toponym_has_no_single_country(geoparser: Geoparser, text: str) -> None:
    (found,) = (t for t in geoparser.toponyms(plain(text)) if t.dispute is not None)
    assert found.place is not None
    assert found.place.country is None
    assert all(alternative.place.country is None for alternative in found.alternatives)


def test_an_alternative_on_disputed_ground_has_no_country(
    geoparser: Geoparser, register: DisputeRegister
) -> None:
    for name in ("Yalta", "Jerusalem", "Kashmir", "Sevastopol", "Islamabad"):
        for toponym in geoparser.toponyms(plain(f"It rained in {name}.")):
            for alternative in toponym.alternatives:
                if register.flag_place(alternative.place) is not None:
                    assert alternative.place.country is None


def test_an_undisputed_place_keeps_its_country(register: DisputeRegister, make: Maker) -> None:
    flagger = Flagger(register)
    lyon = make.source.choices("Lyon").candidates[0].place
    assert flagger.neutral(lyon, None) is lyon
    flag = register.flag("crimea", "mention")
    assert flagger.neutral(lyon, None, flag).country is None
    assert flagger.neutral(lyon, None, flag).admin1 == lyon.admin1


def test_a_disputed_town_has_no_unit_of_one_side(register: DisputeRegister, make: Maker) -> None:
    yalta = make.source.choices("Yalta").candidates[0].place
    shown = Flagger(register).neutral(yalta, None)
    assert shown.country is None
    assert shown == register.neutral(yalta, register.flag_place(yalta))


def test_the_quick_look_at_boxes_overlooks_nothing(register: DisputeRegister, make: Maker) -> None:
    flagger = Flagger(register)
    document = make("x")
    names = (
        "Yalta",
        "Srinagar",
        "Taipei",
        "Jerusalem",
        "Hargeysa",
        "Pristina",
        "Laayoune",
        "Stanley",
        "Tskhinvali",
    )
    for name in (*names, "Dokdo", "Gibraltar", "Nicosia", "Stepanakert", "Lyon", "Lima", "Suva", "Apia"):
        for candidate in make.source.choices(name).candidates:
            place = candidate.place
            found = flagger.flag(document, make.at(document, "x"), place)
            assert (found is None) == (register.flag_place(place) is None), place


def test_a_flagger_asks_once_and_forgets(
    register: DisputeRegister, make: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mapper.toponyms.flags.MOST_PLACES", 1)
    flagger = Flagger(register)
    document = make("In Lyon and Srinagar.")
    for name, flagged in (("Lyon", False), ("Srinagar", True), ("Lyon", False)):
        place = make.source.choices(name).candidates[0].place
        assert (flagger.flag(document, make.at(document, name), place) is not None) == flagged


# -- the publisher's home


@pytest.mark.parametrize(
    ("name", "near"),
    [("Paris, Texas", (33.66, -95.56)), ("Nairobi", (-1.28, 36.82)), ("Athens, Georgia", (33.96, -83.38))],
)
def test_a_home_is_read(make: Maker, name: str, near: tuple[float, float]) -> None:
    home = home_of(name, make.source)
    assert (home.lat, home.lon) == (pytest.approx(near[0], abs=0.2), pytest.approx(near[1], abs=0.2))
    assert home.name == name
    assert home.weight == 1.0


@pytest.mark.parametrize("name", ["Zzyzxqq", "", " , ", "zzz, Texas"])
def test_an_unknown_home_is_an_error_that_names_it(make: Maker, name: str) -> None:
    with pytest.raises(InputError, match="publisher's home"):
        home_of(name, make.source)


def test_a_country_or_state_can_be_a_home(make: Maker) -> None:
    kenya, texas = home_of("Kenya", make.source), home_of("Texas", make.source)
    assert kenya.country == make.source.choices("Kenya").row[0]
    assert texas.admin1 == make.source.choices("Texas").row[0]


def test_a_home_pulls_an_unclear_name(
    gazetteer: Gazetteer, register: DisputeRegister, geoparser: Geoparser
) -> None:
    text = "A school in Paris was closed."
    at_home = Geoparser(gazetteer, register, publisher_home="Paris, Texas")
    far, near = one(geoparser, text, "Paris"), one(at_home, text, "Paris")
    assert far.place is not None
    assert near.place is not None
    assert (far.place.country, near.place.admin1) == ("FR", "Texas")
    assert "publisher-home" in codes(near)
    assert "publisher-home" not in codes(far)


def test_a_home_does_not_outweigh_what_the_text_says(gazetteer: Gazetteer, register: DisputeRegister) -> None:
    at_home = Geoparser(gazetteer, register, publisher_home="Paris, Texas")
    found = one(at_home, "A school in Paris, France, was closed.", "Paris")
    assert found.place is not None
    assert found.place.country == "FR"


def test_the_pull_grows_with_nearness_and_weight(make: Maker) -> None:
    from mapper.toponyms.ranking.mention import Mention

    document = make("Paris")
    mention = Mention(make.at(document, "Paris"), make.source.choices("Paris"))
    table = Table(names_of("Paris", [mention])[0], "Paris")
    texas = home_of("Texas", make.source)
    pull = home_score(table, texas)
    assert table.admin1[int(pull.argmax())] == texas.admin1
    half = home_score(table, Home(texas.lat, texas.lon, texas.country, texas.admin1, "Texas", 0.5))
    assert half.tolist() == pytest.approx((pull / 2).tolist())


# -- learned homes


def test_a_source_shows_its_home_by_what_it_names(geoparser: Geoparser) -> None:
    articles = [plain(text, ident=f"a{i}", domain="local.example") for i, text in enumerate(LOCAL)]
    homes = geoparser.learn(articles)
    assert set(homes) == {"local.example"}
    home = homes["local.example"]
    assert home.lat == pytest.approx(31, abs=1.5)
    assert home.lon == pytest.approx(-97.5, abs=1.5)
    assert 0 < home.weight <= 1


def test_learned_homes_do_not_depend_on_order(geoparser: Geoparser) -> None:
    articles = [plain(text, ident=f"a{i}", domain="local.example") for i, text in enumerate(LOCAL)]
    assert geoparser.learn(articles) == geoparser.learn(articles[::-1])


def test_a_learned_home_is_used_for_its_own_source_only(geoparser: Geoparser) -> None:
    articles = [plain(text, ident=f"a{i}", domain="local.example") for i, text in enumerate(LOCAL)]
    learned = geoparser.with_homes(geoparser.learn(articles))
    text = "A school in Georgetown was closed."
    own = one(learned, text, "Georgetown", domain="local.example")
    other = one(learned, text, "Georgetown", domain="elsewhere.example")
    assert own.place is not None
    assert own.place.admin1 == "Texas"
    assert "publisher-home" in codes(own)
    assert "publisher-home" not in codes(other)
    assert one(geoparser, text, "Georgetown", domain="local.example") == other


@pytest.mark.parametrize(
    "texts",
    [
        LOCAL[: FEWEST_ARTICLES - 1],
        ("It rained in Nairobi.", "Talks in Lima failed.", "Snow in Oslo.", "A strike in Lyon."),
        ("Nothing at all.", "Nor here.", "Nor there."),
    ],
)
def test_few_or_far_spread_articles_show_no_home(geoparser: Geoparser, texts: tuple[str, ...]) -> None:
    articles = [plain(text, ident=f"a{i}", domain="world.example") for i, text in enumerate(texts)]
    assert geoparser.learn(articles) == {}


def test_articles_without_a_source_teach_nothing(geoparser: Geoparser) -> None:
    assert geoparser.learn([plain(text) for text in LOCAL]) == {}
    assert source_of(plain("x").article) == ""
    assert learn_homes([]) == {}


# -- reasons


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Talks in Paris, Texas, failed.", "Paris", "contained-in"),
        ("Talks in Nara. Nara rests. They left Nara.", "Nara", "one-sense"),
        ("Osaka and Nara lie in Japan.", "Nara", "country-named"),
        ("It rained in Osaka and Nara.", "Nara", "near-km"),
        ("The UAE signed.", "UAE", "name:abbreviation"),
        ("It rained in London.", "London", "most-prominent"),
    ],
)
def test_reasons_say_why(geoparser: Geoparser, text: str, name: str, code: str) -> None:
    start = text.index(name)
    found = geoparser.resolve(plain(text), [Extent(start, start + len(name))])[0]
    whole = next((t for t in geoparser.toponyms(plain(text)) if t.text == name), found)
    assert code in codes(found) + codes(whole)
    for reason in whole.reasons:
        if reason.start is not None and isinstance(reason.value, str):
            assert text[reason.start : reason.end] == reason.value
