"""Choose the parser: the medium English model, else the small one, else none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Literal, Protocol, TypeAlias

from mapper.errors import ModelMissingError
from mapper.language.parse import Parse
from mapper.language.plain import PlainParser

ModelChoice: TypeAlias = Literal["auto", "md", "sm", "none"]

INSTALL_HINT: Final = "pip install 'event-mapper[model]'"


class Parser(Protocol):
    """Turns texts into parses."""

    name: str
    """Name and version of the model, "none" without one."""
    language: str | None
    """ISO 639-1 code the model understands, None for any."""

    def parse(self, text: str) -> Parse:
        """Parse one text."""
        ...

    def parse_all(self, texts: Iterable[str]) -> Iterator[Parse]:
        """Parse texts in batches, in order."""
        ...


def load_parser(choice: ModelChoice = "auto") -> Parser:
    """Return the best installed parser, or the one asked for.

    Raises
    ------
    ModelMissingError
        If a model that was asked for by name is not installed.
    """
    if choice != "none":
        from mapper.language.spacy_parser import load_spacy

        parser = load_spacy(("md", "sm") if choice == "auto" else (choice,))
        if parser is not None:
            return parser
        if choice != "auto":
            msg = f"The language model {choice!r} is not installed: {INSTALL_HINT}, or choose 'auto'."
            raise ModelMissingError(msg)
    return PlainParser()
