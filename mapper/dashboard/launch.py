"""Start Streamlit with the settings the dashboard needs, so that no configuration file does."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from typing import Final

from mapper.errors import ExtraMissingError

UPLOAD_LIMIT_MB: Final = 50
"""Files above are refused before they are read; articles are bounded again by their text."""

SETTINGS: Final = {
    "browser.gatherUsageStats": "false",
    "client.toolbarMode": "minimal",
    "runner.magicEnabled": "false",
    "server.fileWatcherType": "none",
    "server.maxUploadSize": str(UPLOAD_LIMIT_MB),
    # The palette of the page (mapper/page/css/tokens.css): ink, paper, sunken paper, by day and by night.
    "theme.light.primaryColor": "#06414d",
    "theme.light.backgroundColor": "#fbfcfb",
    "theme.light.secondaryBackgroundColor": "#eff3f2",
    "theme.light.textColor": "#12262d",
    "theme.dark.primaryColor": "#8fdbe2",
    "theme.dark.backgroundColor": "#10191d",
    "theme.dark.secondaryBackgroundColor": "#172328",
    "theme.dark.textColor": "#e8efee",
}


def command(articles: list[str], *, host: str, port: int, base_url: str, headless: bool) -> list[str]:
    """Return the command that serves the dashboard.

    Parameters
    ----------
    articles
        Files or folders the dashboard opens with; the samples if empty.
    host, port
        Where it listens; anything but a loopback address lets other computers in.
    base_url
        Path below which a proxy serves it, empty for none.
    headless
        Do not open a browser.
    """
    settings = SETTINGS | {
        "server.address": host,
        "server.port": str(port),
        "server.headless": str(headless).lower(),
    }
    if base_url:
        settings["server.baseUrlPath"] = base_url.strip("/")
    entry = Path(__file__).with_name("entry.py")
    flags = [f"--{key}={value}" for key, value in settings.items()]
    return [sys.executable, "-m", "streamlit", "run", str(entry), *flags, "--", *map(_absolute, articles)]


def _absolute(article: str) -> str:
    return str(Path(article).resolve())


def launch(articles: list[str], *, host: str, port: int, base_url: str, headless: bool = False) -> int:
    """Serve the dashboard until it is stopped, and return Streamlit's exit code.

    Raises
    ------
    ExtraMissingError
        If Streamlit is not installed.
    """
    if importlib.util.find_spec("streamlit") is None:
        raise ExtraMissingError.for_extra("dashboard", "streamlit")  # noqa: EM101 - names, no message
    arguments = command(articles, host=host, port=port, base_url=base_url, headless=headless)
    try:
        return subprocess.run(arguments, check=False).returncode  # noqa: S603 - our own command, no shell
    except KeyboardInterrupt:
        return 0
