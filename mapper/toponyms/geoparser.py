"""From a parsed article to toponyms: recognise, resolve, give each its role, flag the disputed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapper.disputes import DisputeRegister
from mapper.gazetteer import Gazetteer
from mapper.model import Alternative, Reason, Toponym
from mapper.toponyms.candidates import CandidateSource
from mapper.toponyms.decide import Decision, decide
from mapper.toponyms.document import Document
from mapper.toponyms.flags import Flagger
from mapper.toponyms.home import home_of
from mapper.toponyms.ranking.resolve import rank
from mapper.toponyms.reasons import place_reasons
from mapper.toponyms.roles import roles
from mapper.toponyms.spans import proposals

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mapper.language import ParsedArticle
    from mapper.model import Extent, Role, Span
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

    def toponyms(self, parsed: ParsedArticle) -> tuple[Toponym, ...]:
        """Return the place names of an article in text order; none overlaps another."""
        document = Document(parsed, self._source, self._register)
        return self._finish(document, decide(document, proposals(document)))

    def resolve(self, parsed: ParsedArticle, spans: Iterable[Span | Extent]) -> tuple[Toponym, ...]:
        """Return a toponym for each span given as one, in text order, without asking the recogniser."""
        document = Document(parsed, self._source, self._register)
        given = sorted({(span.start, span.end) for span in spans})
        return self._finish(document, [Decision(document.proposal(*span, "given"), 1.0) for span in given])

    def _finish(self, document: Document, decisions: Sequence[Decision]) -> tuple[Toponym, ...]:
        spans = [decision.proposal for decision in decisions]
        mentions = [document.mention(span) for span in spans]
        ranking = rank(document.text, mentions, self._home)
        return tuple(
            self._toponym(document, ranking, i, decisions[i], role)
            for i, role in enumerate(roles(document, spans))
        )

    def _toponym(
        self, document: Document, ranking: Ranking, i: int, decision: Decision, role: tuple[Role, Reason]
    ) -> Toponym:
        """Return the record of mention `i`."""
        proposal, resolution = decision.proposal, ranking.of(i)
        place = ranking.place(i)
        return Toponym(
            id=f"t{i + 1}",
            start=proposal.start,
            end=proposal.end,
            text=proposal.text,
            role=role[0],
            place=place,
            confidence=round(resolution.confidence * decision.probability, 4) if place is not None else 0.0,
            alternatives=tuple(Alternative(c.place, round(share, 4)) for c, share in resolution.others),
            reasons=(_found_by(decision), role[1], *place_reasons(ranking, i)),
            dispute=self._flagger.flag(document, proposal, place),
        )


def _found_by(decision: Decision) -> Reason:
    return Reason(f"found:{decision.proposal.source}", round(decision.probability, 2))
