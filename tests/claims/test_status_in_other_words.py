"""Outlooks told without the common words, given up in passing, of one house alone, or only approved."""

import pytest
from spacy.language import Language
from stated import claims_of

TOLD = {
    "subjunctive": ("Im Gesamtjahr könne ein Verlust von 25 Millionen Euro auflaufen.", ["forecast"]),
    "at most so much is in it": ("Mehr als ein Umsatz von 25 Millionen Euro sei nicht drin.", ["forecast"]),
    "was in it": ("Am Ende war ein Umsatz von 25 Millionen Euro drin.", ["reported"]),
    "seen": ("Die Ebit-Marge wird zwischen 16 und 17 Prozent gesehen.", ["forecast"]),
    "put into the room": ("Der Vorstand stellt eine Ebit-Marge von 9 Prozent in den Raum.", ["forecast"]),
    "goals of the year between dashes": (
        "Die Jahresziele - ein Umsatz von 640 Millionen Euro und eine Ebit-Marge von 9 Prozent - seien gut "
        "zu schaffen.",
        ["forecast", "forecast"],
    ),
    "per share is no outlook": (
        "Der Verlust sank von 8 auf 5 Millionen Euro oder, je Aktie gerechnet, auf 0,58 Euro.",
        ["reported", "reported", "reported"],
    ),
    "instead of what was promised": (
        "Statt der in Aussicht gestellten 310 Millionen Euro werde der Umsatz 285 Millionen Euro erreichen.",
        ["prior_forecast", "forecast"],
    ),
    "instead, in a sentence of its own": (
        "Der Umsatz werde nur noch 810 Millionen Euro erreichen. Anstelle der im Februar genannten 900 "
        "Millionen Euro.",
        ["forecast", "prior_forecast"],
    ),
    "had been spoken of": (
        "Beim Ebit hält der Konzern nun 14 Millionen Euro für realistisch, nachdem zuvor von 22 Millionen "
        "die Rede gewesen war.",
        ["forecast", "prior_forecast"],
    ),
    "named in autumn": (
        "Der Vorstand korrigiert den Ausblick auf 340 Millionen Euro Umsatz; im Herbst hatte er 370 "
        "Millionen Euro genannt.",
        ["forecast", "prior_forecast"],
    ),
    "was still so much in May": (
        "Im Mai waren es noch 55 Millionen Euro gewesen, nun rechnet der Vorstand mit einem Gewinn von 57 "
        "Millionen Euro.",
        ["prior_forecast", "forecast"],
    ),
    "was still so much a year before": (
        "Im Vorjahr waren es noch 55 Millionen Euro gewesen, nun rechnet der Vorstand mit einem Gewinn von "
        "57 Millionen Euro.",
        ["reported", "forecast"],
    ),
    "out of reach": (
        "Eine Umsatzrendite von acht Prozent, wie im Herbst angepeilt, sei außer Reichweite.",
        ["prior_forecast"],
    ),
    "one analyst": (
        "Analystin Petra Kern rechnet mit einem Ebit von 410 Millionen Euro statt wie bislang 480 Millionen "
        "Euro.",
        ["forecast", "prior_forecast"],
    ),
    "many analysts": ("Analysten rechnen mit einem Ebit von 410 Millionen Euro.", ["consensus"]),
    "analysts bet on": ("Beim Umsatz hatten die Analysten auf 410 Millionen Euro gesetzt.", ["consensus"]),
    "estimate raised": (
        "Sie erhöhte ihre Gewinnschätzung von 3,10 auf 3,45 Euro je Aktie.",
        ["prior_forecast", "forecast"],
    ),
    "what follows from estimates": (
        "Beim Ebit gehen die Schätzungen auseinander, sie reichen von 29 bis 52 Millionen Euro; im Schnitt "
        "sind es 41 Millionen Euro. Die Marge hätte sich damit auf 10,7 Prozent verschlechtert. Unter dem "
        "Strich sehen die Fachleute 26 Millionen Euro oder 0,43 Euro je Anteil.",
        ["consensus", "consensus", "consensus", "consensus", "consensus"],
    ),
    "the average of a fact": (
        "Das Ebit erreichte 29 Millionen Euro; im Schnitt sind es 41 Millionen Euro.",
        ["reported", "reported"],
    ),
    "their estimate of something else": (
        "Der Gewinn übertraf die 3,1 Milliarden Euro, auf die sich die Analysten verständigt hatten, bei "
        "einem Umsatz von 20 Milliarden Euro, der unter deren Schätzung von 21 Milliarden Euro blieb.",
        ["consensus", "reported", "consensus"],
    ),
    "a default of one's own": (
        "Das Ebit übertraf die eigene Vorgabe von 29 Millionen Euro.",
        ["forecast"],
    ),
    "in their models": (
        "Das Ebit erreichte 754 Millionen Euro. Das hatte niemand geahnt. In ihren Prognosen standen im "
        "Schnitt 740 Millionen Euro.",
        ["reported", "consensus"],
    ),
    "still bet on": (
        "Der Umsatz soll 300 Millionen Euro erreichen. Bis Ende Januar hatte das Unternehmen noch auf 330 "
        "Millionen Euro gesetzt.",
        ["forecast", "prior_forecast"],
    ),
    "instead of the one named in June": (
        "Die Firma rechnet mit einem Umsatz von 480 Millionen Euro anstelle der im Juni genannten 540 "
        "Millionen Euro.",
        ["forecast", "prior_forecast"],
    ),
    "instead first, then the new one": (
        "Statt bisher 190 Millionen Euro traut sich die Firma im Gesamtjahr nur noch 165 Millionen Euro "
        "Umsatz zu.",
        ["prior_forecast", "forecast"],
    ),
    "topped up by an analyst": (
        "Für das Gesamtjahr stockte sie ihre Gewinnschätzung von 3,9 auf 4,3 Milliarden Euro auf.",
        ["prior_forecast", "forecast"],
    ),
    "goal in brackets": (
        "Das Ebit lag mit 14 Mio. Euro am oberen Ende des Zielkorridors (13 bis 15 Mio. Euro).",
        ["reported", "forecast"],
    ),
    "consensus in brackets": (
        "Das Ebit traf mit 14 Mio. Euro den Konsens (13,9 Mio. Euro).",
        ["reported", "consensus"],
    ),
    "mean estimate": ("Beim Umsatz lautet die mittlere Schätzung auf 226 Mio. Euro.", ["consensus"]),
    "analysts are set for": ("Analysten waren auf ein Ebit von -190 Mio. Euro gefasst.", ["consensus"]),
    "an assumption cut": (
        "Er hat seine Annahme für das Ebit von 455 auf 430 Mio. Euro zusammengestrichen.",
        ["prior_forecast", "forecast"],
    ),
    "shall be paid out": ("Pro Aktie sollen 24 Fr. ausgeschüttet werden.", ["forecast"]),
    "was paid out": ("Pro Aktie wurden 24 Fr. ausgeschüttet.", ["reported"]),
    "there had been": (
        "Die Dividende steigt auf 13,80 Euro, nachdem es 11,40 Euro gegeben hatte.",
        ["forecast", "reported"],
    ),
    "in the plan stood": (
        "Für das laufende Jahr stellt sie einen Verlust von 15,5 Millionen Euro in Aussicht; im "
        "Wirtschaftsplan standen 9,8 Millionen Euro.",
        ["forecast", "prior_forecast"],
    ),
    "instead of by": (
        "Der Umsatz dürfte statt um 25 Prozent nun um rund 36 Prozent klettern.",
        ["prior_forecast", "forecast"],
    ),
    "twelve analysts": ("Im Schnitt rechnen zwölf Analysten mit 233 Millionen Dollar Gewinn.", ["consensus"]),
    "under the own forecast": (
        "Der Gewinn brach auf 6 Mio. Euro ein und lag unter der eigenen Vorhersage von 9 Mio. Euro.",
        ["reported", "forecast"],
    ),
    "after a cut of the forecast": (
        "Nach der Prognosesenkung sind die Titel um 22 Prozent abgestürzt.",
        ["reported"],
    ),
    "so far, as the Swiss say": (
        "Die Bank geht von einem Gewinn von 230 Millionen Franken aus; bis anhin hatte sie 220 Millionen in "
        "Aussicht gestellt.",
        ["forecast", "prior_forecast"],
    ),
    "missed the estimates by": (
        "Der Konzern hatte zuvor einen Umsatz von 5 Mrd. Euro bekannt gegeben und damit die Schätzungen "
        "deutlich verfehlt.",
        ["reported"],
    ),
    "leave given": ("Der Aufsichtsrat hat Investitionen von 150 Millionen Euro genehmigt.", ["forecast"]),
}


@pytest.mark.parametrize("name", TOLD)
def test_an_outlook_is_told_in_many_words(nlp: Language, name: str) -> None:
    text, expected = TOLD[name]
    assert [claim.status for claim in claims_of(nlp, text)] == expected
