"""Which events belong together: links inside an article, each with its cue."""

from mapper.links.within import link_events

__all__ = ["link_events"]
