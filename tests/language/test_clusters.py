import pytest
from spacy.strings import StringStore

from pipeline.language.clusters import COMPOUND, EXACT, FORM, HYPHEN, UNKNOWN, Clusters, HashedWords

SIEMENS, CHEF, KONZERN = 0b1110000, 0b1011, 0b110101


@pytest.fixture
def clusters() -> Clusters:
    return Clusters(
        HashedWords.of({"Siemens": SIEMENS, "Infineon": SIEMENS, "Chef": CHEF, "Konzern": KONZERN})
    )


@pytest.mark.parametrize(
    ("word", "path", "how"),
    [
        ("Siemens", SIEMENS, EXACT),
        ("Infineons", SIEMENS, FORM),
        ("Infineon's", SIEMENS, FORM),
        ("SIEMENS", SIEMENS, FORM),
        ("chef", CHEF, FORM),
        ("Siemens-Chef", CHEF, HYPHEN),
        ("Chipkonzern", KONZERN, COMPOUND),
        ("Chipkonzerns", 0, UNKNOWN),
        ("Siemens-Xq", 0, UNKNOWN),
        ("Qwrtz", 0, UNKNOWN),
    ],
)
def test_a_word_is_found_by_its_forms_and_by_its_head(
    clusters: Clusters, word: str, path: int, how: int
) -> None:
    assert clusters.find(word) == (path, how)


def test_a_row_holds_ever_fewer_bits_of_the_path_and_nothing_for_unknown_words(clusters: Clusters) -> None:
    strings = StringStore(["Siemens", "Qwrtz"])
    full, ten, six, four, *_ = clusters.row(strings["Siemens"], strings)
    assert (full, ten, six) == (SIEMENS + 1, SIEMENS + 1, (SIEMENS & 63) + 1)
    assert four == ((SIEMENS & 15) << 3 | EXACT) + 1
    assert clusters.row(strings["Qwrtz"], strings)[:4] == (0, 0, 0, 0)


def test_rows_of_words_that_end_alike_share_that_feature_only(clusters: Clusters) -> None:
    strings = StringStore(["Versicherung", "Lieferung", "Steuer"])
    insurance, delivery, tax = (clusters.row(strings[word], strings) for word in strings)
    assert insurance[5] != tax[5]
    assert insurance[4] != delivery[4]


def test_hashed_words_keep_numbers_apart() -> None:
    table = HashedWords.of({f"Wort{number}": number for number in range(2000)})
    assert all(table.get(f"Wort{number}") == number for number in range(2000))
    assert table.get("Wort2000") is None
    assert HashedWords.of({}).get("Wort") is None
