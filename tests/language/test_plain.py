"""What the stages read instead of an article, and that every place in it leads back to the article."""

from time import process_time
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.flow import load
from pipeline.language.plain import plain


@pytest.mark.parametrize(
    ("article", "text"),
    [
        ("12\u00a0Mio.\u202fEuro", "12 Mio. Euro"),
        ("„Gut“, sagt sie: »5 Euro«", '"Gut", sagt sie: "5 Euro"'),
        ("der Um\u00adsatz", "der Umsatz"),
        ("Erlo\u0308se in Mu\u0308nchen", "Erlöse in München"),
        ("im Geschäfts-\njahr 2023", "im Geschäftsjahr 2023"),
        ("Umwelt- \nund Gastechnik", "Umwelt- \nund Gastechnik"),
        ("Zeile\r\nZeile", "Zeile\nZeile"),
    ],
)
def test_an_article_is_read_in_plain_characters(article: str, text: str) -> None:
    assert plain(article).text == text


def test_lines_of_a_fixed_width_flow_on_and_those_of_a_table_do_not() -> None:
    lines = (
        "Der Onlinehändler hat im abgelaufenen Jahr bei einem Umsatz von 10,1\n"
        "Milliarden Euro (Vorjahr: 10,3) wieder mehr verdient. Für das laufende\n"
        "Jahr rechnet die Zalando\n"
        "SE mit einem Zuwachs. Die Zahlen im Überblick, wie immer ungeprüft:\n"
        "                                             2023             2022\n"
        "Umsatz in Millionen Euro                   10.143           10.345\n"
        "Ergebnis in Millionen Euro                    350              185\n"
    )
    written = plain(lines)
    assert "von 10,1 Milliarden Euro" in written.text
    assert "10.143           10.345\nErgebnis" in written.text
    assert len(written.text) == len(lines)


@given(
    st.text(st.sampled_from("aäÖu\u0308\u00ad\u200b-\r\n 5.,„“\u00a0\u0301e"), max_size=60)
    | st.text(max_size=60)
)
def test_every_place_leads_back(article: str) -> None:
    written = plain(article)
    for start in range(len(written.text)):
        first, last = written.in_article(start, start + 1)
        assert 0 <= first < last <= len(article)
        assert written.from_article(first) <= start
        shown = normalize("NFC", article[first:last])
        as_written = article[first:last]  # a compatibility ideograph stays as it is
        assert written.text[start] in shown + as_written or not written.text[start].isalnum()


@pytest.mark.parametrize("sign", ["(", ")", ".", "-", "…", '"'])
def test_a_long_run_of_signs_takes_no_time(sign: str) -> None:
    nlp = load("blank")
    nlp(f"Der Umsatz stieg {sign * 10} auf 5 Mio. Euro.")
    begin = process_time()
    (claim,) = nlp(f"Der Umsatz stieg {sign * 50_000} auf 5 Mio. Euro.")._.claims
    assert claim.low == 5e6
    assert process_time() - begin < 5


def test_lines_keep_their_width_where_hyphens_part_the_words_at_their_ends() -> None:
    column = (
        "Die Gerberei Ohlmann AG hat im abgelaufenen Ge-\n"
        "schaeftsjahr trotz steigender Haeutepreise Um-\n"
        "satzerloese von 48,2 Mill. DM erzielt, ein Plus\n"
        "von 6 Pro-\n"
        "zent. Der Vorstand sprach vor den Aktionae-\n"
        "ren von einem zufriedenstellenden Verlauf; das\n"
        "laufende Jahr habe bei vollen Auftragsbue-\n"
        "chern begonnen, und die Gerberei bilde in die-\n"
        "sem Sommer 12 Lehrlinge aus.\n"
    )
    written = plain(column)
    assert "Umsatzerlöse von 48,2 Mill. DM erzielt, ein Plus von 6 Prozent." in written.text
    assert "bilde in diesem Sommer" in written.text
