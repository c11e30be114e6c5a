"""A broken vocabulary file says which file and which entry is at fault."""

from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path

import pytest

from pipeline.errors import VocabularyError
from pipeline.quantities.hedges import Hedge
from pipeline.quantities.units import Unit
from pipeline.vocabulary import loading
from pipeline.vocabulary.loading import load_rules, load_words

Write = Callable[[str], str]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Write]:
    """Write a vocabulary file into a folder of its own and read from there."""
    monkeypatch.setattr(resources, "files", lambda _package: tmp_path)
    loading._read_toml.cache_clear()

    def written(text: str) -> str:
        (tmp_path / "words.toml").write_text(text, encoding="utf-8")
        return "words.toml"

    yield written
    loading._read_toml.cache_clear()


GOOD = 'symbol = "EUR"\nforms = ["Euro"]\nexample = "5 Euro"\ncounterexample = "5 Europäer"\n'


def test_rules_come_in_the_order_of_the_file(write: Write) -> None:
    rules = load_rules(write(f"[[unit]]\n{GOOD}\n[[unit]]\n{GOOD.replace('EUR', 'USD')}"), "unit", Unit)
    assert [rule.symbol for rule in rules] == ["EUR", "USD"]


@pytest.mark.parametrize(
    ("broken", "word"),
    [
        (GOOD.replace('forms = ["Euro"]\n', ""), "forms"),
        (GOOD.replace('["Euro"]', "[]"), "forms"),
        (GOOD.replace('example = "5 Euro"\n', ""), "example"),
        (GOOD.replace('counterexample = "5 Europäer"\n', ""), "counterexample"),
        (GOOD + 'frms = ["Euros"]\n', "frms"),
        (GOOD + 'factor = "viel"\n', "factor"),
    ],
    ids=["no forms", "empty forms", "no example", "no counterexample", "misspelt key", "factor is no number"],
)
def test_a_bad_entry_is_named_with_file_and_number(write: Write, broken: str, word: str) -> None:
    with pytest.raises(VocabularyError, match=rf"(?s)words\.toml, \[\[unit\]\] number 2:.*{word}"):
        load_rules(write(f"[[unit]]\n{GOOD}\n[[unit]]\n{broken}"), "unit", Unit)


def test_a_hedge_of_an_unknown_qualifier_is_refused(write: Write) -> None:
    entry = 'qualifier = "nearly"\nforms = ["fast"]\nexample = "fast 5"\ncounterexample = "5"\n'
    with pytest.raises(VocabularyError, match=r"(?s)words\.toml, \[\[before\]\] number 1:.*qualifier"):
        load_rules(write(f"[[before]]\n{entry}"), "before", Hedge)


def test_what_is_no_toml_is_named(write: Write) -> None:
    with pytest.raises(VocabularyError, match=r"words\.toml: not TOML"):
        load_rules(write("[[unit\n"), "unit", Unit)


def test_a_missing_table_of_words_is_named(write: Write) -> None:
    with pytest.raises(VocabularyError, match=r"words\.toml: no table \[units\]"):
        load_words(write("[other]\n"), "units")
