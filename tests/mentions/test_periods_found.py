"""The times that German business news names, and the periods that they are read as."""

from datetime import date

import pytest

from pipeline.mentions.mention import PeriodMention
from pipeline.mentions.periods.finding import find_periods


def labels(text: str, published: date | None, year_end: int | None = None) -> list[str | None]:
    return [mention.label for mention in find_periods(text, published, year_end)]


def only(text: str, published: date | None, year_end: int | None = None) -> PeriodMention:
    (mention,) = find_periods(text, published, year_end)
    return mention


@pytest.mark.parametrize(
    ("published", "quarter"),
    [
        (date(2015, 10, 29), "2015-Q3"),
        (date(2016, 2, 4), "2015-Q3"),
        (date(2016, 8, 3), "2016-Q3"),
        (date(2016, 7, 4), "2015-Q3"),
    ],
)
def test_quarter_without_a_year_is_the_last_one_begun(published: date, quarter: str) -> None:
    assert labels("Im dritten Quartal sank der Umsatz auf 12 Millionen Euro.", published) == [quarter]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Im vierten Quartal soll der Absatz anziehen.", "2021-Q4"),
        ("Der Vorstand rechnet im zweiten Halbjahr mit höheren Kosten.", "2021-H2"),
        ("Für das Gesamtjahr erwartet er 40 Millionen Euro.", "2021"),
        ("Analysten hatten im vierten Quartal mehr erwartet.", "2020-Q4"),
    ],
)
def test_outlook_takes_the_coming_period(text: str, label: str) -> None:
    assert labels(text, date(2021, 5, 11)) == [label]


@pytest.mark.parametrize(
    ("published", "label"),
    [(date(2016, 2, 11), "2015"), (date(2016, 7, 20), "2016"), (date(2015, 11, 6), "2015")],
)
def test_whole_year_is_the_last_one_while_it_is_reported(published: date, label: str) -> None:
    assert labels("Im Gesamtjahr kam die Gruppe auf 90 Millionen Euro.", published) == [label]


def test_outlook_met_is_of_the_year_before() -> None:
    published = date(2016, 2, 11)
    assert labels("Die Jahresprognose wurde voll erreicht.", published) == ["2015"]
    assert labels("Die Jahresprognose wurde angehoben.", published) == ["2016"]


@pytest.mark.parametrize(
    ("text", "label", "shift", "comparison"),
    [
        ("Der Umsatz im Vorjahr kletterte um 28 Prozent.", "2015", 1, False),
        ("Er stieg auf 859 Mio. CHF nach 388 im Vorjahr.", "2015", 1, True),
        ("Gewinn 40 Mio. Franken (Vorjahr: 38)", "2015", 1, True),
        ("Die Marge lag über Vorjahr.", "2015", 1, True),
        ("Vor einem Jahr fehlten 3 Millionen.", "2015", 1, False),
        ("Das sind mehr als vor einem Jahr.", "2015", 1, True),
        ("Umsatz 3 Mio. EUR (2014: 2 Mio. EUR)", "2014", 0, True),
        ("Er fiel von 10 Milliarden Euro im Jahr 2014 auf 9 Milliarden.", "2014", 0, True),
        ("Nach einem Verlust von 5 Millionen im Jahr 2013 ging es bergauf.", "2013", 0, True),
        ("Er wuchs langsamer als noch 2014.", "2014", 0, True),
        ("Nach Steuern blieben 2014 noch 3 Millionen.", "2014", 0, False),
        ("Die Firma ist seit 2003 am Markt.", "2003", 0, True),
    ],
)
def test_comparison(text: str, label: str, shift: int, comparison: bool) -> None:
    mention = only(text, date(2016, 1, 28))
    assert (mention.label, mention.shift, mention.comparison) == (label, shift, comparison)


def test_year_before_counts_from_what_the_text_speaks_of() -> None:
    text = (
        "Im zweiten Quartal stieg der Gewinn auf 437 Millionen, im Vorjahresquartal waren es 430 Millionen."
    )
    first, second = find_periods(text, date(2016, 7, 20))
    assert (first.label, first.shift) == ("2016-Q2", 0)
    assert (second.label, second.shift, second.first_day) == ("2015-Q2", 1, date(2015, 4, 1))


def test_year_before_an_earlier_year_named_in_passing() -> None:
    text = "2020 blieben 32 Millionen Euro. 2019 fehlten 216. Je Aktie sind es 24 Cent (Vorjahr: -1,24)."
    assert labels(text, date(2021, 6, 9)) == ["2020", "2019", "2019"]


def test_compound_leans_on_the_quarter_named_only_later() -> None:
    text = (
        "Quartalsbericht erfreut Anleger. Die Aktie stieg nach dem Bericht zum zweiten Quartal um 6 Prozent."
    )
    assert labels(text, date(2016, 7, 20)) == ["2016-Q2", "2016-Q2"]


