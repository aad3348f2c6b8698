"""The point of view an export was made in, and the sentence that goes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapper.disputes import Worldview, worldview
from mapper.disputes.worldviews import NEUTRAL

if TYPE_CHECKING:
    from mapper.model import EventMap


def view_of(result: EventMap) -> Worldview:
    """Return the point of view a result was asked for, the neutral one if none was."""
    return worldview(result.run.options.get("worldview", NEUTRAL))
