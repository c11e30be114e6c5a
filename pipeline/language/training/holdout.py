"""Keeps what the model is measured on out of what it is trained on, by id and by text."""

from collections.abc import Iterable

from pipeline.language.training.annotated import AnnotatedText

WINDOW = 60
SHARED = 0.25


def letters(text: str) -> str:
    """Reduce a text to its small letters and digits, by which two copies are known."""
    return "".join(character for character in text.casefold() if character.isalnum())


class HeldOut:
    """The texts that must not be trained on."""

    def __init__(self, texts: Iterable[tuple[str, str]]) -> None:
        """Take the held-out texts.

        Args:
            texts: The id and the text of each.
        """
        self._ids: set[str] = set()
        self._whole: set[str] = set()
        self._windows: set[int] = set()
        for identifier, text in texts:
            reduced = letters(text)
            self._ids.add(identifier)
            self._whole.add(reduced)
            self._windows.update(_windows(reduced, 1))

    def holds(self, annotated: AnnotatedText) -> bool:
        """Tell whether a text is held out.

        It is when its id is, when its letters are, or when a quarter of it stands in held-out texts: the
        corpus has the same article cut at other places, and the same agency report from two papers.

        Args:
            annotated: A text of a training set.

        Returns:
            True if it must not be trained on.
        """
        reduced = letters(annotated.text)
        if annotated.id in self._ids or reduced in self._whole:
            return True
        windows = _windows(reduced, WINDOW // 4)
        return bool(windows) and sum(w in self._windows for w in windows) >= SHARED * len(windows)


def _windows(reduced: str, step: int) -> list[int]:
    return [hash(reduced[start : start + WINDOW]) for start in range(0, len(reduced) - WINDOW + 1, step)]
