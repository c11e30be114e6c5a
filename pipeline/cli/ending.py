"""How a command ends: with status 0, 1, 2 or 130, and with a message instead of a traceback."""

import errno
import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from pipeline.errors import FiguresError, KennzahlError, UsageError

NOTHING_DONE = 1
WRONG_USE = 2
INTERRUPTED = 130


def say(message: str) -> None:
    """Write a message to standard error."""
    typer.echo(json.dumps({"event": "message", "text": message}) if _as_json else message, err=True)


_as_json = False


def messages_as_json() -> None:
    """Write each message and each warning of this run as a JSON object on a line of its own."""
    global _as_json
    _as_json = True
    handler = logging.StreamHandler()
    handler.setFormatter(_JsonLine())
    logging.getLogger("pipeline").addHandler(handler)


class _JsonLine(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return json.dumps({"event": record.levelname.lower(), "text": record.getMessage()})


def counted(number: int, one: str, many: str | None = None) -> str:
    """Write a number with its noun: `1 claim`, `2,000 claims`."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


@contextmanager
def told() -> Iterator[None]:
    """Turn the faults of a command into one message and an exit status.

    Raises:
        typer.Exit: With 2 for wrong use or a faulty table of known figures, 1 for any other fault of this
            package or of a file, 130 for Ctrl-C.
    """
    try:
        yield
    except (UsageError, FiguresError) as error:
        say(f"kennzahl: {error}")
        raise typer.Exit(WRONG_USE) from None
    except KennzahlError as error:
        say(f"kennzahl: {error}")
        raise typer.Exit(NOTHING_DONE) from None
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise
        where = f"{error.filename}: " if error.filename else ""
        say(f"kennzahl: {where}{error.strerror or error}")
        raise typer.Exit(NOTHING_DONE) from None
    except KeyboardInterrupt:
        say("kennzahl: interrupted, no output was written")
        raise typer.Exit(INTERRUPTED) from None
