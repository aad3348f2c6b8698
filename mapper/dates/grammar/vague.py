"""Words for about now, without days: now, recently, soon."""

from __future__ import annotations

from mapper.dates.grammar.rule import Atom, Look
from mapper.dates.meaning import Meaning, Relative, Unplaced
from mapper.dates.period import day


def _now(look: Look) -> Meaning | None:
    """Read "now"; not the magazine or "now and then"."""
    if look.is_name() or look.after(r"(?:-| and then\b)"):
        return None
    return Relative(day, value="PRESENT_REF")


def _recently(_: Look) -> Meaning:
    """Read "recently"."""
    return Unplaced("DATE", "PAST_REF", "vague")


_AHEAD = r"(?:\b(?:will|would|to|could|may|might|shall|can|should|is|are|not)|'ll|n't)(?: [a-z]+){0,3} "


def _soon(look: Look) -> Meaning | None:
    """Read "soon" where it looks ahead; not "as soon as", "soon after", "soon became"."""
    ahead = look.before(_AHEAD) or look.after(r" (?:be|to)\b") or look.before(r"\b(?:any ?time|coming|very) ")
    if not ahead or look.before(r"\bas ") or look.after(r" (?:after|afterwards|before|as|enough)\b|-"):
        return None
    return Unplaced("DATE", "FUTURE_REF", "vague")


ATOMS = (
    Atom("now", "vague", r"(?:now|currently|at present|at the moment|nowadays)", _now),
    Atom("recently", "vague", r"(?:recently|lately)", _recently),
    Atom("soon", "vague", r"soon", _soon),
)
