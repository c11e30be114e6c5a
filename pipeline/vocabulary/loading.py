"""Reads the German words kept as data beside this file, and names the file and rule when one is broken."""

import csv
import io
import tomllib
from functools import cache
from importlib import resources
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from pipeline.errors import VocabularyError


class Rule(BaseModel):
    """A rule of the vocabulary, with the text that proves it.

    Attributes:
        example: Text on which the rule fires.
        counterexample: Text that looks alike and on which it does not fire.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    example: str
    counterexample: str


RuleType = TypeVar("RuleType", bound=BaseModel)


@cache
def _read_toml(name: str) -> dict[str, Any]:
    try:
        return tomllib.loads((resources.files(__package__) / name).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise VocabularyError(f"vocabulary/{name}: not TOML: {error}") from error


def load_rules(name: str, table: str, rule_type: type[RuleType]) -> tuple[RuleType, ...]:
    """Read one array of tables of a vocabulary file.

    Args:
        name: File name under vocabulary/, such as `units.toml`.
        table: Name of the array of tables in it (`[[unit]]` is `unit`).
        rule_type: Pydantic model that each entry must satisfy.

    Returns:
        The entries in their order in the file.

    Raises:
        VocabularyError: The file is no TOML, or an entry does not satisfy the model.
    """
    rules = []
    for number, entry in enumerate(_read_toml(name).get(table, ()), start=1):
        try:
            rules.append(rule_type.model_validate(entry))
        except ValidationError as error:
            raise VocabularyError(f"vocabulary/{name}, [[{table}]] number {number}: {error}") from error
    return tuple(rules)


def load_words(name: str, table: str) -> dict[str, Any]:
    """Read one plain table of a vocabulary file, such as lists of words by name.

    Args:
        name: File name under vocabulary/.
        table: Name of the table.

    Returns:
        The table as it stands.

    Raises:
        VocabularyError: The file is no TOML, or has no such table.
    """
    try:
        words: dict[str, Any] = _read_toml(name)[table]
    except KeyError as error:
        raise VocabularyError(f"vocabulary/{name}: no table [{table}]") from error
    return words


def load_csv(name: str) -> list[dict[str, str]]:
    """Read a CSV file of the vocabulary as one dictionary a row.

    Args:
        name: File name under vocabulary/.

    Returns:
        Rows in their order, each from column name to cell.
    """
    text = (resources.files(__package__) / name).read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))
