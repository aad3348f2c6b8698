"""One sense per discourse: mentions of one spelling share their meaning unless the text says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapper.toponyms.ranking.cues import kind_said
from mapper.toponyms.ranking.links import list_pairs, name_links
from mapper.toponyms.ranking.mention import Name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapper.toponyms.ranking.links import NameLink
    from mapper.toponyms.ranking.mention import Mention

HOLDS = "\0holds"
"""Marks mentions that are said to hold another name."""
ADMIN = frozenset({"country", "admin1", "admin2", "continent", "region"})


def names_of(text: str, mentions: Sequence[Mention]) -> tuple[list[Name], list[int]]:
    """Return the names of a document and, for each mention, the index of its name."""
    links = [link for link in name_links(text, mentions) if _is_plausible(mentions, link)]
    said = {link.inner: mentions[link.outer].choices.name for link in links}
    said |= {link.outer: HOLDS for link in links if link.outer not in said}
    names: list[Name] = []
    index: dict[tuple[str, str, str], int] = {}
    owner: list[int] = []
    for i, mention in enumerate(mentions):
        kind = kind_said(text, mention.proposal.end)
        key = mention.choices.name, said.get(i, ""), kind
        if key not in index:
            index[key] = len(names)
            names.append(Name(mention.choices, kind))
        owner.append(index[key])
        names[owner[-1]].mentions.append(mention)
    for link in links:
        names[owner[link.inner]].inside.append((owner[link.outer], link))
        names[owner[link.outer]].holds.append((owner[link.inner], link))
    for first, second in list_pairs(text, mentions):
        if owner[first] != owner[second]:
            names[owner[first]].listed.append(owner[second])
            names[owner[second]].listed.append(owner[first])
    _join_namesakes(names)
    return names, owner


def _is_plausible(mentions: Sequence[Mention], link: NameLink) -> bool:
    """Tell whether some place of the inner name lies in some place of the outer one."""
    inner, outer = mentions[link.inner].choices, mentions[link.outer].choices
    rows = {row for row, kind in zip(outer.row.tolist(), outer.kinds, strict=True) if kind in ADMIN}
    return bool(rows) and any(
        not rows.isdisjoint(column.tolist()) for column in (inner.country, inner.admin1, inner.admin2)
    )


def _join_namesakes(names: Sequence[Name]) -> None:
    by_spelling: dict[str, list[int]] = {}
    for i, name in enumerate(names):
        by_spelling.setdefault(name.choices.name, []).append(i)
    for same in by_spelling.values():
        for i in same:
            names[i].namesakes = [j for j in same if j != i]
