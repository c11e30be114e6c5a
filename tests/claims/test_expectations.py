"""What analysts expect beside what was reached, old outlooks beside new ones, and figures told adjusted."""

import pytest
from spacy.language import Language
from stated import check, claims_of, figure

STATUSES = {"r": "reported", "f": "forecast", "p": "prior_forecast", "c": "consensus"}


def told(nlp: Language, text: str) -> list[str]:
    return [claim.status for claim in claims_of(nlp, text)]


@pytest.mark.parametrize(
    ("statuses", "text"),
    [
        ("rc", "Der Umsatz stieg auf 7 Milliarden Euro und übertraf den Konsens von 6,9 Milliarden Euro."),
        (
            "rr",
            "Der Reingewinn ging um 4,7 Prozent auf 203 Millionen Franken zurück und lag "
            "unter den Analystenschätzungen.",
        ),
        ("rc", "Der Umsatz lag mit 7,1 Milliarden Euro über dem Konsens von 6,9 Milliarden Euro."),
        (
            "rc",
            "Das Ebit betrug 120 Millionen Euro und verfehlte die Markterwartungen von 130 Millionen Euro.",
        ),
        ("r", "Mit einem Umsatz von 3,4 Milliarden Euro übertraf der Konzern die Analystenerwartungen."),
        (
            "rr",
            "Der Überschuss sank um 12 Prozent auf 88 Millionen Euro und blieb damit hinter "
            "den Schätzungen der Analysten zurück.",
        ),
        (
            "cr",
            "Analysten hatten mit 800 Millionen Euro Umsatz gerechnet, erreicht wurden 850 Millionen Euro.",
        ),
        (
            "rc",
            "Der Konzern erzielte einen Umsatz von 850 Millionen Euro, Analysten hatten mit "
            "800 Millionen Euro gerechnet.",
        ),
        ("rc", "Der Gewinn je Aktie lag bei 1,20 Euro (Konsens: 1,15 Euro)."),
        (
            "rc",
            "Unter dem Strich blieben 90 Millionen Euro und damit weniger als die 100 Millionen Euro, "
            "die Analysten erwartet hatten.",
        ),
        ("c", "Der Konsens für den Umsatz liegt bei 6,9 Milliarden Euro."),
        (
            "rc",
            "Der Umsatz erreichte 7 Milliarden Euro und damit mehr als die von Analysten "
            "erwarteten 6,9 Milliarden Euro.",
        ),
        (
            "rcr",
            "Der Umsatz von 7 Milliarden Euro übertraf den Konsens von 6,9 Milliarden Euro um 2 Prozent.",
        ),
        (
            "rrc",
            "Der Umsatz kletterte um 5 Prozent auf 2,1 Milliarden Euro und traf damit die "
            "Analystenerwartungen von 2,1 Milliarden Euro.",
        ),
        (
            "rc",
            "Mit 45 Millionen Euro verfehlte der Betriebsgewinn die Konsensschätzung von 50 Millionen Euro.",
        ),
    ],
)
def test_a_comparison_parts_the_result_from_the_consensus(nlp: Language, statuses: str, text: str) -> None:
    assert told(nlp, text) == [STATUSES[letter] for letter in statuses]


@pytest.mark.parametrize(
    ("statuses", "text"),
    [
        ("c", "Experten hatten aber einen Umsatz von 50,8 Milliarden Euro erwartet."),
        (
            "rc",
            "Der Umsatz lag bei 6,8 Milliarden Euro. Hier waren die Experten von 7,1 "
            "Milliarden Euro ausgegangen.",
        ),
        ("c", "Analysten trauten dem Konzern im Mittel einen Umsatz von 3,3 Milliarden Euro zu."),
        ("c", "Von Bloomberg befragte Analysten hatten einen Gewinn von 310 Millionen Euro auf dem Zettel."),
        ("c", "Fachleute gingen zuletzt von einem Umsatz von 310 Millionen Euro aus."),
        ("c", "Branchenkenner hatten der Firma ein Ebit von 310 Millionen Euro zugetraut."),
        ("c", "Am Markt war mit einem Umsatz von 310 Millionen Euro gerechnet worden."),
        ("f", "Der Vorstand geht von einem Umsatz von 310 Millionen Euro aus."),
        ("f", "Die Firma erwartet einen Umsatz von 310 Millionen Euro."),
        ("c", "Die Analysten erwarten im Durchschnitt einen Umsatz von 12,4 Milliarden Euro."),
        ("c", "Experten schätzten den Überschuss im Vorfeld auf 44 Millionen Euro."),
        ("c", "Der Markt hatte mit einem Umsatz von 310 Millionen Euro gerechnet."),
        ("r", "Experten lobten den Umsatz von 310 Millionen Euro."),
        ("rc", "Der Überschuss betrug 52 Millionen Euro, Experten hatten nur 44 Millionen Euro erwartet."),
        (
            "fc",
            "Der Konzern erwartet einen Umsatz von 500 Millionen Euro, Analysten waren "
            "bislang von 520 Millionen Euro ausgegangen.",
        ),
        ("r", "Nach Einschätzung von Experten lag der Umsatz bei 310 Millionen Euro."),
    ],
)
def test_what_analysts_expect_is_no_outlook_of_the_company(nlp: Language, statuses: str, text: str) -> None:
    assert told(nlp, text) == [STATUSES[letter] for letter in statuses]


