"""Near copies of a report are found, and different reports on one subject are not."""

from pipeline.reading.article import Article, Duplicate, Reject
from pipeline.reading.duplicates import treat_duplicates
from pipeline.reading.mojibake import mend_article

REPORT = (
    "Der Pumpenhersteller Brandt aus Kassel hat im dritten Quartal mehr umgesetzt. Die Erlöse stiegen um "
    "sieben Prozent auf 84 Millionen Euro, wie das Unternehmen am Mittwoch mitteilte. Unter dem Strich "
    "blieben 5,2 Millionen Euro nach 4,9 Millionen ein Jahr zuvor. Für das Gesamtjahr rechnet der Vorstand "
    "weiterhin mit einem Umsatz von rund 340 Millionen Euro. Vor allem das Geschäft mit Wasserwerken lief "
    "gut, während die Bestellungen aus der Chemie zurückgingen. Die Aktie legte am Vormittag um zwei "
    "Prozent zu."
)
OTHER = (
    "Brandt, Hersteller von Pumpen in Kassel, kauft den kleineren Wettbewerber Hydrotec aus Graz. Über den "
    "Preis sei Stillschweigen vereinbart worden, hieß es am Mittwoch. Hydrotec setzte zuletzt 31 Millionen "
    "Euro um und beschäftigt 140 Menschen. Die Kartellbehörden müssen dem Kauf noch zustimmen."
)
ITEMS = [
    Article("dpa", REPORT),
    Article("other", OTHER),
    Article("paper", f"Kassel (dpa) - {REPORT}"),
    Reject("news.jsonl:4", "no JSON", "correct it"),
    Article("again", REPORT.upper()),
]


def test_a_copy_is_marked_with_the_first_of_its_report() -> None:
    marked = [item.duplicate_of for item in treat_duplicates(ITEMS, "mark") if isinstance(item, Article)]
    assert marked == [None, None, "dpa", "dpa"]


def test_a_dropped_copy_leaves_its_name_so_that_the_counts_add_up() -> None:
    items = list(treat_duplicates(ITEMS, "drop"))
    assert len(items) == len(ITEMS)
    assert [(item.id, item.duplicate_of) for item in items if isinstance(item, Duplicate)] == [
        ("paper", "dpa"),
        ("again", "dpa"),
    ]


def test_very_short_texts_are_copies_only_where_they_are_the_same() -> None:
    items = [
        Article("a", "Plus 3 Prozent."),
        Article("b", "Plus 4 Prozent."),
        Article("c", "Plus 3 Prozent."),
    ]
    marked = [item.duplicate_of for item in treat_duplicates(items, "mark") if isinstance(item, Article)]
    assert marked == [None, None, "a"]


def test_a_wrong_decoding_is_undone_and_nothing_else_is_touched() -> None:
    broken = Article("a", REPORT.encode().decode("cp1252"), title="PrÃ¤mie")
    assert (mend_article(broken).text, mend_article(broken).title) == (REPORT, "Prämie")
    whole = Article("b", "„Größer“ –\u00a0sagt\u2009er: 3 % & mehr…", title="Öl")
    assert mend_article(whole) == whole
