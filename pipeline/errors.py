"""Every exception that the package raises on purpose.

KennzahlError
├── UsageError          a call or a command that asks for what cannot be
├── InputError          something read from outside is not what it must be
│   ├── ArticleError    one article; the batch goes on without it
│   ├── FiguresError    the table of known figures
│   ├── ClaimsError     a file of claims
│   └── GoldError       a file of gold claims
├── ModelError          the language model is not installed or lacks a part
└── VocabularyError     a file under vocabulary/ is not well formed
"""


class KennzahlError(Exception):
    """Base of all exceptions of this package."""


class UsageError(KennzahlError):
    """A call or a command asks for what cannot be, such as an output ending that no writer knows."""


class InputError(KennzahlError):
    """Something read from outside is not what it must be.

    Args:
        place: Where the fault is: a file, and a line where there is one (`news.jsonl:12`).
        fault: What is wrong there.
        cure: What the user can do about it.
    """

    def __init__(self, place: str, fault: str, cure: str) -> None:
        super().__init__(f"{place}: {fault}. {cure}")
        self.place = place
        self.fault = fault
        self.cure = cure

    def __reduce__(self) -> tuple[type["InputError"], tuple[str, str, str]]:
        """Rebuild from its three parts, so that a worker process can send it home."""
        return type(self), (self.place, self.fault, self.cure)


class ArticleError(InputError):
    """One article cannot be read; it becomes a reject and the batch goes on."""


class FiguresError(InputError):
    """The table of known figures cannot be used."""


class ClaimsError(InputError):
    """A file of claims cannot be used."""


class GoldError(InputError):
    """A file of gold claims cannot be used."""


class ModelError(KennzahlError):
    """A language model is not installed, or lacks what the stages need."""


class VocabularyError(KennzahlError):
    """A file under vocabulary/ is not well formed."""
