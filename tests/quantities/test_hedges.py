"""The words that hedge a number, before it, in it and after it."""

import pytest
from told import told

from pipeline.quantities.component import find_quantities


@pytest.mark.parametrize(
    ("hedge", "qualifier"),
    [
        ("rund", "about"),
        ("etwa", "about"),
        ("circa", "about"),
        ("ca.", "about"),
        ("um die", "about"),
        ("ungefaehr", "about"),
        ("knapp", "under"),
        ("fast", "under"),
        ("beinahe", "under"),
        ("annähernd", "under"),
        ("weniger als", "under"),
        ("unter", "under"),
        ("kaum mehr als", "under"),
        ("gut", "over"),
        ("über", "over"),
        ("ueber", "over"),
        ("mehr als", "over"),
        ("deutlich mehr als", "over"),
        ("bis zu", "at_most"),
        ("maximal", "at_most"),
        ("höchstens", "at_most"),
        ("nicht mehr als", "at_most"),
        ("mindestens", "at_least"),
        ("wenigstens", "at_least"),
        ("nicht weniger als", "at_least"),
    ],
)
def test_the_word_before_a_number_hedges_it(hedge: str, qualifier: str) -> None:
    text = f"Der Bau kostete {hedge} 40 Millionen Euro."
    assert told(text) == [("40 Millionen Euro", 40e6, "EUR", qualifier)]
    (quantity,) = find_quantities(text)
    assert text[quantity.hedge_start : quantity.start].strip() == hedge


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ein gutes Drittel", ("ein gutes Drittel", 33.333333, "percent", "over")),
        ("eine knappe halbe Million", ("eine knappe halbe Million", 5e5, "count", "under")),
        ("eine gute Million", ("eine gute Million", 1e6, "count", "over")),
        ("knapp die Hälfte", ("Hälfte", 50, "percent", "under")),
        ("mehr als nur ein Drittel", ("ein Drittel", 33.333333, "percent", "over")),
        ("rund das Fünffache", ("Fünffache", 5, "factor", "about")),
        ("das gut Fünfzigfache", ("Fünfzigfache", 50, "factor", "over")),
        ("10 Prozent oder mehr", ("10 Prozent", 10, "percent", "at_least")),
        ("30 Prozent und mehr", ("30 Prozent", 30, "percent", "at_least")),
        ("von 80 Euro aufwärts", ("80 Euro", 80, "EUR", "at_least")),
        ("um 3 Prozent aufwärts", ("3 Prozent", 3, "percent")),
        ("10 Prozent oder weniger", ("10 Prozent", 10, "percent", "at_most")),
    ],
)
def test_hedges_inside_and_after(text: str, expected: tuple[object, ...]) -> None:
    assert told(f"Es war {text} vom Ganzen.") == [expected]


def test_a_verb_can_be_hedged_from_behind() -> None:
    assert told("Der Gewinn verdoppelte sich nahezu.") == [("verdoppelte", 2, "factor", "under")]
    assert told("Der Gewinn hat sich mehr als verdoppelt.") == [("verdoppelt", 2, "factor", "over")]


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("Der Umsatz übersteigt die 400-Millionen-Euro-Marke.", "over"),
        ("Der Umsatz fällt unter die 400-Millionen-Euro-Marke.", "under"),
        ("Der Kurs rutschte unter die Marke von 16 Dollar.", "under"),
        ("Der Gewinn übersprang erstmals die Schwelle von 100 Milliarden Dollar.", "over"),
        ("Der Gewinn hat 400 Millionen Euro überschritten.", "over"),
        ("Der Kurs hielt die Marke von 16 Dollar.", "exact"),
    ],
)
def test_a_mark_that_is_crossed(text: str, qualifier: str) -> None:
    assert [quantity.qualifier for quantity in find_quantities(text)] == [qualifier]


@pytest.mark.parametrize(
    "text",
    [
        "Sie nahm einen Kredit über 5 Millionen Euro auf.",
        "Die Fraktion verfügt neu über 19 Mandate.",
        "Mit 312 gegen 287 Stimmen fiel der Antrag.",
        "Ein runder Tisch für 40 Millionen Euro.",
        "Das Gut kostet 400 Millionen Euro.",
        "Von 200 bis 300 Millionen Euro ist die Rede.",
    ],
)
def test_words_that_only_look_like_a_hedge(text: str) -> None:
    assert {quantity.qualifier for quantity in find_quantities(text)} == {"exact"}
