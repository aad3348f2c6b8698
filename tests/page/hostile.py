"""Text that tries to be more than text, in every field of a result."""

from __future__ import annotations

from datetime import date

from mapper import model
from tests.page import story

PAYLOADS = (
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</title><svg onload=alert(1)>",
    "<!--<script>alert(1)",
    "--><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<svg><script>alert(1)</script></svg>",
    "<svg/onload=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<a href=javascript:alert(1)>x</a>",
    "<math><mtext></p><script>alert(1)</script>",
    "<details open ontoggle=alert(1)>",
    "<style>*{display:none}</style>",
    "<base href=//example.org>",
    "<meta http-equiv=refresh content=0;url=//example.org>",
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)' autofocus='",
    "`${alert(1)}`",
    "${alert(1)}",
    "${constructor.constructor('alert(1)')()}",
    "{{ 7*7 }}",
    "{{ cycler.__init__.__globals__.os.getcwd() }}",
    "{{ oops",
    "{% foo",
    "100 {% raw %}",
    "{# a comment",
    "{{{{7*7}}}}",
    "{%- set x = 1 -%}{{ x }}",
    "{{this._parent.get_name()}}",
    "\\",
    "\\u0012",
    "\\u003cscript\\u003e",
    "C:\\users\\new\\table",
    "a\u2028b\u2029c",
    "line\nbreak\r\ntab\tend",
    "\ufeff\u200b\u202eright to left\u202c",
    "]]>*/alert(1)//",
    "'-alert(1)-'",
    '"-alert(1)-"',
    "';alert(1);//",
    '"};alert(1);//',
    "&lt;b&gt; &amp; &#x3c;",
    "%3Cscript%3E",
    "__proto__",
    "constructor",
    "$& $1 $` $'",
    "=HYPERLINK(1)",
    "\x00\x07 control",
    "😀 العربية 한국어",
)


def report(i: int, payload: str) -> model.ArticleMap:
    """Return a report with the payload in every field that is text."""
    text = f"{payload} happened {payload} then."
    start = len(payload) + 1
    place = model.Place(
        id=f"own:{payload}", name=payload, kind=payload, lat=10.0 + i % 30, lon=20.0 + i, precision="city",
        country="FR", admin1=payload,
    )  # fmt: skip
    flag = model.DisputeFlag(
        territory=payload, relation="in", claimants=(payload,), administered_by=(payload,),
        names={f"{payload}/xx": payload}, status=payload, as_of=payload,
    )  # fmt: skip
    toponym = model.Toponym(
        id=payload, start=0, end=len(payload), text=payload, role="literal", place=place, confidence=0.5,
        alternatives=(model.Alternative(place, 0.5), model.Alternative(place, 0.4)),
        reasons=(model.Reason(payload, payload),), dispute=flag if i % 2 else None,
    )  # fmt: skip
    event = model.Event(
        id=payload, type="OTHER", label=payload, mentions=(model.Span(start, start + 8, "happened"),), status="claimed",
        participants=(model.Participant(text=payload, role="actor"),),
        location=model.Location(payload, payload, place.lat, place.lon, "city", "in"),
        begin=date(2026, 1, 1 + i % 28), end=date(2026, 1, 1 + i % 28),
        attribution=model.Attribution(payload, 0, len(payload)), figures=(model.Figure(7, payload, 0, 1),),
        disputes=(model.EventDispute(payload, "in", payload),), confidence=0.4,
        evidence=(model.Extent(0, len(text)),), reasons=(model.Reason(payload, payload),),
    )  # fmt: skip
    return model.ArticleMap(
        run=story.RUN,
        article=model.Article(
            id=f"{i} {payload}", title=payload, source=payload, domain=payload, url=payload, language=payload,
            dateline=model.Dateline(0, len(payload), payload), text=text,
        ),
        toponyms=(toponym,),
        times=(model.TimeExpression(id=payload, start=0, end=len(payload), text=payload, type="DATE"),),
        events=(event,),
        quotes=(model.Span(0, len(text), text),),
    )  # fmt: skip


def event_map() -> model.EventMap:
    """Return a result of one report for each payload, and a failure of each name."""
    return story.event_map(
        *(report(i, payload) for i, payload in enumerate(PAYLOADS)),
        failures=tuple(model.Failure(input=f"{payload}", message=payload, line=1) for payload in PAYLOADS),
    )