@pytest.mark.parametrize(
    ("statuses", "text"),
    [
        (
            "pf",
            "Zuvor hatte der Konzern ein Ebitda zwischen 830 und 850 Millionen Euro in "
            "Aussicht gestellt, nun sollen es 890 Millionen Euro werden.",
        ),
        (
            "fp",
            "Der Konzern rechnet nun mit einem Ebitda von 890 Millionen Euro. Zuvor hatte er "
            "ein Ebitda zwischen 830 und 850 Millionen Euro in Aussicht gestellt.",
        ),
        (
            "fp",
            "Der Konzern hob die Umsatzprognose auf 140 Millionen Euro an. Zuletzt ging das "
            "Unternehmen von 130 Millionen Euro aus.",
        ),
        (
            "fp",
            "Für den Gewinn je Aktie stellt der Konzern nun 2,15 bis 2,35 Dollar in Aussicht "
            "nach zuvor 2,05 bis 2,25 Dollar.",
        ),
        (
            "pf",
            "Statt 975 bis 1.025 Millionen Euro erwartet der Konzern beim Umsatz nur noch "
            "900 bis 940 Millionen Euro.",
        ),
        (
            "rf",
            "Der Umsatz lag bei 150 Millionen Euro. Das Unternehmen hatte 145 Millionen Euro "
            "in Aussicht gestellt.",
        ),
        ("fp", "Der Umsatz soll nun um 6 Prozent steigen, bisher waren 4 Prozent geplant."),
        (
            "fp",
            "Das Ebit soll 40 Millionen Euro statt der ursprünglich geplanten 45 Millionen Euro betragen.",
        ),
        ("fp", "Das Management peilt jetzt ein Ebit von 120 Millionen Euro an (bisher: 110 Millionen Euro)."),
        (
            "pf",
            "Bislang war der Konzern von 5 Prozent Umsatzwachstum ausgegangen, jetzt erwartet er 3 Prozent.",
        ),
        (
            "fp",
            "Der Umsatz dürfte 2020 bei 4,5 Milliarden Euro liegen und nicht wie zuletzt "
            "erwartet bei 5 Milliarden Euro.",
        ),
        (
            "rf",
            "Der Umsatz stieg auf 150 Millionen Euro. Zuletzt ging das Unternehmen von 130 "
            "Millionen Euro aus.",
        ),
        ("fr", "Der Umsatz soll 2020 auf 5 Milliarden Euro steigen, zuletzt waren es 4 Milliarden Euro."),
        ("fr", "Der Umsatz soll auf 5 Milliarden Euro steigen, nach zuletzt 4 Milliarden Euro."),
        ("fr", "Der Umsatz soll auf 5 Milliarden Euro steigen, zuvor waren es 4 Milliarden Euro."),
        (
            "fp",
            "Die Prognose für den Umsatz wurde auf 5 Milliarden Euro angehoben, nach zuvor 4 "
            "Milliarden Euro.",
        ),
        ("r", "Zuletzt lag der Umsatz bei 130 Millionen Euro."),
        ("rr", "Der Umsatz stieg auf 5 Milliarden Euro, zuvor waren es 4 Milliarden Euro."),
        ("pf", "Der Konzern senkte die Ziele: Statt 5 Prozent soll der Umsatz nur noch 3 Prozent wachsen."),
    ],
)
def test_an_old_outlook_is_one_that_a_new_one_replaces(nlp: Language, statuses: str, text: str) -> None:
    assert told(nlp, text) == [STATUSES[letter] for letter in statuses]


