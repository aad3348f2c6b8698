"""The words that say whether a bare date lies ahead or behind, as data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

Direction: TypeAlias = Literal["past", "future", "nearest"]
"""`nearest`: a plan seen from afterwards, whose day may lie on either side."""

_FILLER: Final = r"(?: (?:not|also|now|then|both|only|soon|again|later|likely|first|still|already|[a-z]+ly))*"
_VERB: Final = r"(?: [a-z'-]+)?"
_TO_DO: Final = rf"(?: to(?: be| have)?\b{_FILLER}{_VERB}| (?:for|on|until|till|in(?! light)|by|at|from)\b)"

_OBJECT: Final = "(?:an?|another|its|his|her|their|more|new|further)\\b"
_TO_VERB: Final = rf"to\b(?! (?:the|an?|his|her|their|its|our|this|that|[0-9]+)\b)(?: be\b)?{_FILLER}{_VERB}"
_HAVE_BEEN: Final = rf"(?:(?:has|have|had)\b{_FILLER}(?: been)? )?"
_AUXILIARY: Final = "was|were|had|did|has|have|'d"
_MODAL: Final = "will|would|shall|may|might|could|can|should|must|won't"
_AHEAD: Final = (
    "upcoming|forthcoming|ahead of|no later than|as (?:early|soon) as|in time for|deadline|starting|"
    "beginning|commencing|effective|in the run-up to|countdown to|eve of"
)

_PLANNED: Final = (
    "expected|scheduled|planned|due|slated|likely|unlikely|supposed|about|bound|poised|hoping|planning|"
    "preparing|aiming|meant|intended|booked|billed|projected|forecast|anticipated|timed|earmarked|invited|"
    "tipped|obliged|required|determined|on track|on course|ready|in line"
)
_PUT_OFF: Final = (
    "rescheduled|postponed|delayed|adjourned|deferred|pushed(?: back)?|brought forward|extended|remanded|"
    "moved|put back"
)
_WILLING: Final = (
    "plan(?:s|ned)?|intend(?:s|ed)?|hope[sd]?|aim(?:s|ed)?|expect(?:s|ed)?|want(?:s|ed)?|vow(?:s|ed)?|"
    "pledge[sd]?|promise[sd]?|agree[sd]?|decide[sd]?|prepare[sd]?|need(?:s|ed)?|urge[sd]?|ask(?:s|ed)?|"
    "order(?:s|ed)?|invite[sd]?|threaten(?:s|ed)?|seek(?:s|ing)?|sought|propose[sd]?|told|wishes?|"
    r"call(?:s|ed) on|ha(?:s|ve)(?! (?:been|[a-z]+(?:ed|en|wn|ne|ght))\b)"
)
_BADE: Final = "asked|ordered|urged|invited|told|summoned|instructed|directed|called on"
_SUMMONED: Final = "bailed|remanded|summoned|subpoenaed|instructed|directed|called"
_INTENT: Final = (
    "bills?|plans?|deals?|proposals?|agreements?|decisions?|orders?|dates?|deadline|invitations?|requests?|"
    "intention|motion|vote|law|measures?|offers?|appointment|summons|commitment|pledges?|promises?|"
    "permission|calls?|appeals?|bids?|pact|time|chance|opportunity"
)
_TIMETABLE: Final = (
    r"(?<!to )(?:(?:re)?opens|begins|starts|kicks off|takes (?:place|effect|office)|meets|expires|resumes|"
    r"hears|goes|comes into|closes|arrives|leaves|departs|falls on|holds|hosts|returns|runs|votes|visits|"
    r"plays|travels|faces|speaks|launches|features)|"
    r"(?<=s )(?:(?:re)?open|close|arrive|play|begin|start|kick off|take (?:place|effect|office)|meet|expire|"
    r"resume|vote|run|return)|"
    r"(?<=to )(?:host|open|begin|meet|visit|face|vote)"
)
_ARRANGED: Final = (
    "held|announced|celebrated|opened|closed|reopened|released|published|played|launched|inaugurated|"
    "unveiled|sworn|shown|broadcast|sentenced|elected|signed|counted|repeated"
)
_IRREGULAR: Final = (
    "became|began|bit|blew|bought|broke|brought|built|burned|burnt|came|caught|chose|cut|dealt|drew|drove|ate|"
    "fell|felt|fled|flew|fought|found|froze|gave|got|grew|heard|held|hid|hit|hurt|kept|killed|knew|laid|led|left|"
    "lost|made|met|paid|put|quit|ran|rang|rose|sank|sat|saw|sent|shook|shot|shut|slid|sold|spent|split|spoke|"
    "spread|sprang|stood|stole|struck|swept|swore|took|taught|tore|threw|underwent|went|woke|won|wore|wrote"
)
_REPORTING: Final = (
    "said|told|added|announced|reported|confirmed|warned|stated|claimed|insisted|declared|noted|acknowledged|"
    "argued|denied|revealed|disclosed|explained|testified|tweeted|posted|stressed|suggested"
)
_NO_VERB: Final = (
    "united|hundred|need|indeed|speed|breed|sacred|naked|wicked|armed|alleged|embed|so-called|seed|feed|exceed|"
    "proceed|succeed"
)

_BE: Final = "is|are|be|been|being|'re"
_IS: Final = "(?:is|are|'re|(?:he|she|it|who|that|there)'s)"

VERBS: Final[tuple[tuple[str, Direction | None, str], ...]] = (
    (
        "unreal",
        None,
        rf"\b(?:would|could|might|may|should|must)(?: not|n't)? have\b{_FILLER}(?: been)?{_VERB}",
    ),
    ("unable", None, rf"\bcould(?: not|n't)\b(?: be)?{_VERB}"),
    (
        "put_off",
        "future",  # who moves to a town does not put anything off
        rf"(?:\b(?:was|were|{_BE})\b{_FILLER} |\b(?!moved to))(?:{_PUT_OFF}) (?:to|for|until|till)\b",
    ),
    ("past_plan", "nearest", rf"\b(?:(?:had|have) been|was|were)\b{_FILLER} (?:{_PLANNED}|set){_TO_DO}"),
    ("planned", "future", rf"\b(?:(?:{_BE})\b{_FILLER} )?(?:{_PLANNED}){_TO_DO}"),
    ("set", "future", rf"\bset (?:to(?: be)?\b{_FILLER}{_VERB}|for\b)"),
    ("going", "future", rf"\bgoing {_TO_VERB}"),
    ("to_be", "future", rf"\b(?:{_IS}|was|were|has|have) {_TO_VERB}"),
    ("past_willing", "nearest", rf"\b(?:was|were)\b{_FILLER} (?:{_WILLING}|{_SUMMONED}) {_TO_VERB}"),
    ("bidden", "nearest", rf"(?<!been )\b(?:{_BADE})(?: [a-z'-]+){{0,3}}? {_TO_VERB}"),
    ("willing", "future", rf"\b{_HAVE_BEEN}(?:{_WILLING}|{_SUMMONED})(?: [a-z'-]+){{0,3}}? {_TO_VERB}"),
    ("plans", "future", rf"\b(?:plans?|(?:{_BE}) planning) {_OBJECT}"),
    ("intent", "future", rf"\b(?:{_INTENT}) {_TO_VERB}"),
    ("modal", "future", rf"(?:\b(?:{_MODAL})\b|'ll\b){_FILLER}(?: be\b{_FILLER}| have\b(?: been)?)?{_VERB}"),
    ("present", "future", rf"\b{_IS}{_FILLER} (?:[a-z]+ing|{_ARRANGED})\b"),
    ("ahead", "future", rf"\b(?:{_AHEAD})\b"),
    ("past", "past", rf"\b(?:{_AUXILIARY})\b{_FILLER}(?: been| being)?{_FILLER}(?: (?!to\b)[a-z'-]+)?"),
    ("tense", "past", rf"\b(?:{_IRREGULAR})\b"),
    ("regular", "past", rf"\b(?!(?:{_NO_VERB}|{_REPORTING})\b)[a-z]{{2,}}ed\b"),
    ("timetable", "future", rf"\b(?:{_TIMETABLE})\b"),
    ("copula", "future", r"\b(?:is|are)\b(?! what\b)"),
)
"""Verb groups in order of precedence; a longer group swallows the participle inside it."""

CANCELLED: Final = re.compile(
    r"\b(?:postponed|cancell?ed|called off|scrapped|suspended|abandoned|shelved|aborted|put off)\b"
    r"(?! (?:until|till|to)\b)"
)
INCIDENT: Final = re.compile(
    r"\b(?:attacks?|shootings?|crash(?:es)?|fires?|blasts?|explosions?|bombings?|raids?|quake|earthquake|storm|"
    r"killings?|murders?|deaths?|riots?|clash(?:es)?|accident|incident|strikes?|robbery|defeat|loss|win|victory|"
    r"announcement|statement|decision|ruling|arrest|assault|collision|derailment|ambush|massacre|protests?)\b"
)
"""What is named after its day only when it is over: "Friday's crash is …" looks back."""

DESCRIBES: Final = re.compile(
    r"\b(?:the|an?|his|her|its|their|our|of|newly|recently|all|some|any|no|[a-z]+'s) $"
)
"""Words before a participle or noun that is no verb of its clause."""

OPENS: Final = re.compile(
    r"(?:^|[.;:!?\"(\n-] {0,3}|\b(?:but|and|that|while|as|when|if|where|which|who) |,(?: (?:and|but))? )"
    r"(?:(?:on|in|from|at|by|during|late|early|this|the) ){0,3}$"
)
"""What stands before an expression that opens its clause."""

BARRIER: Final = re.compile(r"[;:\"“”()]| - ")
"""What no cue reaches across."""


COORDINATED: Final = re.compile(r"\W*(?:and|but|or|then)\b(?: (?:now|then|later|also|soon|[a-z]+ly))* *$")
"""Between an expression and a verb: a second verb of the same subject, to whose clause it does not belong."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A cue right beside the expression: what stands before it, behind it, and what must not be near."""

    direction: Direction
    left: str = ""
    right: str = ""
    unless: str = ""
    days_only: bool = False
    """Whether it counts only for a day: "for Friday" looks ahead, "figures for March" need not."""


