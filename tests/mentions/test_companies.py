"""Companies are found by name, by what the text says of them, and by nouns that refer back."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.mentions.companies.choosing import choose_company
from pipeline.mentions.companies.finding import find_companies
from pipeline.mentions.companies.topic import main_company
from pipeline.mentions.mention import CompanyMention


def names(text: str) -> list[str]:
    return [mention.text for mention in find_companies(text) if mention.role == "name"]


def references(text: str) -> list[tuple[str, str]]:
    return [(mention.text, mention.name) for mention in find_companies(text) if mention.role == "reference"]


def side_figures(text: str) -> list[str]:
    return [mention.text for mention in find_companies(text) if not mention.subject]


def chosen(text: str, figure: str) -> str | None:
    """The company of a figure in a text of sentences that each end in a full stop and a blank."""
    at = text.index(figure)
    start = max(text.rfind(". ", 0, at) + 1, 0)
    end = text.find(". ", at)
    sentence = (start, end if end >= 0 else len(text))
    mention = choose_company(find_companies(text), sentence, (at, at + len(figure)), text)
    return mention.name if mention else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Die Natursole Werl GmbH schrieb Verluste.", "Natursole Werl GmbH"),
        (
            "Die Passiva der Kratzer! Anlagen GmbH & Co KG betragen 2 Mio. Euro.",
            "Kratzer! Anlagen GmbH & Co KG",
        ),
        ("Tapferwerk Holding AG: Gewinn steigt um 4 Prozent", "Tapferwerk Holding AG"),
        ("Die Meridor S.A. mit Sitz in Luxemburg zahlt 2 Euro.", "Meridor S.A."),
        ("Nach Angaben der Hallmoor plc stieg der Umsatz.", "Hallmoor plc"),
        ("Die Fahrwerk N.V. erhöhte die Prognose.", "Fahrwerk N.V."),
        ("Lindqvist & Olde Inc. zahlt 3 Dollar.", "Lindqvist & Olde Inc."),
        ("Die Prüfstein & Co. KG gehört jetzt der Familie.", "Prüfstein & Co. KG"),
    ],
)
def test_a_legal_form_introduces_a_company(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Der Softwarekonzern Brellova hat 3 Millionen Euro verdient.", "Brellova"),
        ("Des Chipkonzerns Infineon Gewinn stieg.", "Infineon"),
        ("Die Reederei Norderlloyd hat 3 Millionen Euro verdient.", "Norderlloyd"),
        ("Die Rabatt-Internetseite Kupolino wächst um 3 Prozent.", "Kupolino"),
        ("Der Internet-Konzern Brellova wächst um 3 Prozent.", "Brellova"),
        ("Das Start-up Brellova sammelte 3 Millionen Euro ein.", "Brellova"),
        ("Der Videodienst „Brellova“ hat 3 Millionen Kunden.", "Brellova"),
        ("DerAutobauer BMW verdiente 3 Milliarden Euro.", "BMW"),
        ("Die Bank Oberaach verdiente 3 Millionen Franken.", "Bank Oberaach"),
        ("Die Sparkasse Uckerfeld hat 3 Millionen Euro verdient.", "Sparkasse Uckerfeld"),
    ],
)
def test_a_role_noun_introduces_a_company(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Die Brellova-Aktie verlor 3 Prozent.", "Brellova"),
        ("VW-Aktien gaben 3 Prozent nach.", "VW"),
        ("Die Talanx-Spitze senkte die Prognose auf 3 Prozent.", "Talanx"),
        ("Der Kurs der Rite-Aid-Aktie stieg um 3 Prozent.", "Rite-Aid"),
        ("Zooms Dienste nutzen 3 Millionen Menschen.", "Zooms"),
        ("Infineons Umsatz stieg um 3 Prozent.", "Infineons"),
        ("Im Geschäftsbericht der SAP stehen 3 Milliarden Euro.", "SAP"),
        ("ÖSTERREICHISCHE POST STEIGERT UMSATZ UM 3 PROZENT", "ÖSTERREICHISCHE POST"),
        ("KrausBelor: Neuer Umsatzrekord\nBei KrausBelor stieg der Umsatz.", "KrausBelor"),
        ("Die Aktien von Quellbrunn Therapeutics fielen um 3 Prozent.", "Quellbrunn Therapeutics"),
        ("Der Finanzchef von Brellova erwartet 3 Prozent.", "Brellova"),
    ],
)
def test_compounds_genitives_headlines_and_name_words_show_companies(text: str, name: str) -> None:
    assert names(text)[0] == name


@pytest.mark.parametrize(
    "text",
    [
        "Der Dax stieg um 3 Prozent auf 15.000 Punkte, der Euro kostete 1,10 Dollar.",
        "Das teilte die Bafin der dpa-AFX am Montag mit.",
        "Gestern stieg der Umsatz um 3 Prozent.",
        "Analysten erwarten 3 Prozent, Anleger hoffen auf mehr.",
        "Finanzministerin Annette Kolb rechnet mit 3 Prozent, und Kolb bleibt dabei.",
        "In Wohlen AG leben 17.000 Menschen.",
        "Dem Konzern Kosten aufzubürden, kostet 3 Millionen Euro.",
        "Das Brutto-Inlandsprodukt wuchs um 3 Prozent, die LNG-Importe stiegen.",
    ],
)
def test_indices_agencies_people_and_nouns_are_no_companies(text: str) -> None:
    assert find_companies(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Der Softwarekonzern SAP ( SAP SE ) verdiente 3 Milliarden Euro.", "SAP SE"),
        ("Belova-Aktien steigen. Die BELOVA Holding AG wuchs um 3 Prozent.", "BELOVA Holding AG"),
        ("Moipa wächst. Der Dienstleister Moipa Pagamento kam auf 3 Millionen Euro.", "Moipa Pagamento"),
        ("Die EnBW wächst, teilte die Energie-Baden-Württemberg AG mit.", "Energie-Baden-Württemberg AG"),
        ("Die Hamburger Deichkasse AG (Hadeka) wuchs. Hadeka gewann 3 Kunden.", "Hamburger Deichkasse AG"),
        (
            "Der Versicherer North American Re Group (NARG) wächst, teilte NARG mit.",
            "North American Re Group",
        ),
        ("Der Kurs der Deutschen-Bank-Aktie fiel um 3 Prozent.", "Deutsche Bank"),
        ("Die Lage der Deutschen Bank ist gut. Die Deutsche Bank wächst.", "Deutsche Bank"),
        ("Zooms Umsatz stieg um 3 Prozent.", "Zoom"),
    ],
)
def test_one_company_has_one_name_the_longest(text: str, name: str) -> None:
    assert {mention.name for mention in find_companies(text)} == {name}


def test_a_name_is_never_longer_than_the_document_has_it() -> None:
    text = "VW verdiente 3 Milliarden Euro."
    assert [(mention.name, mention.company_id) for mention in find_companies(text)] == [
        ("VW", "DE0007664039")
    ]


def test_a_subsidiary_of_a_country_is_a_company_of_its_own() -> None:
    text = "Ein Rekordergebnis verzeichnete Fanuc Deutschland im abgelaufenen Jahr."
    (mention,) = find_companies(text)
    assert (mention.name, mention.company_id) == ("Fanuc Deutschland", None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Zoom wächst. Der Konzern hob die Prognose, das Unternehmen verdiente 3 Millionen Dollar.",
            [("Der Konzern", "Zoom"), ("das Unternehmen", "Zoom")],
        ),
        ("BMW liefert weniger aus. Die Münchner erwarten 3 Prozent.", [("Die Münchner", "BMW")]),
        ("OMV und BP legen vor. Die Österreicher verdienten 3 Mrd. Euro.", [("Die Österreicher", "OMV")]),
        (
            "Telefónica Deutschland wächst, teilte das im TecDax notierte Unternehmen mit.",
            [("das im TecDax notierte Unternehmen", "Telefónica Deutschland")],
        ),
        (
            "Die Allianz legte Zahlen vor. Europas größter Versicherer verdiente 3 Milliarden Euro.",
            [("Europas größter Versicherer", "Allianz")],
        ),
        (
            "Die Commerzbank berät BMW. Der Autobauer zahlt 3 Millionen Euro, die Bank schweigt.",
            [("Der Autobauer", "BMW"), ("die Bank", "Commerzbank")],
        ),
        ("BMW stieg. In München sank der Umsatz um 3 Prozent.", [("München", "BMW")]),
    ],
)
def test_nouns_refer_to_the_fitting_company_spoken_of_last(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert references(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Der Konzern hob die Prognose. Zoom wächst.",
        "Zoom wächst. Ein Unternehmen verdiente 3 Millionen Dollar.",
        "Zoom wächst. Die Hersteller verdienten 3 Millionen Dollar.",
        "Zoom wächst. Die Gewinne der Unternehmen sanken.",
        "Zoom wächst. Das Institut für Weltwirtschaft erwartet 3 Prozent.",
    ],
)
def test_what_does_not_refer_back_is_no_reference(text: str) -> None:
    assert references(text) == []


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("BMW wuchs stärker als der Rivale Audi.", ["Audi"]),
        ("SAP schlug sich besser als Konkurrenten wie IBM und Oracle.", ["IBM", "Oracle"]),
        ("Halliburton zahlt 3 Mrd. Dollar an Baker Hughes.", ["Baker Hughes"]),
        ("Die Übernahme von Overa Networks kostet BMW 3 Mio. Euro.", ["Overa Networks"]),
        ("Der Opel-Mutterkonzern PSA schließt 15 Werke.", ["Opel"]),
        ("Der japanische VW-Erzrivale Toyota wächst um 3 Prozent.", ["VW"]),
        ("Die Münchner Tochter der italienischen Unicredit verdiente mehr.", ["Unicredit"]),
        ("ZF hat den US-Zulieferer TRW erworben.", ["TRW"]),
        ("Youzu kauft Bigpoint für 3 Millionen Euro.", ["Bigpoint"]),
        ("Goldman Sachs hebt das Kursziel für Beiersdorf auf 90 Euro.", ["Goldman Sachs"]),
        ("Ein Analyst der Deutschen Bank rät zum Kauf, Daimler steigt.", ["Deutschen Bank"]),
        ("Daimler steigt, Analystin Petra Kern vom Bankhaus Velten ist zufrieden.", ["Bankhaus Velten"]),
        ("BMW wächst (Foto: Siemens).", ["Siemens"]),
    ],
)
def test_rivals_buyers_analysts_and_credits_are_side_figures(text: str, side: list[str]) -> None:
    assert side_figures(text) == side


@pytest.mark.parametrize(
    ("text", "figure", "company"),
    [
        ("BMW wuchs. Der Umsatz stieg auf 3 Mrd. Euro.", "3 Mrd. Euro", "BMW"),
        ("BMW verdiente 3 Mrd. Euro und Daimler 5 Mrd. Euro.", "5 Mrd. Euro", "Daimler"),
        ("BMW wuchs um 3 Prozent. Konkurrent Audi verdiente 5 Mrd. Euro.", "5 Mrd. Euro", "Audi"),
        ("Mit 3 Mrd. Euro verdiente BMW mehr als zuvor.", "3 Mrd. Euro", "BMW"),
        ("BMW wuchs stärker als der Rivale Audi. Die Marge lag bei 3 Prozent.", "3 Prozent", "BMW"),
        ("Halliburton muss an Baker Hughes 3 Mrd. Dollar zahlen.", "3 Mrd. Dollar", "Halliburton"),
        ("Der Dax stieg auf 15.000 Punkte.", "15.000 Punkte", None),
    ],
)
def test_a_figure_belongs_to_the_company_its_place_tells(text: str, figure: str, company: str | None) -> None:
    assert chosen(text, figure) == company


def test_the_main_company_is_the_one_spoken_of_most() -> None:
    text = "BMW und Daimler stiegen. BMW wuchs, der Konzern erwartet mehr. BMW zahlt 3 Euro."
    main = main_company(find_companies(text))
    assert main is not None
    assert main.name == "BMW"
    assert main_company([]) is None


def test_entities_of_a_model_add_names_and_take_people_away() -> None:
    text = "Über Varnheim sprach man viel, mit Target auch."
    assert find_companies(text) == []
    start = text.index("Varnheim")
    assert [mention.text for mention in find_companies(text, [(start, start + 8, "ORG")])] == ["Varnheim"]
    spoken = "Holmgard steigerte die Zahl der Siege."
    assert names(spoken) == ["Holmgard"]
    assert find_companies(spoken, [(0, 8, "PER")]) == []


@example("Die Brauerei")  # a noun that names go on from, with nothing after it
@example("Ge ’")  # a sign of which folding leaves nothing ends no name of the register
@given(st.text(alphabet=st.sampled_from("ABDSaein .,-\n()&/:'’ÄößGmbHVW12"), max_size=120))
def test_any_text_yields_mentions_that_quote_it_in_order(text: str) -> None:
    mentions = find_companies(text)
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    named = [mention for mention in mentions if mention.role == "name"]
    assert all(first.end <= second.start for first, second in pairwise(named))
    assert mentions == sorted(mentions, key=lambda mention: mention.start)


def test_the_same_text_yields_the_same_mentions_again() -> None:
    text = "Der Softwarekonzern SAP (SAP SE) wächst, die Walldorfer verdienten 3 Milliarden Euro."
    first: list[CompanyMention] = find_companies(text)
    assert find_companies(text) == first
