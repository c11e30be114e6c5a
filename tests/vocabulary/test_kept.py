"""What was found out about a word is kept, but not of more words than fit."""

import pytest

from pipeline.vocabulary import kept as module
from pipeline.vocabulary.kept import kept


def test_a_word_is_looked_into_again_only_once_it_has_not_been_asked_for_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "MOST", 2)
    asked: list[str] = []

    @kept
    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    assert [length("Umsatz"), length("Gewinn"), length("Umsatz")] == [6, 6, 6]
    assert asked == ["Umsatz", "Gewinn"]
    assert [length("Ebit"), length("Ebit"), length("Umsatz")] == [4, 4, 6]
    assert asked == ["Umsatz", "Gewinn", "Ebit"]
    assert [length("Cashflow"), length("Umsatz"), length("Gewinn")] == [8, 6, 6]
    assert asked == ["Umsatz", "Gewinn", "Ebit", "Cashflow", "Gewinn"]
