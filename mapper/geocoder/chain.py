"""Several geocoders one after the other: the gazetteer first, then online services if the user names them."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any, Final

from geopy.exc import GeocoderQueryError, GeocoderServiceError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from msgspec import to_builtins

from mapper.geocoder.address import disputed_note
from mapper.geocoder.cache import AnswerCache
from mapper.geocoder.ground import Ground
from mapper.geocoder.offline import GazetteerGeocoder, OfflineAdapter
from mapper.geocoder.options import read_filter, read_limit, read_point

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

CREDITS: Final = {
    "Nominatim": "© OpenStreetMap contributors, ODbL 1.0, https://www.openstreetmap.org/copyright",
    "Photon": "© OpenStreetMap contributors, ODbL 1.0, https://www.openstreetmap.org/copyright",
}
"""Credit lines that services ask for; for another, its name stands in."""
_POLICY_DELAY_S: Final = 1.0
"""At most one request a second: https://operations.osmfoundation.org/policies/nominatim/."""
_FILTERS: Final = frozenset({"country_codes", "viewbox", "bounded", "featuretype"})
"""Options that leave answers out: a service that does not know one cannot be asked."""


class ChainGeocoder(Geocoder):  # type: ignore[misc]
    """Geocoders asked in turn until one finds something.

    Nothing goes online unless an online geocoder is in the list. Each of those is asked at most once
    in `min_delay_seconds`, its answers carry its name and credit line in `raw`, and an answer on
    disputed ground carries the flag.

    Parameters
    ----------
    geocoders
        In the order to ask, by default only the gazetteer.
    cache
        A file to keep online answers in, "found nothing" too; None for none.
    min_delay_seconds, max_retries, error_wait_seconds
        For geopy's RateLimiter around each online geocoder.
    timeout
        Seconds for an online request; None for each geocoder's own.

    Examples
    --------
    >>> from geopy.geocoders import Nominatim
    >>> chain = ChainGeocoder([GazetteerGeocoder(), Nominatim(user_agent="my-newsroom")])
    """

    def __init__(
        self,
        geocoders: Sequence[Geocoder] | None = None,
        *,
        cache: Path | str | None = None,
        min_delay_seconds: float = _POLICY_DELAY_S,
        max_retries: int = 2,
        error_wait_seconds: float = 5.0,
        timeout: Any = DEFAULT_SENTINEL,
    ) -> None:
        super().__init__(timeout=timeout, adapter_factory=OfflineAdapter)
        self._own_timeout = {} if timeout is DEFAULT_SENTINEL else {"timeout": timeout}
        self._pace = {
            "min_delay_seconds": min_delay_seconds,
            "max_retries": max_retries,
            "error_wait_seconds": max(error_wait_seconds, min_delay_seconds),
        }
        self._geocoders = tuple(geocoders) if geocoders is not None else (GazetteerGeocoder(),)
        self._cache = AnswerCache(cache) if cache is not None else None
        self._ground = _ground_of(self._geocoders)
        self._links = self._make_links()

    def __getstate__(self) -> dict[str, Any]:
        return {key: value for key, value in self.__dict__.items() if key != "_links"}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._links = self._make_links()

    @property
    def credits(self) -> tuple[str, ...]:
        """The credit lines of all geocoders in the chain."""
        return tuple(dict.fromkeys(map(credit_of, self._geocoders)))

    def geocode(  # noqa: PLR0913 - geopy's options
        self,
        query: str | Mapping[str, object],
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,
        limit: int | None = None,
        language: str | bool | None = False,
        country_codes: str | Iterable[str] | None = None,
        viewbox: Sequence[Any] | None = None,
        bounded: bool = False,
        featuretype: str | Iterable[str] | None = None,
    ) -> Location | list[Location] | None:
        """Return the first geocoder's answer; the options are those of `GazetteerGeocoder.geocode`.

        A service that does not know an option that leaves answers out is passed over.

        Raises
        ------
        GeocoderQueryError
            If the query or an option cannot be used.
        GeocoderServiceError
            If nothing was found and a service could not be asked.
        """
        read_filter(country_codes, viewbox, featuretype, bounded=bounded)
        options = {
            "limit": limit, "language": language, "country_codes": country_codes, "viewbox": viewbox,
            "bounded": bounded, "featuretype": featuretype, "timeout": timeout,
        }  # fmt: skip
        return self._ask_all("geocode", query, exactly_one=exactly_one, options=options)

    def reverse(
        self,
        query: Any,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,
        limit: int | None = None,
        language: str | bool | None = False,
        featuretype: str | Iterable[str] | None = None,
    ) -> Location | list[Location] | None:
        """Return the first geocoder's answer for a point; options as in `GazetteerGeocoder.reverse`.

        Raises
        ------
        GeocoderQueryError
            If the query is no point or an option cannot be used.
        GeocoderServiceError
            If nothing was found and a service could not be asked.
        """
        read_filter(None, None, featuretype, bounded=False)
        point = read_point(query)
        options = {"limit": limit, "language": language, "featuretype": featuretype, "timeout": timeout}
        return self._ask_all(
            "reverse", (point.latitude, point.longitude), exactly_one=exactly_one, options=options
        )

    def _make_links(self) -> tuple[Link, ...]:
        return tuple(Link(geocoder, self._cache, self._pace, self._ground) for geocoder in self._geocoders)

    def _ask_all(self, method: str, query: Any, *, exactly_one: bool, options: dict[str, Any]) -> Any:
        count = read_limit(options["limit"], exactly_one=exactly_one)
        if options["timeout"] is DEFAULT_SENTINEL:
            options |= self._own_timeout
        failure: GeocoderServiceError | None = None
        for link in self._links:
            try:
                found = link.ask(method, query, exactly_one=exactly_one, options=options)
            except GeocoderQueryError:
                raise
            except GeocoderServiceError as error:
                failure = error
                continue
            if found:
                return found[0] if exactly_one else found[:count]
        if failure is not None:
            raise failure
        return None