@pytest.mark.parametrize(
    ("statuses", "text"),
    [
        ("f", "Der Umsatz dürfte bei 5 Milliarden Euro liegen."),
        ("f", "Für 2021 wird ein Umsatz von 5 Milliarden Euro erwartet."),
        ("f", "Geplant ist ein Umsatz von 5 Milliarden Euro."),
        ("f", "Der Umsatz wird 2021 bei 5 Milliarden Euro liegen."),
        ("f", "Der Umsatz soll auf 5 Milliarden Euro wachsen."),
        ("f", "Der Umsatz werde sich auf 5 Milliarden Euro belaufen, sagte der Chef."),
        ("f", "Das Ebit wird sich voraussichtlich auf 50 Millionen Euro belaufen."),
        ("f", "Der Umsatz wird auf 5 Milliarden Euro geschätzt."),
        ("f", "Vorgesehen sind Investitionen von 5 Milliarden Euro."),
        ("r", "Der Umsatz wird mit 5 Milliarden Euro angegeben."),
    ],
)
def test_what_is_to_come_is_an_outlook(nlp: Language, statuses: str, text: str) -> None:
    assert told(nlp, text) == [STATUSES[letter] for letter in statuses]


@pytest.mark.parametrize(
    ("adjusted", "text"),
    [
        ([True], "Rechnet man Währungseffekte heraus, legten die Erlöse um 8 Prozent zu."),
        ([True], "Das angepasste Ebit lag bei 310 Millionen Euro."),
        ([True], "Ohne das Bewertungsergebnis sank der Gewinn um 8 Prozent."),
        ([False, True], "Der Umsatz stieg um 8 Prozent und um 10 Prozent (in Landeswährung)."),
        ([True], "Herausgerechnet wurden Wechselkurseffekte, der Umsatz stieg um 4 Prozent."),
        ([False, True], "Der Umsatz sank um 2 Prozent, währungsbereinigt wuchs er um 3 Prozent."),
        (
            [True, False],
            "Das bereinigte Ebit stieg auf 310 Millionen Euro, der Umsatz auf 3 Milliarden Euro.",
        ),
        ([True, False], "Das bereinigte Ebit betrug 310 Millionen Euro und der Umsatz 3 Milliarden Euro."),
        (
            [True, False],
            "Bereinigt um Sondereffekte verdiente der Konzern 310 Millionen Euro bei einem "
            "Umsatz von 3 Milliarden Euro.",
        ),
        ([False, True], "Der Umsatz stieg um 8 Prozent (organisch: 6 Prozent)."),
        ([False, True], "Der Umsatz wuchs um 8 Prozent, organisch um 6 Prozent."),
        ([True], "Um Währungseffekte bereinigt wuchs der Umsatz um 6 Prozent."),
        ([True], "Klammert man Zukäufe aus, wuchs der Umsatz um 6 Prozent."),
        ([True], "Unter Ausschluss von Wechselkurseffekten wuchs der Umsatz um 6 Prozent."),
        (
            [False, False],
            "Der Konzern passte die Preise an, der Umsatz stieg um 6 Prozent auf 3 Milliarden Euro.",
        ),
        ([False], "Lässt man die Bereinigung weg, stieg der Gewinn auf 310 Millionen Euro."),
        ([True], "Lässt man die Zukäufe weg, stieg der Umsatz um 4 Prozent."),
        ([False, True], "Der Umsatz wuchs um 8 Prozent (währungsbereinigt 10 Prozent)."),
        ([True, False], "Der Umsatz stieg um 8 Prozent (währungsbereinigt) auf 2 Milliarden Euro."),
        ([True], "Das Adjusted Ebitda stieg auf 310 Millionen Euro."),
        ([False], "Nach einer Anpassung der Preise stieg der Umsatz um 6 Prozent."),
        ([True, False], "Der Umsatz stieg währungsbereinigt um 8 Prozent auf 2 Milliarden Euro."),
        ([True, True], "Das bereinigte Ebit stieg um 8 Prozent auf 2 Milliarden Euro."),
    ],
)
def test_an_adjustment_holds_for_its_figure_only(nlp: Language, adjusted: list[bool], text: str) -> None:
    assert [claim.adjusted for claim in claims_of(nlp, text)] == adjusted


def test_what_was_expected_instead_makes_no_result_an_outlook(nlp: Language) -> None:
    check(
        nlp,
        "Die Reederei schrieb 15 Millionen Euro Verlust statt der erwarteten 12 Millionen.",
        [
            figure("15 Millionen Euro", "net_income", "level", -15e6, "EUR", status="reported"),
            figure("12 Millionen", "net_income", "level", -12e6, "EUR", status="forecast"),
        ],
    )
