"""How far an event is real: the first of an ordered list of rules that speaks decides.

Called off > negated or imagined > claimed > planned > ongoing > happened.
"""

from __future__ import annotations

from typing import Final

from mapper.events.mention import Mention
from mapper.events.scene import Scene
from mapper.events.status import cancelled, claimed, negated, ongoing
from mapper.events.status.planned import PLANNED
from mapper.events.status.verdict import Rule, Verdict

RULES: Final[tuple[Rule, ...]] = (
    cancelled.cancelled_governor,
    cancelled.cancelled_modifier,
    cancelled.cancelled_words,
    cancelled.cancelled_plan,
    negated.negated_verb,
    negated.negated_noun,
    negated.negated_governor,
    negated.denied,
    negated.conditional,
    negated.unreal,
    negated.always_so,
    claimed.claimed_speech,
    claimed.claimed_of,
    claimed.claimed_adverb,
    claimed.claimed_modifier,
    claimed.claimed_hearsay,
    claimed.claimed_hint,
    *PLANNED,
    ongoing.ongoing_cue,
    ongoing.ongoing_progressive,
    ongoing.ongoing_state,
    ongoing.ongoing_present,
)

HAPPENED: Final = Verdict("happened", "happened.default", certainty=0.9)


def judge(scene: Scene, mention: Mention) -> Verdict:
    """Return the status of a mention with the rule and words it rests on."""
    return next(filter(None, (rule(scene, mention) for rule in RULES)), HAPPENED)


__all__ = ["HAPPENED", "RULES", "Verdict", "judge"]