@pytest.mark.parametrize(
    ("text", "published", "label"),
    [
        ("Im April wuchs die Zahl der Nutzer.", date(2020, 6, 3), "2020-04"),
        ("Im Dezember waren es 10 Millionen Teilnehmer.", date(2020, 6, 3), "2019-12"),
        ("Das Verfahren soll im April eröffnet werden.", date(2016, 2, 12), "2016-04"),
        ("Im Oktober vorigen Jahres kaufte sie drei Viertel der Aktien.", date(2016, 3, 17), "2015-10"),
        ("Das sind 0,1 Punkte mehr als noch im März.", date(2023, 6, 16), "2023-03"),
        ("Zum 1. August werde die Marke eine Tochter.", date(2016, 1, 29), "2016-08-01"),
        ("Den Bericht wird die Reederei am 23. März vorlegen.", date(2016, 2, 23), "2016-03-23"),
        ("Am Dienstag hob der Konzern den Ausblick an.", date(2020, 6, 3), "2020-06-02"),
        ("Am kommenden Montag ist Feiertag.", date(2020, 6, 3), "2020-06-08"),
    ],
)
def test_month_and_day(text: str, published: date, label: str) -> None:
    assert labels(text, published)[0] == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("In den ersten neun Monaten des Jahres", "2015-9M"),
        ("Von Januar bis September 2015", "2015-9M"),
        ("Zwischen Juli und September 2015", "2015-Q3"),
        ("Im Drei-Monats-Zeitraum bis zum 31. Dezember", "2015-Q4"),
        ("Im Geschäftsjahr 2014/15", "2015"),
        ("In der Zeit vom 1. Januar 2015 bis 30. Juni 2015", "2015-H1"),
        ("Das Jahr bis 31. Dezember 2015", "2015"),
        ("Zu Jahresbeginn 2015", "2015-01"),
        ("Am Jahresende 2015", "2015"),
        ("Im Sommer 2015", "2015"),
    ],
)
def test_form_of_the_label(text: str, label: str) -> None:
    assert labels(f"{text} stieg der Erlös um 3 Prozent.", date(2016, 1, 13)) == [label]


@pytest.mark.parametrize(
    "text",
    [
        "Sie beschäftigt 2000 Mitarbeiter in 1950 Filialen.",
        "Der Index verlor 1,2 Prozent auf 2015 Punkte.",
        "Die Agenda 2010 hat den Arbeitsmarkt verändert.",
        "Der Wagen kostet EUR 2015, die Nummer ist Tel. 2014.",
        "Der Dax 40 gab nach, der A380 fliegt wieder.",
        "Er ist 58 Jahre alt und führt die Firma seit zwölf Jahren.",
        "Der Vertrag läuft vier Jahre, die Hauptversammlung beschließt den Jahresabschlag nicht.",
        "August Maier und Mai Li gründeten die Firma.",
        "In den 1990er Jahren gab es 1.999 Betriebe.",
        "Die Mittwochsausgabe der Wochenzeitung kostet mehr.",
        "Am 31. Februar und am 45.13.2016 ist nichts los.",
        "",
    ],
)
def test_nothing_to_find(text: str) -> None:
    assert find_periods(text, date(2016, 2, 18)) == []


def test_without_a_day_of_publication_only_what_is_named_has_a_label() -> None:
    text = "Im dritten Quartal wuchs der Umsatz, im vergangenen Jahr fiel er. Am Montag war Ruhe."
    assert labels(text, None) == [None, None, None]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Im dritten Quartal 2018 fiel der Erlös um 3 Prozent, vergangenes Jahr nicht. Montag ist Ruhe.",
            ["2018-Q3", "2017", None],
        ),
        (
            "Die Firma hat 2025 mehr verdient. Der Erlös stieg um 3 Prozent. Im laufenden Jahr sinkt er.",
            ["2025", "2026"],
        ),
        (
            "Bis Ende 2026 fallen Stellen weg, 2027 will sie 40 Mio. Euro sparen. Im Gesamtjahr fehlt Geld",
            ["2026", "2027", None],
        ),
        ("2014 hatte die Firma 3 Mio. Euro verdient. Im laufenden Jahr sieht es besser aus.", ["2014", None]),
    ],
)
def test_without_a_day_of_publication_years_count_from_the_latest_time_reported(
    text: str, told: list[str | None]
) -> None:
    assert labels(text, None) == told


def test_range_of_years_carries_the_last() -> None:
    mention = only("Der Umbau kostet 2016 bis 2018 rund 90 Millionen Euro.", date(2016, 2, 18))
    assert (mention.label, mention.first_day, mention.granularity) == ("2018", date(2016, 1, 1), "other")


def test_fiscal_goes_on_through_a_list() -> None:
    text = "Die Zahlung hängt an den Geschäftsjahren 2016, 2017 und 2018."
    assert [mention.fiscal for mention in find_periods(text, date(2016, 2, 24))] == [True, True, True]


@pytest.mark.parametrize(
    "text",
    [
        "Im drittenQuartal 2015 verdiente derKonzern weniger.",
        "Im dritten\u00a0Quartal\u00a02015 verdiente der Konzern weniger.",
        "Im dritten Quar-\ntal 2015 verdiente der Konzern weniger.",
        "IM DRITTEN QUARTAL 2015 VERDIENTE DER KONZERN WENIGER.",
        "Im 3.Quartal2015 verdiente der Konzern weniger.",
    ],
)
def test_archive_text(text: str) -> None:
    mention = only(text, date(2015, 11, 3))
    assert mention.label == "2015-Q3"
    assert mention.text == text[mention.start : mention.end]


def test_umlauts_written_out() -> None:
    text = "Im Geschaeftsjahr 2015 stieg der Gewinn, im Jaenner fiel er, fuer naechstes Jahr ist er offen."
    assert labels(text, date(2016, 2, 18)) == ["2015", "2016-01", "2017"]
