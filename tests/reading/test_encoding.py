"""Text is read in the encoding that it is in; a guess is told; what is no text is refused."""

import gzip
import logging
from pathlib import Path

import pytest

from pipeline.reading.article import Article, Reject
from pipeline.reading.discover import read_articles

NEWS = "Münchener Rück: Überschuss größer – 1,2 Mrd. €, „ein gutes Jahr“.\r\nDie Führung bleibt."


def only(file: Path, data: bytes) -> Article | Reject:
    file.write_bytes(data)
    (item,) = read_articles([file])
    return item


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_what_is_declared_or_utf8_is_read_without_a_word(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, encoding: str
) -> None:
    item = only(tmp_path / "news.txt", NEWS.encode(encoding))
    assert isinstance(item, Article)
    assert item.text == NEWS
    assert not caplog.records


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
@pytest.mark.parametrize(
    "text", [NEWS, "Der Erlös fiel.", "Das Plus fällt größer aus, müsste aber höher sein."]
)
def test_another_encoding_is_guessed_and_the_guess_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, encoding: str, text: str
) -> None:
    with caplog.at_level(logging.WARNING):
        item = only(tmp_path / "news.txt", text.encode(encoding))
    assert isinstance(item, Article)
    assert item.text == text
    assert f"news.txt: not UTF-8, from here on read as {encoding} by a guess" in caplog.text


def test_old_dos_text_is_told_from_windows_text(tmp_path: Path) -> None:
    text = "Die Männer der Führung sehen größere Erlöse."
    item = only(tmp_path / "news.txt", text.encode("cp850"))
    assert isinstance(item, Article)
    assert item.text == text


def test_a_text_cut_within_a_sign_stays_utf8(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        item = only(tmp_path / "news.txt", "Erlöse müssen fließen, höher, grö".encode()[:-1])
    assert isinstance(item, Article)
    assert item.text == "Erlöse müssen fließen, höher, gr\ufffd"
    assert "1 signs are not UTF-8" in caplog.text


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        gzip.compress(NEWS.encode() * 20),
        b"%PDF-1.4\n" + bytes(range(256)),
        NEWS.encode("utf-16-le"),
    ],
)
def test_binary_data_is_rejected_whatever_its_ending_says(tmp_path: Path, data: bytes) -> None:
    for name in ("news.txt", "news.jsonl"):
        item = only(tmp_path / name, data)
        assert isinstance(item, Reject)
        assert (item.place, "binary" in item.fault) == (str(tmp_path / name), True)


def test_a_broken_declaration_is_rejected(tmp_path: Path) -> None:
    item = only(tmp_path / "news.txt", b"\xff\xfe\x00\xd8\x41")
    assert isinstance(item, Reject)
    assert "utf-16" in item.fault


def test_json_lines_in_another_encoding_are_guessed_once_for_the_file(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "news.jsonl"
    file.write_bytes("\n".join(f'{{"text": "Erlöse fürs Jahr {n}"}}' for n in range(50)).encode("cp1252"))
    with caplog.at_level(logging.WARNING):
        texts = [item.text for item in read_articles([file]) if isinstance(item, Article)]
    assert texts == [f"Erlöse fürs Jahr {n}" for n in range(50)]
    assert len(caplog.records) == 1
