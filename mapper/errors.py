"""Every error the mapper raises on purpose.

::

    MapperError
    ├── InputError (ValueError)              what the caller handed in cannot be used
    │   ├── ArticleError                     an article cannot be read
    │   │   └── ArticleTooLargeError
    │   ├── RecordError                      a finished record does not fit the schema
    │   ├── CorrectionError                  a corrections file does not fit its articles
    │   ├── UnknownTerritoryError (LookupError)  the register has no such territory
    │   ├── QueryError                       a query or an option of the geocoder cannot be used
    │   └── GoldError                        a gold file or prediction cannot be scored
    ├── GazetteerError
    │   ├── GazetteerMissingError (FileNotFoundError)
    │   ├── GazetteerVersionError            built for another version of the index format
    │   └── GazetteerCorruptError            truncated, altered or unreadable
    ├── RegisterError                        the register of disputed territories is not sound
    ├── LexiconError                         a table of the event lexicon is not sound
    ├── ModelMissingError (ImportError)      a language model that was asked for is not installed
    ├── ExtraMissingError (ImportError)      an optional part of the package is not installed
    ├── ExportError (OSError)                a result cannot be written
    ├── CacheError (OSError)                 the cache file of a geocoder cannot be used
    └── StoreError                           a store of records cannot be used
        ├── StoreVersionError                written for another version of the store's format
        └── StoreCorruptError                damaged, or no store at all

Messages name the input, say what was expected and what to do about it.
"""

from __future__ import annotations


class MapperError(Exception):
    """Root of all errors of this package."""


class InputError(MapperError, ValueError):
    """What the caller handed in cannot be used."""


class ArticleError(InputError):
    """An article cannot be read."""


class ArticleTooLargeError(ArticleError):
    """An article is larger than the limit in force."""


class RecordError(InputError):
    """A finished record does not fit the schema."""


class CorrectionError(InputError):
    """A corrections file cannot be applied."""


class GoldError(InputError):
    """A gold file or a prediction cannot be scored."""


class UnknownTerritoryError(InputError, LookupError):
    """The register of disputed territories has no such territory."""


class QueryError(InputError):
    """A query or an option of the geocoder cannot be used; those raised are errors of geopy too."""


class GazetteerError(MapperError):
    """The place index cannot be used."""


class GazetteerMissingError(GazetteerError, FileNotFoundError):
    """There is no place index where one was expected."""


class GazetteerVersionError(GazetteerError):
    """The place index was built for another version of its format."""


class GazetteerCorruptError(GazetteerError):
    """The place index is truncated, altered or unreadable."""


class RegisterError(MapperError):
    """The register of disputed territories is not sound."""


class LexiconError(MapperError):
    """A table of the event lexicon is not sound."""


class ModelMissingError(MapperError, ImportError):
    """A language model that was asked for is not installed."""


class ExtraMissingError(MapperError, ImportError):
    """An optional part of the package is not installed."""

    @classmethod
    def for_extra(cls, extra: str, package: str) -> ExtraMissingError:
        """Return the error for a missing package, naming the extra that brings it."""
        msg = f"This needs the package {package!r}: install it with: pip install 'event-mapper[{extra}]'."
        return cls(msg)


class ExportError(MapperError, OSError):
    """A result cannot be written."""


class CacheError(MapperError, OSError):
    """The cache file of a geocoder cannot be used."""


class StoreError(MapperError):
    """A store of records cannot be used."""


class StoreVersionError(StoreError):
    """The store was written for another version of its format."""


class StoreCorruptError(StoreError):
    """The store is damaged, or no store at all."""
