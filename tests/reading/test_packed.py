"""What is packed is read like what is not; bombs, tricks and broken archives are rejects."""

import gzip
import io
import tarfile
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from pipeline.reading import packed
from pipeline.reading.article import Article, Reject
from pipeline.reading.discover import read_articles

FILES = {
    "2024-05-16-sap.txt": b"SAP verdiente 1,2 Mrd. Euro.",
    "mehr/news.jsonl": b'{"text": "Plus 3 Prozent."}\n{"text": "Minus 2 Prozent."}\n',
}


def zipped(files: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def tarred(files: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return stream.getvalue()


ARCHIVES = {
    "a.zip": zipped(FILES),
    "a.tar": tarred(FILES),
    "a.tar.gz": gzip.compress(tarred(FILES)),
    "a.TGZ": gzip.compress(tarred(FILES)),
    "a.zip.gz": gzip.compress(zipped(FILES)),
}


def read(path: Path, content: bytes) -> list[Article | Reject]:
    path.write_bytes(content)
    return list(read_articles([path]))


@pytest.mark.parametrize("name", ARCHIVES)
def test_every_archive_gives_the_articles_of_its_files(tmp_path: Path, name: str) -> None:
    items = read(tmp_path / name, ARCHIVES[name])
    assert [(item.id, item.date) for item in items if isinstance(item, Article)] == [
        (f"{name}/2024-05-16-sap.txt", date(2024, 5, 16)),
        (f"{name}/mehr/news.jsonl:1", None),
        (f"{name}/mehr/news.jsonl:2", None),
    ]
    assert len(items) == 3


def test_a_single_file_under_gzip_keeps_the_name_that_it_is_known_by(tmp_path: Path) -> None:
    content = gzip.compress(FILES["mehr/news.jsonl"])
    # Two members in a row, as tools append them.
    items = read(tmp_path / "news.jsonl.gz", content + content)
    assert [item.id for item in items if isinstance(item, Article)] == [
        f"news.jsonl.gz:{number}" for number in (1, 2, 3, 4)
    ]


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "FREE", 2**16)
    blank_lines = b"\n" * 2**24
    for name, content in (
        ("bomb.txt.gz", gzip.compress(blank_lines)),
        ("bomb.jsonl.gz", gzip.compress(blank_lines)),
        ("bomb.zip", zipped({"news.jsonl": blank_lines})),
        ("bomb.tgz", gzip.compress(tarred({"news.jsonl": blank_lines}))),
        ("bomb.zip.gz", gzip.compress(zipped({"news.jsonl": blank_lines}))),
    ):
        (reject,) = read(tmp_path / name, content)
        assert isinstance(reject, Reject)
        assert "zip bomb" in reject.fault, name


def test_archives_within_archives_end_somewhere(tmp_path: Path) -> None:
    content = FILES["2024-05-16-sap.txt"]
    for _ in range(packed_depth := 5):
        content = zipped({"a.zip": content})
    (reject,) = read(tmp_path / "a.zip", content)
    assert isinstance(reject, Reject)
    assert "archives, one within the other" in reject.fault
    assert reject.place.count("a.zip/") < packed_depth


def test_a_name_in_an_archive_leads_nowhere(tmp_path: Path) -> None:
    text = FILES["2024-05-16-sap.txt"]
    names = {"../../etc/news.txt": text, "/etc/news.txt": text, "C:\\news.txt": text}
    items = read(tmp_path / "tricks.zip", zipped(names))
    assert sorted(item.id for item in items if isinstance(item, Article)) == [
        "tricks.zip/../../etc/news.txt",
        "tricks.zip//etc/news.txt",
        "tricks.zip/C:\\news.txt",
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["tricks.zip"]


def test_links_hidden_files_and_other_kinds_in_an_archive_are_passed_over(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        link = tarfile.TarInfo("passwd.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    assert read(tmp_path / "link.tar", stream.getvalue()) == []
    names = {"__MACOSX/._a.txt": b"x", "bild.jpg": b"x", "a.txt": FILES["2024-05-16-sap.txt"]}
    assert len(read(tmp_path / "a.zip", zipped(names))) == 1
    assert "passed over files of other kinds (1: .jpg)" in caplog.text


def test_a_broken_archive_is_a_reject_and_what_came_before_it_stays(tmp_path: Path) -> None:
    whole = ARCHIVES["a.tar.gz"]
    items = read(tmp_path / "cut.tar.gz", whole[: len(whole) - 12])
    assert isinstance(items[-1], Reject)
    assert items[-1].fault
    assert items[-1].cure
    for name in ("no.zip", "no.tar", "no.txt.gz"):
        (reject,) = read(tmp_path / name, b"this is no archive at all")
        assert isinstance(reject, Reject)
        assert name in reject.place


def test_a_file_under_a_password_is_a_reject(tmp_path: Path) -> None:
    content = bytearray(zipped({"a.txt": b"Plus 3 Prozent.", "b.txt": b"Minus 2 Prozent."}))
    # The flag for encryption, in the local head of the first file and in its entry of the directory.
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    first, second = read(tmp_path / "a.zip", bytes(content))
    assert isinstance(first, Reject)
    assert first.place.endswith("a.zip/a.txt")
    assert isinstance(second, Article)


def test_an_archive_whose_directory_points_outside_of_it_is_a_reject(tmp_path: Path) -> None:
    content = zipped(FILES)
    # Where its directory begins, told too small: the first file then lies before the archive.
    end = content.index(b"PK\x05\x06") + 16
    begin = int.from_bytes(content[end : end + 4], "little")
    moved = content[:end] + (begin + 40).to_bytes(4, "little") + content[end + 4 :]
    items = read(tmp_path / "moved.zip.gz", gzip.compress(moved))
    assert items
    assert all(isinstance(item, Reject) and "moved.zip" in item.place for item in items)