class Link:
    """One geocoder of a chain, with its pace and its cache if it is an online one."""

    def __init__(
        self, geocoder: Geocoder, cache: AnswerCache | None, pace: Mapping[str, Any], ground: Ground
    ) -> None:
        self._geocoder = geocoder
        self._ground = ground
        self._online = not isinstance(geocoder, GazetteerGeocoder | ChainGeocoder)
        self._cache = cache if self._online else None
        self._service = f"{type(geocoder).__name__} {getattr(geocoder, 'domain', '')}".strip()
        self._call = (
            RateLimiter(self._request, swallow_exceptions=False, **pace) if self._online else self._request
        )

    def ask(self, method: str, query: Any, *, exactly_one: bool, options: dict[str, Any]) -> list[Location]:
        """Return the geocoder's answers, from the cache if it was asked before; empty for none."""
        known = inspect.signature(getattr(self._geocoder, method)).parameters
        given = {key: value for key, value in options.items() if not _is_default(value)}
        if not _FILTERS.isdisjoint(given.keys() - known.keys()):
            return []
        usable = {key: value for key, value in given.items() if key in known} | {"exactly_one": exactly_one}
        found = self._cached(method, query, usable)
        return list(map(self._credited, found)) if self._online else found

    def _cached(self, method: str, query: Any, options: dict[str, Any]) -> list[Location]:
        if self._cache is None:
            return self._call(method, query, options)
        question = {"query": query} | {key: value for key, value in options.items() if key != "timeout"}
        asked, answer = self._cache.get(self._service, method, question)
        if not asked:
            answer = self._call(method, query, options) or None
            self._cache.put(self._service, method, question, answer)
        return answer or []

    def _request(self, method: str, query: Any, options: dict[str, Any]) -> list[Location]:
        found = getattr(self._geocoder, method)(query, **options)
        if found is None:
            return []
        return [found] if isinstance(found, Location) else list(found)

    def _credited(self, location: Location) -> Location:
        """Return an online answer with its origin, and with the flag if it lies on disputed ground."""
        flag = self._ground.flag_at(location.latitude, location.longitude)
        raw = dict(location.raw) if isinstance(location.raw, dict) else {"answer": location.raw}
        raw |= {"geocoder": type(self._geocoder).__name__, "credit": credit_of(self._geocoder)}
        raw["dispute"] = None if flag is None else to_builtins(flag)
        return Location(location.address + (disputed_note(flag) if flag else ""), location.point, raw)


def credit_of(geocoder: Geocoder) -> str:
    """Return the line that names where a geocoder's answers come from."""
    own: str | None = getattr(geocoder, "credit", None)
    name = type(geocoder).__name__
    return own or CREDITS.get(name, f"Geocoded with {name}")


def _is_default(value: Any) -> bool:
    return value is None or value is False or value is DEFAULT_SENTINEL


def _ground_of(geocoders: Sequence[Geocoder]) -> Ground:
    """Return the disputed ground that the first gazetteer of a chain knows, else the packaged one."""
    grounds = (geocoder.ground for geocoder in geocoders if isinstance(geocoder, GazetteerGeocoder))
    return next(grounds, None) or Ground.packaged()
