"""Grammar behind one interface: read off a parse, or guessed from word order without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapper.events.syntax.relations import Form, Preposition, Relations, Step
from mapper.events.syntax.tree import TreeRelations
from mapper.events.syntax.window import WindowRelations

if TYPE_CHECKING:
    from mapper.language import Parse

__all__ = ["Form", "Preposition", "Relations", "Step", "relations_of"]


def relations_of(parse: Parse) -> Relations:
    """Return the grammar of a parse."""
    return TreeRelations(parse) if parse.has_syntax else WindowRelations(parse)
