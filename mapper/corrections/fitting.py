"""Which corrections an article gets, and which places they mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias, TypeVar

from mapper.corrections.records import EventCorrection, PlaceCorrection
from mapper.errors import CorrectionError, MapperError
from mapper.model import Article, DisputeFlag, Place, Toponym

FindPlace: TypeAlias = Callable[[str], Place]
"""Returns the place of an id, as `Gazetteer.place`."""
FlagPlace: TypeAlias = Callable[[Place], DisputeFlag | None]
"""Returns the flag of a disputed place."""

C = TypeVar("C", PlaceCorrection, EventCorrection)


def latest(corrections: Sequence[C]) -> tuple[C, ...]:
    """Return the corrections without those that a later one replaces."""
    return tuple({(c.at.article, c.at.text_sha256, c.at.start, c.at.end): c for c in corrections}.values())


def fitting(corrections: Sequence[C], article: Article) -> Iterator[C]:
    """Yield the corrections of an article."""
    for correction in latest(corrections):
        at = correction.at
        same_text = at.text_sha256 is not None and at.text_sha256 == article.text_sha256
        if not same_text and at.article != article.id:
            continue
        known = at.text_sha256 is None or article.text_sha256 is None or same_text
        there = not isinstance(article.text, str) or article.text[at.start : at.end] == at.text
        if not known or not there or not 0 <= at.start < at.end:
            msg = (
                f"The correction of {at.text!r} ({at.start}-{at.end}) was made for another text of the "
                f"article {article.id!r}: remove it, or make it again."
            )
            raise CorrectionError(msg)
        yield correction


def finder(toponyms: Sequence[Toponym], find: FindPlace | None) -> FindPlace:
    """Return a look-up that knows the places of the article, and the gazetteer's if there is one."""
    known = {a.place.id: a.place for t in toponyms for a in t.alternatives}
    known |= {t.place.id: t.place for t in toponyms if t.place is not None}

    def look_up(ident: str) -> Place:
        if ident in known:
            return known[ident]
        try:
            if find is not None:
                return find(ident)
        except (MapperError, LookupError, ValueError) as error:
            msg = f"A correction names the place {ident!r}, which the gazetteer does not hold."
            raise CorrectionError(msg) from error
        msg = f"A correction names the place {ident!r}, and there is no gazetteer to look it up in."
        raise CorrectionError(msg)

    return look_up


def resolve(place: str | Place | None, find: FindPlace) -> Place | None:
    """Return the place a correction means."""
    return find(place) if isinstance(place, str) else place
