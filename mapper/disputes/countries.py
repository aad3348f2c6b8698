"""What stands where a country would: the text for a disputed place, and the rule for totals by country."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias, get_args

from mapper.disputes.territory import Territory
from mapper.errors import InputError
from mapper.model import DisputeFlag

CountPolicy: TypeAlias = Literal["none", "administrator", "claimants"]
"""How a disputed place counts in totals by country: for nobody, for who holds it, for all who claim it."""


def countries_text(flag: DisputeFlag, *, name: Callable[[str], str] = str) -> str:
    """Return what to show in the place of a country: "disputed (JP/KP/KR), administered by KR".

    Parameters
    ----------
    flag
        The flag of the place.
    name
        What to call a party's code, e.g. `DisputeRegister.party_name`; by default the code itself.
    """
    holders = "/".join(map(name, sorted(flag.administered_by)))
    held = f"administered by {holders}" if holders else "administered by no one"
    if not flag.claimants:
        return f"claimed by no one, {held}"
    return f"disputed ({'/'.join(map(name, sorted(flag.claimants)))}), {held}"


def settled_text(territory: Territory, *, name: Callable[[str], str] = str) -> str:
    """Return the quiet note of a settled dispute: "formerly disputed (CA/DK), settled 2022-06-14"."""
    parties = "/".join(map(name, sorted({*territory.claimants, *territory.former_claimants})))
    return f"formerly disputed ({parties}), settled {territory.valid_to}"


def counted_countries(
    country: str | None, dispute: DisputeFlag | None, policy: CountPolicy = "none"
) -> tuple[str, ...]:
    """Return the codes under which a place counts in totals by country.

    Parameters
    ----------
    country
        The place's country, None where it has none.
    dispute
        Its flag; a flagged place never counts for `country`, only as the policy says.
    policy
        ``none``: for nobody; ``administrator``: for each that holds it; ``claimants``: for each
        that claims it.

    Raises
    ------
    InputError
        If there is no such policy.
    """
    if policy not in get_args(CountPolicy):
        msg = f"There is no policy {policy!r} for disputed places: use {', '.join(get_args(CountPolicy))}."
        raise InputError(msg)
    if dispute is None:
        return () if country is None else (country,)
    if policy == "none" or dispute.relation == "mention":
        return ()
    return tuple(sorted(dispute.administered_by if policy == "administrator" else dispute.claimants))
