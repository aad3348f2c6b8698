"""Mappers that take no time: an article's text is the record it is to become.

    python tests/store/fakes.py STORE SOURCE JOBS [DELAY]

fills a store from a file of such articles, in a process that can be killed.
"""

import os
import signal
import sys
import time
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from mapper.model import ArticleMap, Failure, from_json, to_json


class FakeMapper:
    """Returns the record in an article's text; words in the title make it fail, break or die."""

    def __init__(self, delay=0.0):
        self._delay = delay

    def outcomes(self, sources):
        for article in sources:
            if isinstance(article, ArticleMap):
                yield article
                continue
            time.sleep(self._delay)
            if article.title == "die":
                os.kill(os.getpid(), signal.SIGKILL)
            if article.title == "break":
                raise ZeroDivisionError(article.id)
            if article.title == "fail":
                yield Failure(article.id, "It was told to fail.")
                continue
            record = from_json(article.text, ArticleMap)
            yield replace(record, article=replace(article, reference_date=record.article.reference_date))


class DiesOnce(FakeMapper):
    """Dies at its first chunk in all processes together, as told by a file."""

    def __init__(self, mark):
        super().__init__()
        self._mark = Path(mark)

    def outcomes(self, sources):
        try:
            self._mark.touch(exist_ok=False)
        except FileExistsError:
            yield from super().outcomes(sources)
        else:
            os.kill(os.getpid(), signal.SIGKILL)


def cannot_start():
    msg = "no model"
    raise ValueError(msg)


def dies_at_start():
    os._exit(9)


def write_articles(path, maps):
    """Write articles that `FakeMapper` makes the given records of, one a line."""
    lines = []
    for record in maps:
        head = record.article
        bare = replace(record, article=replace(head, text_sha256=None))
        line = {"id": head.id, "title": head.title, "source": head.source, "published": str(head.published)}
        lines.append(to_json_line(line | {"language": "en", "text": to_json(bare).decode()}))
    path.write_bytes(b"".join(lines))


def to_json_line(fields):
    import json

    return json.dumps(fields).encode() + b"\n"


def main():
    from mapper.store import Store
    from mapper.store.corpus import fill
    from mapper.store.workers import Alone, Processes

    path, source, jobs, delay = sys.argv[1], sys.argv[2], int(sys.argv[3]), float((sys.argv[4:] or ["0"])[0])
    make = partial(FakeMapper, delay)
    with Store.open(path) as store:
        tally = fill(store, [source], Processes(make, jobs) if jobs > 1 else Alone(make))
        sys.stdout.write(f"{tally.mapped} {tally.held} {tally.failed}\n")


if __name__ == "__main__":
    main()
