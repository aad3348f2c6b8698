"""What GeoNames' feature classes and codes are in our kinds (codes of general knowledge)."""

from __future__ import annotations

from typing import Final, NamedTuple

_GONE: Final = -1.0
"""What is abandoned, destroyed or historical is a tenth as often meant (our judgement)."""


class Feature(NamedTuple):
    """The kind of a feature, and what its code adds to its prominence."""

    kind: str
    bonus: float = 0.0


_CLASSES: Final = {
    "A": "region", "H": "landmark", "L": "region", "P": "city", "R": "landmark", "S": "landmark",
    "T": "mountain", "U": "region", "V": "forest",
}  # fmt: skip
"""Kinds of the codes that are not listed below."""
_KINDS: Final = {
    "country": "PCL PCLD PCLF PCLI PCLIX PCLS",
    "admin1": "ADM1",
    "admin2": "ADM2 ADM3 ADM4 ADM5 ADMD",
    "continent": "CONT",
    "district": "PPLX",
    "ocean": "OCN",
    "sea": "SEA",
    "gulf": "GULF",
    "bay": "BAY BAYS BGHT COVE FJD FJDS INLT",
    "strait": "STRT SD",
    "channel": "CHN CHNM CHNN",
    "canal": "CNL CNLA CNLB CNLI CNLN",
    "lake": "LK LKI LKN LKNI LKS LGN LGNS PND PNDS",
    "reservoir": "RSV RSVI RSVT",
    "river": "STM STMI STMS STMX STMM WAD WADS",
    "glacier": "GLCR",
    "reef": "RF RFC RFX ATOL RFU RFSU SHLU BNKU",
    "island": "ISL ISLF ISLM ISLT ISLX ISLET",
    "archipelago": "ISLS",
    "range": "MTS RDGE HLLS RDGU",
    "volcano": "VLC",
    "peninsula": "PEN PENX",
    "cape": "CAPE PT PTS HDLD",
    "valley": "VAL VALS VALG CNYN GRGE",
    "desert": "DSRT ERG SAND",
    "plateau": "PLAT PLATX UPLD MESA",
    "region": "PLN PLNX DPR DLTA ISTH",
    "landmark": "PRK RES RESN OAS BTL BCH BCHS PASS CLF MARN",
    "base": "MILB NVB AIRB INSM",
    "port": "PRT HBR HBRX DCK DCKB ANCH",
    "airport": "AIRP AIRF AIRH",
    "dam": "DAM DAMQ",
    "nuclear site": "PSN",
    "crossing": "CSTM",
}
_CODES: Final = {code: kind for kind, codes in _KINDS.items() for code in codes.split()}
_BONUS: Final = {"PPLC": 0.5, "PPLA": 0.2, "ADM3": -0.5, "ADM4": -1.0, "ADM5": -1.0}
"""Capitals and seats are better known than others of their size, small units less (our judgement)."""
_HISTORICAL: Final = frozenset({"PPLQ", "PPLH", "PPLW", "PPLCH"})


def feature(feature_class: str, code: str) -> Feature | None:
    """Return the kind of a feature; None if GeoNames has no such class."""
    if feature_class not in _CLASSES:
        return None
    if feature_class == "A" and code.endswith("H"):
        return Feature("region", _GONE)
    kind = _CODES.get(code) or _CLASSES[feature_class]
    return Feature(kind, _BONUS.get(code, 0.0) + (_GONE if code in _HISTORICAL else 0.0))
