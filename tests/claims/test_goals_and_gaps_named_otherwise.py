"""Old outlooks, profits told as a share, sums in full: what stands where a reader has to look back."""

import pytest
from spacy.language import Language
from stated import Expected, check, figure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Die Kolb AG erwartet nun einen Umsatz von 380 bis 390 Mio. Euro (Stand März: 400 Mio. Euro).",
            [
                figure("380 bis 390 Mio. Euro", "revenue", "level", (3.8e8, 3.9e8), "EUR", status="forecast"),
                figure("400 Mio. Euro", "revenue", "level", 4e8, "EUR", status="prior_forecast"),
            ],
        ),
        (
            "Die Kolb AG senkte ihre Erwartung für das Betriebsergebnis. Es werden rund 12 Mio. Euro sein, "
            "bis dahin war von 15 Mio. Euro die Rede gewesen.",
            [
                figure("12 Mio. Euro", "ebit", "level", 1.2e7, "EUR", status="forecast"),
                figure("15 Mio. Euro", "ebit", "level", 1.5e7, "EUR", status="prior_forecast"),
            ],
        ),
        (
            "Bei Erlösen von 200 Millionen Euro verdiente die Kolb AG vor Zinsen und Steuern 18 Millionen. "
            "Das sind immerhin 9 Prozent.",
            [
                figure("200 Millionen Euro", "revenue", "level", 2e8, "EUR"),
                figure("18 Millionen", "ebit", "level", 1.8e7, "EUR"),
                figure("9 Prozent", "margin", "level", 9, "percent"),
            ],
        ),
        (
            "Der Verein TSV Moorbach schloss mit einem Minus von 1,2 Mio. Euro ab. Zuvor war es noch ein "
            "Überschuss von 240.000 gewesen.",
            [
                figure("1,2 Mio. Euro", "net_income", "level", -1.2e6, "EUR"),
                figure("240.000", "net_income", "level", 2.4e5, "EUR"),
            ],
        ),
        (
            "Die Kolb AG rechnet mit einer Halbierung der Umsätze; über fünf Millionen Euro soll der "
            "Fehlbetrag erreichen.",
            [
                figure("Halbierung", "revenue", "change", 0.5, "factor", status="forecast"),
                figure("fünf Millionen Euro", "net_income", "level", -5e6, "EUR", status="forecast"),
            ],
        ),
        (
            "Die Kolb AG wies einen Jahresverlust von 40 Mio. Euro aus, nachdem 2018 noch 6 Mio. Euro übrig "
            "geblieben waren.",
            [
                figure("40 Mio. Euro", "net_income", "level", -4e7, "EUR"),
                figure("6 Mio. Euro", "net_income", "level", 6e6, "EUR", period="2018"),
            ],
        ),
        (
            "In den Ausbau der Halle, veranschlagt mit 9 Mio. Euro, sind bislang 2,5 Mio. Euro geflossen.",
            [
                figure("9 Mio. Euro", "investment", "level", 9e6, "EUR", status="forecast"),
                figure("2,5 Mio. Euro", "investment", "level", 2.5e6, "EUR", status="reported"),
            ],
        ),
        (
            "Bei der Sparkasse steht die Kolb AG mit 7 Millionen Euro in der Kreide.",
            [figure("7 Millionen Euro", "debt", "level", 7e6, "EUR")],
        ),
        (
            "Die Aktionäre der Kolb AG bekommen 8 Prozent auf das Grundkapital.",
            [figure("8 Prozent", "dividend", "level", 8, "percent")],
        ),
        (
            "Analyst Jens Huber glaubt an 80 Mio. Euro Gewinn der Kolb AG.",
            [figure("80 Mio. Euro", "net_income", "level", 8e7, "EUR", status="forecast")],
        ),
        (
            "Der Umsatz der Moor AG wächst. Die Kolb AG schraubt alles in Slowenien zusammen, billiger als "
            "im Allgäu. Auf 1,2 Milliarden Euro kam sie 2019.",
            [figure("1,2 Milliarden Euro", "revenue", "level", 1.2e9, "EUR", period="2019")],
        ),
        (
            "Die im Herbst genannte Prognose der Kolb AG (Umsatz von 42 Mio. Euro) gilt nicht mehr.",
            [figure("42 Mio. Euro", "revenue", "level", 4.2e7, "EUR", status="prior_forecast")],
        ),
        (
            "Der Umsatz der Branche, alles zusammengezählt, Höfe, Gärtner, Baumärkte: 710 Millionen Euro.",
            [figure("710 Millionen Euro", "revenue", "level", 7.1e8, "EUR", company=None)],
        ),
        (
            "Die Ebit-Marge der Kolb AG kletterte um vier Punkte auf 11 Prozent.",
            [
                figure("vier Punkte", "margin", "change", 4, "percentage_points"),
                figure("11 Prozent", "margin", "level", 11, "percent"),
            ],
        ),
        (
            "Die Hotel Moor AG war zu 81 Prozent ausgebucht und setzte 5,8 Mio. Euro um.",
            [
                figure("81 Prozent", "other", "level", 81, "percent"),
                figure("5,8 Mio. Euro", "revenue", "level", 5.8e6, "EUR"),
            ],
        ),
        (
            "Das Start-up Kolb sammelt 12 Millionen Euro ein.",
            [figure("12 Millionen Euro", "deal_value", "level", 1.2e7, "EUR")],
        ),
        (
            "Bei der Kolb AG betrug die Nettoverschuldung das 3,1-Fache des Ebitda nach dem "
            "4,2-Fachen im Vorjahr.",
            [
                figure("3,1-Fache", "debt", "level", 3.1, "factor"),
                figure("4,2-Fachen", "debt", "level", 4.2, "factor"),
            ],
        ),
        (
            "Die Kolb AG verlor 104 Mio. Dollar. Bereinigt steht da ein Plus von 1,22 Dollar.",
            [
                figure("104 Mio. Dollar", "net_income", "level", -1.04e8, "USD"),
                figure("1,22 Dollar", "earnings_per_share", "level", 1.22, "USD", adjusted=True),
            ],
        ),
        (
            "2027 dann, so steht es im Papier, das hängt, setzt die Kolb AG 180 Millionen Euro um.",
            [
                figure(
                    "180 Millionen Euro", "revenue", "level", 1.8e8, "EUR", status="forecast", period="2027"
                )
            ],
        ),
        (
            "Der Umsatz der Kolb AG stieg auf 1,9 Milliarden Schilling (138 Millionen Euro). Das EGT "
            "übersprang mit 103 Millionen die Hundert-Millionen-Grenze.",
            [
                figure("1,9 Milliarden Schilling", "revenue", "level", 1.9e9, "ATS"),
                figure("138 Millionen Euro", "revenue", "level", 1.38e8, "EUR"),
                figure("103 Millionen", "pretax_profit", "level", 1.03e8, "ATS", qualifier="exact"),
                figure("Hundert-Millionen", "pretax_profit", "level", 1e8, "ATS", qualifier="over"),
            ],
        ),
        (
            "Das Ebitda der Kolb AG nahm mit 20,5 Mio. Euro erstmals die Hürde von 20 Mio. Euro.",
            [
                figure("20,5 Mio. Euro", "ebitda", "level", 2.05e7, "EUR", qualifier="exact"),
                figure("20 Mio. Euro", "ebitda", "level", 2e7, "EUR", qualifier="over"),
            ],
        ),
        (
            "Das Ergebnis der Kolb AG ging um 17,5 v. H. auf 66 Mill. DM zurück.",
            [
                figure("17,5 v. H.", "net_income", "change", -17.5, "percent"),
                figure("66 Mill. DM", "net_income", "level", 6.6e7, "DEM"),
            ],
        ),
        (
            "Die Kolb AG hat im Geschäftsjahr 2019/20, das am 31. März endete, 5 Mio. Euro verdient. Für das "
            "neue Jahr plant sie einen Umsatz von 90 Mio. Euro.",
            [
                figure("5 Mio. Euro", "net_income", "level", 5e6, "EUR", period="2020"),
                figure("90 Mio. Euro", "revenue", "level", 9e7, "EUR", period="2021", status="forecast"),
            ],
        ),
    ],
)
def test_a_reader_looks_back(nlp: Language, text: str, expected: list[Expected]) -> None:
    check(nlp, text, expected)
