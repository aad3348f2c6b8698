"""From a parsed article to toponyms: recognise, resolve, give each its role, flag the disputed."""

from __future__ import annotations

from copy import copy
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from mapper.disputes import DisputeRegister
from mapper.gazetteer import Gazetteer
from mapper.model import Alternative, Reason, Toponym
from mapper.toponyms.candidates import CandidateSource
from mapper.toponyms.decide import Decision, decide
from mapper.toponyms.described import described_points
from mapper.toponyms.described.coordinates import read_point
from mapper.toponyms.document import Document
from mapper.toponyms.flags import Flagger
from mapper.toponyms.home import home_of
from mapper.toponyms.learning import learn_homes, source_of
from mapper.toponyms.ranking.resolve import rank
from mapper.toponyms.ranking.seats import with_seats
from mapper.toponyms.reasons import place_reasons
from mapper.toponyms.roles import roles
from mapper.toponyms.spans import proposals

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mapper.language import ParsedArticle
    from mapper.model import Extent, Role, Span
    from mapper.toponyms.described.point import Point
    from mapper.toponyms.ranking.home import Home
    from mapper.toponyms.ranking.resolve import Ranking


class Geoparser:
    """Finds the place names of parsed articles and says which places they mean.

    Parameters
    ----------
    gazetteer
        The place index; the packaged one by default.
    register
        The register of disputed territories; the packaged one by default.
    publisher_home
        Name of the place where the publication is at home ("Paris, Texas"): a mild prior.

    Raises
    ------
    InputError
        If the gazetteer knows no place of the publisher's name.
    """

    def __init__(
        self,
        gazetteer: Gazetteer | None = None,
        register: DisputeRegister | None = None,
        *,
        publisher_home: str | None = None,
    ) -> None:
        self._source = CandidateSource(gazetteer or Gazetteer.open())
        self._register = register or DisputeRegister.load()
        self._flagger = Flagger(self._register)
        self._home = home_of(publisher_home, self._source) if publisher_home else None
        self._homes: Mapping[str, Home] = {}

    def learn(self, articles: Iterable[ParsedArticle]) -> dict[str, Home]:
        """Return where the sources of these articles are at home, by what they name without doubt.

        Give the result to `with_homes` to use it as a prior.
        """
        return learn_homes((source_of(parsed.article), self._ranking(parsed)) for parsed in articles)

    def with_homes(self, homes: Mapping[str, Home]) -> Geoparser:
        """Return a geoparser that takes the home of an article's source as a mild prior."""
        other = copy(self)
        other._homes = dict(homes)  # noqa: SLF001 - a copy of this very class
        return other

    def toponyms(self, parsed: ParsedArticle) -> tuple[Toponym, ...]:
        """Return the place names of an article in text order; none overlaps another.

        Points that the text describes ("35.2N, 129.1E", "20 km north of Aleppo") stand among them, as
        places of the kinds ``coordinates`` and ``offset`` with the radius in km that the words leave
        open as their extent.
        """
        document = Document(parsed, self._source, self._register)
        names = self._finish(document, decide(document, proposals(document)))
        points = [self._described(document, point) for point in described_points(document, names)]
        return _numbered([*names, *points]) if points else names

    def resolve(self, parsed: ParsedArticle, spans: Iterable[Span | Extent]) -> tuple[Toponym, ...]:
        """Return a toponym for each span given as one, in text order.

        The other place names of the text are read as well, but only as context.
        """
        document = Document(parsed, self._source, self._register)
        given = [document.proposal(*span, "given") for span in sorted({(s.start, s.end) for s in spans})]
        context = [
            decision
            for decision in decide(document, proposals(document))
            if not any(decision.proposal.overlaps(proposal) for proposal in given)
        ]
        decisions = sorted([*(Decision(proposal, 1.0) for proposal in given), *context], key=_position)
        found = self._finish(document, decisions)
        return _numbered(
            self._as_coordinates(document, toponym)
            for toponym, decision in zip(found, decisions, strict=True)
            if decision.proposal.source == "given"
        )

    def _as_coordinates(self, document: Document, toponym: Toponym) -> Toponym:
        """Return the point that a given span spells out, the toponym itself if it spells out none."""
        point = read_point(document.text, toponym.start, toponym.end)
        return toponym if point is None else self._described(document, point)

    def _described(self, document: Document, point: Point) -> Toponym:
        """Return the record of a described point."""
        proposal = document.proposal(point.start, point.end, point.kind)
        place = point.place(document.gazetteer)
        flag = self._flagger.flag(document, proposal, place)
        return Toponym(
            id="",
            start=point.start,
            end=point.end,
            text=proposal.text,
            role="literal",
            place=self._flagger.neutral(place, document.date, flag),
            confidence=round(point.confidence, 4),
            reasons=(Reason(f"found:{point.kind}", round(point.confidence, 2)), *point.reasons),
            dispute=flag,
        )

    def _ranking(self, parsed: ParsedArticle) -> Ranking:
        document = Document(parsed, self._source, self._register)
        decisions = decide(document, proposals(document))
        return rank(document.text, [document.mention(decision.proposal) for decision in decisions])

    def _finish(self, document: Document, decisions: Sequence[Decision]) -> tuple[Toponym, ...]:
        spans = [decision.proposal for decision in decisions]
        home = self._home or self._homes.get(source_of(document.article))
        said = tuple(roles(document, spans))
        ranking = with_seats(
            rank(document.text, [document.mention(span) for span in spans], home),
            (i for i, (role, _) in enumerate(said) if role == "metonym"),
        )
        return tuple(self._toponym(document, ranking, i, decisions[i], role) for i, role in enumerate(said))

    def _toponym(
        self, document: Document, ranking: Ranking, i: int, decision: Decision, role: tuple[Role, Reason]
    ) -> Toponym:
        """Return the record of mention `i`."""
        proposal, resolution = decision.proposal, ranking.of(i)
        best = ranking.of(i).best
        place = None if best is None else self._source.place(ranking.candidate(best))
        flag = self._flagger.flag(document, proposal, place)
        neutral = partial(self._flagger.neutral, day=document.date, flag=flag)
        return Toponym(
            id=f"t{i + 1}",
            start=proposal.start,
            end=proposal.end,
            text=proposal.text,
            role=role[0],
            place=neutral(place) if place is not None else None,
            confidence=round(resolution.confidence * decision.probability, 4) if place is not None else 0.0,
            alternatives=tuple(
                Alternative(neutral(self._source.place(c)), round(share, 4)) for c, share in resolution.others
            ),
            reasons=(_found_by(decision), role[1], *place_reasons(ranking, i)),
            dispute=flag,
        )


def _numbered(toponyms: Iterable[Toponym]) -> tuple[Toponym, ...]:
    """Return toponyms in text order, numbered from 1."""
    ordered = sorted(toponyms, key=lambda toponym: (toponym.start, toponym.end))
    return tuple(replace(toponym, id=f"t{i}") for i, toponym in enumerate(ordered, start=1))


def _position(decision: Decision) -> tuple[int, int]:
    return decision.proposal.start, decision.proposal.end


def _found_by(decision: Decision) -> Reason:
    return Reason(f"found:{decision.proposal.source}", round(decision.probability, 2))
