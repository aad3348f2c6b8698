"""Rules that say a name is not the territory: ships, teams, dishes, people, songs, namesakes.

Each rule looks at the text just before and just after the name. The word lists are general
knowledge; the register's own ``never_match`` phrases add the cases that no rule can see.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import Final

from mapper.disputes import guard_words as words
from mapper.disputes.given_names import GIVEN_NAMES

REACH: Final = 90
"""How many characters on each side the rules see: about a clause."""


@dataclass(frozen=True, slots=True)
class Guard:
    """A rule: it holds when every pattern it has is found. `weak` limits it to names that need context."""

    id: str
    before: str | None = None
    after: str | None = None
    weak: bool = False

    def holds(self, before: str, after: str) -> bool:
        """Tell whether the text around a name fits the rule."""
        if self.before is not None and not _compiled(self.before).search(before):
            return False
        return self.after is None or _compiled(self.after).match(after) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Return a rule's pattern; compiling all takes longer than looking a place up."""
    return re.compile(pattern)


def _rule(name: str, *, before: str | None = None, after: str | None = None, weak: bool = False) -> Guard:
    return Guard(name, rf"(?:{before})$" if before else None, after, weak)


RULES: Final = (
    _rule(
        "ship-prefix",
        before=r"\b(?:USS|USNS|USCGC|HMS|HMCS|HMAS|HMNZS|RFA|INS|ROKS|JDS|JS|BRP|KRI|KD|RSS|TCG|PNS|ARA|FS|"
        r"ITS|SNS|MV|MS|MT|SS|RMS|RV|R/V|M/V|M/T|S/Y|LPH|LHD|CVN-?\d+) [\"“‘']?",
    ),
    _rule("ship-class", after=r"[- ](?:class|type)\b"),
    _rule("ship-noun", before=rf"\b(?:{words.SHIPS})s?,? (?:named |called |the )?[\"“‘']?"),
    _rule(
        "ship-apposition",
        before=r"\b[Tt]he [\"“‘']?",
        after=rf"[\"”’']?,\s(?:(?!where\b|which\b|when\b|after\b|and\b|"
        rf"but\b)[\w’'-]+\s){{0,7}}(?:{words.SHIPS})\b",
    ),
    _rule(
        "ship-action",
        before=r"\b[Tt]he [\"“‘']?",
        after=r"[\"”’']? (?:(?:was|is|has been|had been|were) )?(?:docked|sailed|set sail|steamed|"
        r"put to sea|berthed|moored|commissioned|decommissioned|launched|torpedoed|capsized|refitted)\b",
    ),
    _rule(
        "team-prefix",
        before=r"\b(?:FC|AFC|AC|AS|BC|CA|CD|CF|CSKA|SC|SD|SK|SV|UD|AD|FK|NK|KF|KK|HC|Shakhtar|Shakhter|"
        r"Dynamo|Dinamo|Lokomotiv|Metalurh|Metallurg|Zorya|Zaria|Tavriya|Spartak|Torpedo|Krylia|Anorthosis|"
        r"Nea Salamina|Maccabi|Hapoel|Beitar|Bnei|Sheriff|Real|Deportivo|Sporting|Racing|Atletico|Atlético|"
        r"Inter|Olympique|Club) ",
    ),
    _rule(
        "team-suffix",
        after=r" (?:FC|F\.C\.|AFC|SC|CF|FK|United|City FC|Town FC|Athletic|Albion|Rovers|Wanderers|"
        r"Vladikavkaz|Agdam|Rangers|Raiders|Baloncesto|Bulls|Warriors|Kings|Lions|Stars|Falcons|Royals)\b",
    ),
    _rule(
        "team-noun",
        after=r"(?:[’']s)? (?:(?:national|women[’']s|men[’']s|under-\d+|Under-\d+|U-?\d+|youth|junior|"
        r""
        r"futsal|football|soccer|basketball|baseball|softball|volleyball|handball|hockey|badminton|tennis|"
        r"swimming|cricket|rugby|Olympic) ){0,3}(?:team|squad|footballers?|"
        r"striker|goalkeeper|midfielder|winger|batsman|bowler|side (?:beat|lost|won|drew))\b",
    ),
    _rule(
        "sport-result",
        after=r"(?:[’']s)? (?:(?:beats?|defeated|thrashed|edged|trounced|routed|drew with|lost to) "
        r"[^.;]{0,40}?\b|(?:won|lost|drew) )\d{1,3}\s?[-–]\s?\d{1,3}\b"
        r"(?=[.,;)]|$| (?:against|to|at|in|on|with|over|away|after)\b)",
    ),
    _rule(
        "sport-match",
        after=r"(?:[’']s)? (?:(?:beats?|edged|thrashed|routed|drew with|lost to) "
        r"[^.;]{0,50}\b(?:[Dd]ivision|[Ll]eague|[Cc]up|[Ff]inal|[Ss]emi-?finals?|[Qq]ualifiers?|[Ff]riendly|"
        r"[Pp]lay-?offs?|[Dd]erby|[Tt]ournament)\b|(?:won|lost|drew) (?:at home|away)\b)",
    ),
    _rule(
        "sport-opponent",
        before=r"\b\d{1,2}[-–]\d{1,2} (?:win|victory|defeat|loss|draw)\w* (?:against|over|to|with|at) ",
    ),
    _rule(
        "food-plant-animal",
        after=r" (?:artichokes?|crickets? (?:the|that|in|is|was|can|are|crawl)|chill?i(?:es)?|chil[ei]s?|"
        r"peppers?\b(?! spray)|willow|stags?|goats?|sweaters?|shawls?|scar[fv]e?s?|rugs?|saffron|pulao|"
        r"tumblers?|knife|knives|cherr(?:y|ies)|ice creams?|pens?\b|wol(?:f|ves)|macaques?|apes?|sage|"
        r"thorn|lil(?:y|ies)|cichlids?|ridgebacks?|bobtails?|glass(?:es)?|wines?\b|beers?\b|cheeses?\b|"
        r"noodles?|carpets?|curry|rice|tea|coffee|whisk(?:e)?y|cap\b|candle|pine)\b",
        weak=True,
    ),
    _rule(
        "lexicalised",
        after=r" (?:artichokes?|cricket(?:s\b| the| crawled)|chill?i(?:es)?|chili|willow|stags?|shawls?|"
        r"sweaters?|pulao|tumblers?|cherry|sage|thorn|syndrome|oak|lil(?:y|ies)|glass(?:es)?|rice|"
        r"saffron|campion|heather|orchids?|irises|tulips?|snowdrops?|juniper|wool|woollen|blankets?|coats?|"
        r"jumpers?|cardigans?|silk|yarn|fabrics?|embroidery|leather|T-shirts?|hoodies?|sneakers|jeans|"
        r"upholstery|interior(?! minist)|cocktails?|burgers?|pizzas?|salads?|sandwich(?:es)?|sauces?|"
        r"soups?(?! kitchen)|cakes?|dumplings?|dolma|kebabs?|stew|recipes?|oolong|"
        r"tea(?! gardens?| plant| farm| trad)|coffee(?! farm| trad)|noodles?|cheeses?|beers?|goats?|"
        r"pon(?:y|ies)|horses?|hounds?)\b",
    ),
    _rule(
        "colour",
        after=r" (?:white|blue|red|green|gr[ea]y|black|pink|beige|brown)"
        r"(?=[.,;]|$| (?:and|or|paint|tiles?|finish)\b)",
    ),
    _rule("disease", after=r"(?:-Congo| (?:h(?:a)?emorrhagic fever|fever virus|encephalitis|syndrome))\b"),
    _rule(
        "title-of-work",
        before=rf"\b(?:{words.WORKS})s?,? (?:called |titled |entitled |named |, )?(?:[\"“‘'(])?",
    ),
    _rule(
        "words-in-title",
        before=rf"\b(?:{words.WORKS}),? (?:called |titled |entitled )?[\"“‘']?(?:(?:The|A|An|My|Our) )?"
        r"(?:(?:[A-Z][\w’'-]*|to|of|from|in|the|and) ){1,4}",
    ),
    _rule(
        "sung-or-played",
        before=r"\b(?:sang|sings?|sung|singing|hummed|hums|performed|version of|cover of|rendition of|"
        r"arrangement of|remix of|sequel to|soundtrack (?:of|to)|starred in|stars in|starring in) [\"“‘']?",
    ),
    _rule(
        "quoted-title",
        before=r"\b(?:album|band|orchestra|concert|choir|composer|film|movie|novel|song|singer|Zeppelin|"
        r"playlist|festival|exhibition|theatre|theater|director|guitarist)[^.!?]{0,60}[\"“‘']",
        after=r"[\"”’',]",
    ),
    _rule(
        "street",
        after=r" (?:Street|St\b|Avenue|Ave\b|Road|Rd\b|Boulevard|Blvd|Lane|Drive|Terrace|Crescent)\b",
    ),
    _rule(
        "street-before",
        before=r"\b(?:Rue|rue|Via|Calle|Avenida|Avenue|Boulevard|Bulevar) (?:de |del |di |la )*",
    ),
    _rule("title", before=rf"\b(?:{words.TITLES})\.? (?:{words.CAPITAL} |[A-Z]\. ){{0,2}}"),
    _rule(
        "title-word", before=rf"\b(?:{words.MORE_TITLES})\.? (?:{words.CAPITAL} |[A-Z]\. ){{0,2}}", weak=True
    ),
    _rule("age", after=r", (?:aged )?\d{1,2}(?:,|-year-old)", weak=True),
    _rule(
        "person-apposition",
        before=r"(?:^|, |\band |\bby )",
        after=rf", (?:an?|the|who|then)\b(?: [\w’'-]+){{0,3}} (?:{words.PEOPLE})\b",
    ),
    _rule(
        "person-noun",
        before=rf"\b(?:{words.PEOPLE}) ",
        after=rf" (?!(?:{words.GENERIC})\b){words.CAPITAL}",
    ),
    _rule(
        "person-verb",
        after=r",? (?:who )?(?:said|says|told|added|testified|scored|joked|tweeted|starred|graduated)\b",
        weak=True,
    ),
    _rule(
        "organisation",
        after=r" (?:Post\b|Times\b|Herald|Tribune|Gazette|Telegraph|Chronicle|Telecom|Steel\b|Holdings?\b|"
        r"Inc\b|Ltd|LLC|PLC|plc\b|Corp\b|Co\.|Company\b|Industries|Airlines|Airways|Semiconductor|Motors|"
        r"Pharma|Networks\b|Systems\b|Technologies|Software|Partners\b|Ventures|Entertainment|"
        r"Foods\b|Coffee|Roasters|Caf[eé]\b|Restaurant|Magazine|Gate\b|Tours\b|Travels?\b|Savings\b|"
        r"Quartet|Orchestra|Philharmonic|Symphony|Ensemble|Choir|Ballet|Brothers\b|Sisters\b|Records\b|Pictures|Films\b|Studios|Brewery|Winery|Plastics|Petroleum|Insurance)",
    ),
    _rule(
        "institution",
        after=r" (?:Baptist|Lutheran|Methodist|Presbyterian|Elementary|High School|Middle School|College|"
        r"Township|County|Central School|School District|Community|Borough|Town(?:ship)? (?:Board|Council|"
        r"Hall))\b",
        weak=True,
    ),
    _rule(
        "business-elsewhere",
        after=r" (?:[\w’'-]+ ){0,2}(?:House|Building|Tower|Kitchen|Grill|Inn|"
        r"[Rr]estaurant|[Hh]otel|[Pp]ub|[Bb]ar|[Cc]af[eé]|[Bb]istro|[Dd]iner|"
        r"[Bb]akery|[Cc]ollege|[Aa]cademy|[Ll]odge|[Ss]tall|[Ff]ood truck|[Cc]lub) in [A-Z]",
    ),
    _rule(
        "named-thing",
        before=rf"\b[Aa]n? (?:[\w-]+ ){{0,2}}(?!(?:{words.SETTLEMENTS})\b)[a-z]+ "
        r"(?:named|nicknamed|christened) [\"“‘']?",
    ),
    _rule(
        "organisation-before",
        before=r"\b(?:Morgan|Bank of|Radio|Hotel|Hôtel|Daily|Order of|Duke of|Earl of) ",
    ),
    _rule("namesake-state", after=rf", (?:{words.STATES})(?![\w-])"),
    _rule(
        "namesake-state-weak", after=rf"(?:,| in) (?:{words.STATES}|{words.MORE_STATES})(?![\w-])", weak=True
    ),
    _rule("realm", before=r"\b(?:Kingdom|Khanate|Duchy|Emirate|Sultanate|Kings?|Queens?|Knights) of "),
    _rule("code-name", before=r"\b(?:Operation|Exercise) [\"“‘']?"),
    _rule(
        "namesake-definition",
        after=rf" (?:\([^)]*\) )?is an? (?:[\w-]+ ){{0,3}}(?:town|village|hamlet|township|suburb|community|"
        rf"municipality|city|settlement) [^.]{{0,60}}\b(?:{words.STATES}|New York)\b",
    ),
    _rule(
        "longer-name",
        before=r"\b(?:New|Mount|Mt\.?|Fort|Camp|Lake|Little|Saint|St\.|San|Santa) ",
        weak=True,
    ),
    _rule("given-to-surname", after=rf" (?:[A-Z]\. )?(?!(?:{words.GENERIC})\b){words.CAPITAL}", weak=True),
    _rule("simile", before=r"\b(?:solid|steady|firm|safe|sturdy|strong|stable) as (?:the )?"),
)
_ABBREVIATED: Final = "Mr Ms Dr St Lt Mrs Gen Col Sen Rep Gov Sgt Maj Rev Prof Capt".split()
_BREAK: Final = re.compile(
    "".join(f"(?<!{title}\\.)" for title in _ABBREVIATED) + r"(?<=[a-z0-9)\]”\"][.!?])\s+(?=[\"“A-Z])|\n"
)
LASTING: Final = frozenset(
    {"given-name", "title", "title-word", "namesake-state", "namesake-state-weak", "namesake-country",
     "namesake-definition"}
)  # fmt: skip
"""Rules that settle a name for the whole text: a person or place once introduced is meant again."""
_COUNTRY: Final = re.compile(rf"(?:,| in) (?:(?:north|south|east|west)(?:ern)? )?({words.COUNTRIES})\b(?!-)")
_PROVINCE: Final = re.compile(
    rf" (?:[Pp]rovince|[Ss]tate|[Cc]ounty|[Dd]istrict),? (?:in (?:\w+ )?)?({words.COUNTRIES})\b"
)
_NAME_BEFORE: Final = re.compile(r"([A-Z][\w’'-]+) (?:[A-Z]\. )?$")


def guarded(text: str, start: int, end: int, *, weak: bool, own: Collection[str] = ()) -> str | None:
    """Return the id of the rule by which a name is something else, None when none holds.

    Parameters
    ----------
    text
        The article.
    start, end
        The name, in code points.
    weak
        The name is one that needs context: rules for common words, surnames and namesakes apply too.
    own
        Words for the parties of the dispute: "X, Morocco" is no namesake where Morocco is one.
    """
    before = _clause_before(text[max(0, start - REACH) : start])
    after = text[end : end + REACH]
    for rule in RULES:
        if (weak or not rule.weak) and rule.holds(before, after):
            return rule.id
    name = _NAME_BEFORE.search(before)
    if name and name[1] in GIVEN_NAMES and " " not in text[start:end]:
        return "given-name"
    country = _PROVINCE.match(after) or (_COUNTRY.match(after) if weak else None)
    return "namesake-country" if country and country[1] not in own else None


def _clause_before(before: str) -> str:
    """Cut what stands before the last end of a sentence or line."""
    return _BREAK.split(before)[-1]
