"""The gazetteer as a geopy geocoder: nothing leaves the computer."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderServiceError
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder

from mapper.errors import InputError
from mapper.gazetteer import Gazetteer
from mapper.gazetteer.combined import outlines_of
from mapper.geocoder.answers import Answers
from mapper.geocoder.areas import Areas
from mapper.geocoder.forward import Asked, Forward
from mapper.geocoder.ground import Ground
from mapper.geocoder.options import GeopyQueryError, read_filter, read_languages, read_limit, read_point
from mapper.geocoder.reverse import Reverse
from mapper.geocoder.search import Search

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import geopandas as gpd
    from geopy.location import Location

    from mapper.disputes import DisputeRegister
    from mapper.geocoder.answer import Answer
    from mapper.geocoder.batch import Batch, Reversed

CREDIT: Final = "Places: GeoNames (CC BY 4.0), Natural Earth and the mapper's own tables"


class OfflineAdapter(BaseSyncAdapter):  # type: ignore[misc]
    """The adapter of a geocoder that makes no requests."""

    def get_json(self, url: str, *, timeout: Any, headers: Any) -> Any:  # noqa: ARG002 - geopy's signature
        """Refuse: there is nothing to ask."""
        msg = f"This geocoder works offline and does not ask {url!r}."
        raise GeocoderServiceError(msg)

    get_text = get_json


class GazetteerGeocoder(Geocoder):  # type: ignore[misc]
    """A geocoder over the built-in gazetteer, in the manner of geopy.

    Parameters
    ----------
    gazetteer
        An opened gazetteer, or the path of an index; by default the packaged one.
    register
        The register of disputed territories; by default the packaged one.
    timeout
        Accepted for geopy's sake; look-ups are local.

    Examples
    --------
    >>> GazetteerGeocoder().geocode("Dokdo").raw["dispute"]["claimants"]
    ['JP', 'KP', 'KR']
    """

    credit = CREDIT

    def __init__(
        self,
        *,
        gazetteer: Gazetteer | Path | str | None = None,
        register: DisputeRegister | None = None,
        timeout: Any = DEFAULT_SENTINEL,
    ) -> None:
        super().__init__(timeout=timeout, adapter_factory=OfflineAdapter)
        self._gazetteer = _opened(gazetteer)
        outlines = outlines_of(self._gazetteer)
        self.ground = Ground.packaged(outlines) if register is None else Ground(register)
        self._areas = Areas(self._gazetteer, self.ground)
        self._answers = Answers(self._gazetteer, self.ground)
        self._forward = Forward(Search(self._gazetteer, self._areas), self._areas, self._answers)
        self._reverse = Reverse(self._gazetteer, self.ground, self._answers)

    @cached_property
    def _batch(self) -> Batch:
        from mapper.geocoder.batch import Batch

        return Batch(self._gazetteer, self.ground, self._reverse)

    @classmethod
    def from_geodataframe(
        cls,
        frame: gpd.GeoDataFrame,
        *,
        name: str,
        id: str | None = None,  # noqa: A002 - named like the columns it stands for
        population: str | None = None,
        kind: str = "city",
        gazetteer: Gazetteer | Path | str | None = None,
        register: DisputeRegister | None = None,
    ) -> GazetteerGeocoder:
        """Return a geocoder that also knows the places of a GeoDataFrame, before all namesakes.

        Parameters
        ----------
        frame
            Points or areas in any coordinate system; of an area, a point inside it is taken.
        name, id, population
            Columns with the name, an identifier (by default the row's number), the population.
        kind
            The gazetteer's kind for all rows: "city", "landmark", "island" …
        gazetteer, register
            As in the constructor.

        Raises
        ------
        GeocoderQueryError
            If a column or the coordinate system is missing or the kind is not known.
        """
        packaged = _opened(gazetteer)
        columns = {key: column for key, column in (("id", id), ("population", population)) if column}
        try:
            own = Gazetteer.from_geodataframe(frame, name=name, kind=kind, base=packaged, **columns)
        except InputError as error:
            raise GeopyQueryError(str(error)) from error
        return cls(gazetteer=own.beside(packaged), register=register)

    def geocode(  # noqa: PLR0913 - geopy's options
        self,
        query: str | Mapping[str, object],
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,  # noqa: ARG002 - geopy's
        limit: int | None = None,
        language: str | bool | None = False,
        country_codes: str | Iterable[str] | None = None,
        viewbox: Sequence[Any] | None = None,
        bounded: bool = False,
        featuretype: str | Iterable[str] | None = None,
    ) -> Location | list[Location] | None:
        """Find places by name, address-like list, coordinates or description.

        Parameters
        ----------
        query
            "Paris, Texas", "서울", "37.57, 126.98", "17T 630084 4833438", "20 km north of Aleppo", or a
            dict with keys such as city, county, state and country.
        exactly_one
            Return one location rather than a list.
        timeout
            Accepted for geopy's sake.
        limit
            Number of locations at most, 10 if not given.
        language
            Code of the language of the address ("ko", "zh-Hant", "de, en"), for places whose name in it
            the gazetteer knows; the others keep their own, mostly English. Disputed places always do.
        country_codes
            Two-letter codes to keep to. A disputed place belongs to each of its claimants and
            administrators.
        viewbox, bounded
            Two corners of a box whose places come first, or are the only ones.
        featuretype
            country, state, county, city, settlement, or kinds of the gazetteer.

        Returns
        -------
        Location | list[Location] | None
            None if nothing is found. `raw` has the place, its match, score (0 to 1), reasons,
            alternatives, dispute, parents and uncertainty in km. Of an address whose street is
            not known the town answers, with half the score and the reason ``left-out``.

        Raises
        ------
        GeocoderQueryError
            If the query is no text or dict, or an option cannot be used.
        """
        count = read_limit(limit, exactly_one=exactly_one)
        wanted = read_filter(country_codes, viewbox, featuretype, bounded=bounded)
        asked = Asked(wanted, count, read_languages(language))
        return _one_or_list(self._forward.find(query, asked), exactly_one=exactly_one)

    def reverse(
        self,
        query: Any,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,  # noqa: ARG002 - geopy's
        limit: int | None = None,
        language: str | bool | None = False,
        featuretype: str | Iterable[str] | None = None,
    ) -> Location | list[Location] | None:
        """Say what lies at a point: disputed ground first, the sea at sea, else the nearest place.

        Parameters
        ----------
        query
            A geopy point, (latitude, longitude) or text like "37.57, 126.98".
        exactly_one, timeout, limit, language, featuretype
            As in `geocode`.

        Returns
        -------
        Location | list[Location] | None
            None where the gazetteer knows nothing. `raw` has the distance in km.

        Raises
        ------
        GeocoderQueryError
            If the query is no point or an option cannot be used.
        """
        count = read_limit(limit, exactly_one=exactly_one)
        kinds = read_filter(None, None, featuretype, bounded=False).kinds
        point = read_point(query)
        languages = read_languages(language)
        lat, lon = point.latitude, point.longitude
        found = self._reverse.at(lat, lon, kinds=kinds, limit=count, languages=languages)
        return _one_or_list(found, exactly_one=exactly_one)

    def reverse_many(self, points: Iterable[Any]) -> Reversed:
        """Say what lies at each of many points, as `reverse` does.

        Parameters
        ----------
        points
            Pairs of (latitude, longitude) in degrees, or an array with these two columns.

        Returns
        -------
        Reversed
            A sequence of locations, None where nothing is known, in the order of the points. All
            places are found in one go; a location is built when it is looked at.

        Raises
        ------
        GeocoderQueryError
            If they are no such pairs.
        """
        return self._batch.at(points)

    def geocode_many(
        self, queries: Iterable[str | Mapping[str, object]], **options: Any
    ) -> list[Location | list[Location] | None]:
        """Return `geocode` of each query, None where nothing is found; each is looked up once."""
        answers: dict[str, Location | list[Location] | None] = {}
        results = []
        for query in queries:
            key = repr(query)
            if key not in answers:
                answers[key] = self.geocode(query, **options)
            results.append(answers[key])
        return results


def _opened(gazetteer: Gazetteer | Path | str | None) -> Gazetteer:
    if gazetteer is None:
        return Gazetteer.open()
    return Gazetteer.open(Path(gazetteer)) if isinstance(gazetteer, str | Path) else gazetteer


def _one_or_list(found: list[Answer], *, exactly_one: bool) -> Answer | list[Answer] | None:
    if not found:
        return None
    return found[0] if exactly_one else found