_WHEN: Final = "(?:the |late |early )*$"

BESIDE: Final = (
    Beside(
        "past",
        rf"(?<!is )(?<!are )(?<!be )\b(?:told (?:[\w.'-]+ ){{1,4}}|(?:{_REPORTING}|says) )"
        r"(?:(?:in|at|during) (?:an? )?[\w-]+ (?:[\w-]+ )?)?(?:late |early |earlier |on )*$",
    ),
    Beside("past", rf"\b(?:since|as of|on the night of) {_WHEN}"),
    Beside("past", right=rf" (?:{_REPORTING})\b"),
    Beside(
        "future",
        r"\b(?:is|are)(?: (?:on|at|for|from))? "
        r"(?:[0-9:.]{1,5} ?(?:[ap]\.?m\.?)? ?(?:to |and |- ?)?){0,2}(?:on )?$",
    ),
    Beside("future", rf"\b(?:{_PUT_OFF}|moves?|shifted|switched)\b[^.;]{{0,60}} to (?:the )?$"),
    Beside("future", rf"\b(?:until|till) {_WHEN}", unless=r"\bfrom (?:late |early )?[a-z]+day\b"),
    Beside("future", rf"\bthrough {_WHEN}", days_only=True),
    Beside("future", rf"\bby {_WHEN}", unless=r"\b(?:had|have|has)\b|\b(?:was|were) [a-z]+(?:ed|en|wn) by $"),
    Beside(
        "future",
        r"\bfor $",
        r" *(?:[.,;:!?)\"\n]|$| (?:at|in|on|to|but|and|after|if|when|is|are)\b)",
        unless=rf"\b(?:had been|was|were)\b{_FILLER} (?:{_PLANNED}|set) for $",
        days_only=True,
    ),
)
"""Cues right beside, in order."""
