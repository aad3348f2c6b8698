"""Word lists of the dateline reader (general knowledge)."""

from __future__ import annotations

from typing import Final


def _lines(text: str) -> frozenset[str]:
    return frozenset(line.strip().casefold() for line in text.split(";") if line.strip())


AGENCIES: Final = _lines(
    "AA; ABC; AFP; AGERPRES; AKI; Al Jazeera; AMN; Anadolu; Anadolu Agency; ANI; ANP; ANSA; Antara; AP; "
    "APA; APP; ATA; Belga; Belta; Bernama; Bloomberg; BBC; BNA; BSS; BTA; BUSINESS WIRE; CBC; CBS; CMC; "
    "CNA; CNN; CNS; CNW; CP; CTK; dpa; ECNS; EFE; ERR; GlobeNewswire; GLOBE NEWSWIRE; GNA; HINA; IANS; "
    "INA; Interfax; IPS; IRNA; ISNA; Jiji; JTA; KCNA; KNA; KUNA; Kyodo; LETA; Lusa; MENA; MENAFN; MTI; "
    "NA; NAN; NBC; NHK; NNA; NPR; NTB; PA; PAP; PETRA; PNA; PRNewswire; PR Newswire; "
    "PRNewswire-USNewswire; PTI; QNA; Reuters; RIA; RIA Novosti; Ritzau; RSS; SANA; SAPA; SBS; SPA; STA; "
    "STT; TANJUG; TASS; TT; TAP; TNA; Ukrinform; UNB; UNI; UPI; VNA; VOA; WAFA; WAM; Xinhua; Yonhap"
)
"""Signatures of agencies and wire services."""

PRESS_WORDS: Final = frozenset("agency news newswire newspapers press reporters service wire".split())
"""A signature with one of these words is taken for an agency although it is not listed."""

NOT_PLACES: Final = frozenset(
    "a alert an analysis and archive article asean at author breaking briefing by by-line caption column "
    "comment commentary contact corrected correction covid editorial exclusive explainer factbox feature "
    "fifa file focus for from gallery headline i image in insight interview just knowledge latest letter "
    "listen live map media mercosur more nasa nato news newsletter note notice obituary on opec opinion "
    "photo photos picture pictures podcast poll posted press preview profile published q question quote "
    "read refile related report review rewrite sign source special sponsored sport sports story subscribe "
    "summary tag tags the this timeline to topshot transcript uefa unesco unicef update updated urgent "
    "video view warning watch weather what when where who why with wrapup".split()
)
"""Words that open a line the way a place does."""

JOINERS: Final = frozenset(
    "al am and an auf bin da das de del den der des di do dos du e el en es i ibn in la las le les los na "
    "of on op sur the und upon y".split()
)
"""Words in lower case inside a place name."""

STATE_ABBREVIATIONS: Final = frozenset(
    "Ala. Ariz. Ark. Calif. Colo. Conn. D.C. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Mass. Md. Mich. Minn. "
    "Miss. Mo. Mont. N.C. N.D. N.H. N.J. N.M. N.Y. Neb. Nev. Okla. Ont. Ore. P.R. Pa. Que. R.I. S.C. S.D. "
    "Tenn. Tex. Va. Vt. W.Va. Wash. Wis. Wyo. B.C. N.S. N.B.".split()
)
"""Abbreviations that news style puts behind a town in a dateline."""

NO_PLACE_FOLLOWS: Final = frozenset({"ABOARD", "ON", "OVER"})
"""Openings in capitals behind which no place name stands: "ABOARD THE PAPAL PLANE"."""

PLACE_FOLLOWS: Final = frozenset({"AT", "IN", "INSIDE", "NEAR", "OFF", "OUTSIDE"})
"""Openings in capitals behind which the place name stands: "NEAR BAKHMUT"."""
