"""Pages and web archives give headline, day and body, without menus, adverts and teasers."""

import io
from datetime import date
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pipeline.reading.article import Article, Reject
from pipeline.reading.discover import read_articles
from pipeline.reading.page import LARGEST_PAGE

HEADLINE = "Maschinenbauer Kessler hebt Prognose an"
BODY = [
    "Der Maschinenbauer Kessler hat nach einem starken ersten Halbjahr seine Prognose angehoben. Der Umsatz "
    "soll im laufenden Jahr auf 410 bis 430 Millionen Euro steigen, teilte das Unternehmen am Dienstag mit.",
    "Bislang hatte der Vorstand 390 Millionen Euro in Aussicht gestellt. Für das zweite Halbjahr zeigte sich "
    "Vorstandschefin Petra Ahlers zuversichtlich: Die Auftragsbücher seien gut gefüllt, vor allem in Asien.",
    "Im ersten Halbjahr verdiente Kessler unterm Strich 21,5 Millionen Euro, ein Fünftel mehr als im "
    "Vorjahreszeitraum. Die Zahl der Beschäftigten wuchs auf 1.850, die meisten davon in Württemberg.",
]
PAGE = f"""<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>{HEADLINE} - Tagesblatt</title>
<meta property="og:title" content="{HEADLINE}">
<meta property="article:published_time" content="2024-07-23T08:15:00+02:00"></head>
<body><nav><ul><li><a href="/sport">Sport: 3:1 in Bochum</a></li>
<li><a href="/abo">Abo für 9,99 Euro</a></li></ul></nav>
<main><article><h1>{HEADLINE}</h1>{"".join(f"<p>{paragraph}</p>" for paragraph in BODY)}</article></main>
<aside class="teaser"><h3>Auch interessant</h3><a href="/x">Dax legt 1,2 Prozent zu</a></aside>
<footer>Anzeige: Jetzt 20 Prozent sparen. © 2024</footer></body></html>"""


def read(path: Path, content: bytes) -> list[Article | Reject]:
    path.write_bytes(content)
    return list(read_articles([path]))


def warc(*responses: tuple[str, str, bytes, str], packed: bool = False) -> bytes:
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=packed)
    for url, kind, body, status in responses:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(url, "response", io.BytesIO(body), http_headers=headers)
        )
    return stream.getvalue()


def test_a_page_gives_its_headline_its_day_and_its_body_alone(tmp_path: Path) -> None:
    (article,) = read(tmp_path / "kessler.html", PAGE.encode())
    assert isinstance(article, Article)
    assert (article.title, article.date) == (HEADLINE, date(2024, 7, 23))
    assert article.text.startswith(HEADLINE)
    assert all(paragraph in article.text for paragraph in BODY)
    assert not any(left_out in article.text for left_out in ("Bochum", "9,99", "1,2 Prozent", "sparen"))


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "utf-8", "UTF-16", "nonsense"])
def test_a_page_is_read_in_the_encoding_that_it_declares(tmp_path: Path, charset: str) -> None:
    page = PAGE.replace("utf-8", charset)
    (article,) = read(tmp_path / "kessler.htm", page.encode("utf-8" if charset == "nonsense" else charset))
    assert isinstance(article, Article)
    assert "Für das zweite Halbjahr" in article.text


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"<html><body><img src='chart.png'></body></html>", "no article is found"),
        (b"<div>" * 200_000 + b"Umsatz 3 Mrd. Euro", "no article is found"),
        (b"<p>" + b"x" * LARGEST_PAGE, "MiB, which no news page has"),
    ],
)
def test_a_page_without_an_article_is_a_reject(tmp_path: Path, content: bytes, fault: str) -> None:
    (reject,) = read(tmp_path / "page.html", content)
    assert isinstance(reject, Reject)
    assert fault in reject.fault


# The writer of the test leaves a temporary file to the garbage collector.
@pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("packed", [True, False])
def test_a_web_archive_gives_the_pages_that_were_found(
    tmp_path: Path, packed: bool, caplog: pytest.LogCaptureFixture
) -> None:
    content = warc(
        ("https://tagesblatt.example/kessler", "text/html; charset=UTF-8", PAGE.encode(), "200 OK"),
        ("https://tagesblatt.example/alt", "text/html", b"moved", "301 Moved Permanently"),
        ("https://tagesblatt.example/bild", "image/png", b"\x89PNG", "200 OK"),
        ("https://tagesblatt.example/leer", "text/html", b"<html></html>", "200 OK"),
        packed=packed,
    )
    name = "crawl.warc.gz" if packed else "crawl.warc"
    article, reject = read(tmp_path / name, content)
    assert isinstance(article, Article)
    assert isinstance(reject, Reject)
    assert (article.id, article.url) == (f"{name}:1", "https://tagesblatt.example/kessler")
    assert reject.place.endswith(f"{name}:4")
    assert "passed over what is no page: 1 image/png" in caplog.text


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Der Umsatz stieg um 3 Prozent.",
        b"WARC/1.0\r\nnothing else",
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 100\r\n\r\nHTTP/1.1 200",
    ],
)
def test_a_file_that_is_no_web_archive_is_a_reject(tmp_path: Path, content: bytes) -> None:
    (reject,) = read(tmp_path / "crawl.warc", content)
    assert isinstance(reject, Reject)
    assert reject.fault
    assert reject.cure


@pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_web_archive_whose_lengths_are_wrong_is_told_as_messages_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = warc(("https://tagesblatt.example/kessler", "text/plain", b"Plus 3 Prozent. " * 9, "200 OK"))
    items = read(tmp_path / "crawl.warc", content[:-4] + b"x\r\n\r\n")
    assert items
    assert capsys.readouterr().err == ""
