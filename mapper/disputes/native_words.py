"""How a text in another script touches a territory: words right beside its name. General knowledge.

There is no parse for these languages, so only what touches the name counts.
"""

from __future__ import annotations

import re
from typing import Final

from mapper.model import DisputeRelation

REACH: Final = 12
"""Characters on each side that are read: two or three words."""
_NON_LATIN: Final = re.compile(r"[\u0370-\u1cff\u3040-\u9fff\uac00-\ud7a3]")
_NEAR_AFTER: Final = re.compile(
    r"(?:沖|周辺|近海|付近|附近|周边|周邊|海域|空域|領海|领海|外海|近く|"
    r"\s?(?:인근|근해|해역|주변|앞바다|영공|영해|부근))"
)
_NEAR_BEFORE: Final = re.compile(
    r"(?:около|возле|вблизи|недалеко от|у берегов|поблизу|біля|неподалік|коло|قرب|قبالة|بالقرب من|حول|"
    r"ליד|סמוך ל|靠近|邻近|鄰近|κοντά στ\w+|ใกล้)\s?$"
)
_TOPIC_AFTER: Final = re.compile(
    r"(?:の日|問題|问题|争端|爭端|争议|爭議|の領有|領有|主权|主權|の主権|归属|歸屬|は日本|是中国|是中國|"
    r"[가은는이의]?\s?(?:한국|우리|일본|고유|영유권|영토|주권|문제|분쟁)|"
    r"\s(?:является|принадлежит|це|это|—|–))"
)
_TOPIC_BEFORE: Final = re.compile(
    r"(?:вопрос\w*|статус\w*|признани\w+|визнання|питання|суверенитет\w* над|قضية|ملف|سيادة\w* على|"
    r"حل سياسي في|حل سياسي ل|النزاع في|מעמד|ריבונות על|对|關於|关于|主張|主张)\s?$"
)


def native_relation(text: str, start: int, end: int) -> tuple[DisputeRelation, str] | None:
    """Return the relation and the rule's id for a name in another script, None for Latin letters.

    Parameters
    ----------
    text
        The article.
    start, end
        The name, in code points.
    """
    if not _NON_LATIN.match(text, start):
        return None
    before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
    if (
        _TOPIC_AFTER.match(after)
        or _TOPIC_AFTER.fullmatch(text, end - 2, end)
        or _TOPIC_BEFORE.search(before)
    ):
        return "mention", "native-topic"
    if _NEAR_AFTER.match(after) or _NEAR_BEFORE.search(before):
        return "near", "native-near"
    return "in", "native-name"
