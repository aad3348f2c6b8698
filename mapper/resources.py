"""Where packaged data lies: inside the installed wheel first, else in the checkout."""

from __future__ import annotations

from pathlib import Path

from mapper.errors import GazetteerMissingError

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_data"
_CHECKOUT = _PACKAGE.parent


def in_checkout() -> bool:
    """Tell whether the package runs from a checkout, where data can be rebuilt."""
    return not _INSTALLED.is_dir()


def data_path(*parts: str) -> Path:
    """Return the path of a packaged file or folder.

    Parameters
    ----------
    *parts
        Path below the checkout's top level, beginning with ``"gazetteer"`` or ``"data"``.

    Raises
    ------
    GazetteerMissingError
        If neither the wheel nor the checkout holds it.
    """
    root = _CHECKOUT if in_checkout() else _INSTALLED
    path = root.joinpath(*parts)
    if not path.exists():
        msg = f"The packaged data {'/'.join(parts)!r} is missing: reinstall the package."
        raise GazetteerMissingError(msg)
    return path
