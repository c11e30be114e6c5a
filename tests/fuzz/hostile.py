"""Texts and files as no archive should hold them: sentences cut and spliced, files broken at any byte."""

import gzip
import io
import json
import tarfile
import tomllib
import zipfile
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from random import Random

import pyarrow as pa
import pyarrow.parquet as pq
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pipeline.evaluation.gold import read_gold
from pipeline.reading.formats import KNOWN, ending_of

PROJECT = Path(__file__).parents[2]

SIGNS = (
    "\x00", "\t", "\r", "\r\n", "\n", "\n\n", "\u2028", "\x85", "\x0c", "\u00a0", "\u202f",
    "\u2009", "\u00ad", "\u200b", "\u200d", "\u200f", "\u202e", "\u2066", "\ufeff", "\ufffd",
    "\u0308", "\u20e3", "😀", "🇩🇪", "İ", "ß", "ẞ", "ſ", "ﬁ", "Ⅻ", "½", "²", "٣", "३", "３", "𝟗", "㍉",
    "\U0001ccf5", "\U0010ffff", "'", '"', "„", "“", "‚", "’", "`", "(", ")", "[", "]", "{", "}",
    "<", ">", "|", "\\", "/", "-", "–", "—", "−", "\u2011", "±", "+", "*", "#", "%", "‰", "€", "$",
    "£", "¥", "§", "&amp;", "=1+1", "@", "; DROP TABLE claims; --", ".", ",", ":", ";", "…", "!",
    "?", "0", "1", "9" * 20, "9" * 400, "0" * 30, "1." * 12, "1 " * 12, "12,", ",5", "1e308", "-0",
    "0,0000000000001", "31.02.2020", "99.99.9999", "2020", "Q5", "0 Prozent", "von ", "bis ", "um ",
    "ein ", "und ", "hundert" * 8, "tausendmillionen", "minus ", "rund ", "(Vorjahr: ",
    " Mrd. Euro", " Prozent", "A" * 300,
)  # fmt: skip
"""What is put between the letters of a text."""

KINDS = (".txt", ".jsonl", ".csv", ".html", ".parquet", ".warc", ".zip", ".tar")
LARGEST_SIGN = 0x110000
MOST_CHANGES = 5


@cache
def sentences() -> tuple[str, ...]:
    """Lines of the corpus that may be looked at, and every example of the vocabulary."""
    told = [
        line
        for document in read_gold(PROJECT / "corpus" / "articles")
        if document.split == "development"
        for line in document.text.splitlines()
        if line.strip()
    ]
    for file in sorted((PROJECT / "pipeline" / "vocabulary").glob("*.toml")):
        told += _examples(tomllib.loads(file.read_text(encoding="utf-8")))
    return tuple(told)


def _examples(value: object) -> list[str]:
    if isinstance(value, list):
        return [text for one in value for text in _examples(one)]
    if not isinstance(value, dict):
        return []
    own = [text for name, text in value.items() if "example" in name and isinstance(text, str)]
    return own + [text for one in value.values() for text in _examples(one)]


@cache
def _words() -> tuple[str, ...]:
    return tuple(sorted({word for text in sentences() for word in text.split()}))


def spoilt(chance: Random) -> str:
    """A sentence that has been cut, doubled, turned round or spliced at some places."""
    text = chance.choice(sentences())
    for _ in range(chance.randint(0, MOST_CHANGES)):
        begin = chance.randint(0, len(text))
        end = min(len(text), begin + chance.randint(0, 40))
        text = text[:begin] + _changed(chance, text[begin:end]) + text[end:]
    return text


def _changed(chance: Random, piece: str) -> str:
    what = chance.randint(0, 6)
    if what == 0:
        return ""
    if what == 1:
        return chance.choice(SIGNS)
    if what == 2:
        return piece + chance.choice(SIGNS) + piece
    if what == 3:
        return piece[::-1]
    if what == 4:
        return piece.swapcase()
    if what == 5:
        other = chance.choice(sentences())
        return other[: chance.randint(0, len(other))]
    return _any_signs(chance, 8)


def _any_signs(chance: Random, most: int) -> str:
    """Any code points; halves of surrogate pairs among them, as a program can hand them over."""
    return "".join(chr(chance.randrange(LARGEST_SIGN)) for _ in range(chance.randint(1, most)))


def hostile_text(chance: Random) -> str:
    """A text: sentences spoilt, words and signs joined in any order, or any code points."""
    what = chance.randint(0, 9)
    if what < 6:
        return spoilt(chance)
    if what == 6:
        return "\n".join(spoilt(chance) for _ in range(chance.randint(2, 3)))
    if what == 9:
        return _any_signs(chance, 60)
    pieces = (chance.choice(chance.choice((_words(), SIGNS))) for _ in range(chance.randint(0, 16)))
    return (" " if what == 7 else "").join(pieces)


def _plain(texts: list[str]) -> bytes:
    return "\n\n".join(texts).encode("utf-8", "replace")


def _json_lines(texts: list[str]) -> bytes:
    rows = [{"text": text, "doc_id": f"n{number}"} for number, text in enumerate(texts)]
    return "\n".join(map(json.dumps, rows)).encode()


def _csv(texts: list[str]) -> bytes:
    rows = [
        '"{}",2024-05-{:02}'.format(text.replace('"', '""'), day) for day, text in enumerate(texts, start=1)
    ]
    return "\n".join(["text,date", *rows]).encode("utf-8", "replace")


def _page(texts: list[str]) -> bytes:
    paragraphs = "".join(f"<p>{text}</p>" for text in texts)
    head = '<meta charset="utf-8"><meta property="article:published_time" content="2024-07-23">'
    page = (
        f"<!DOCTYPE html><html><head><title>{texts[0][:60]}</title>{head}</head><body><nav><a href='/x'>Abo"
    )
    return f"{page}</a></nav><article>{paragraphs}</article></body></html>".encode("utf-8", "replace")


def _parquet(texts: list[str]) -> bytes:
    stream = io.BytesIO()
    clean = [text.encode("utf-8", "replace").decode() for text in texts]
    pq.write_table(pa.table({"text": clean, "date": ["2024-05-16"] * len(clean)}), stream)
    return stream.getvalue()


def _warc(texts: list[str]) -> bytes:
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=len(texts) > 1)
    for number, text in enumerate(texts):
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/plain")], protocol="HTTP/1.1")
        content = io.BytesIO(text.encode("utf-8", "replace"))
        address = f"https://zeitung.example/{number}"
        writer.write_record(
            writer.create_warc_record(
                address, "response", content, length=len(content.getvalue()), http_headers=headers
            )
        )
    return stream.getvalue()


def _zip(texts: list[str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, text in enumerate(texts):
            archive.writestr(f"{number}.txt", text.encode("utf-8", "replace"))
    return stream.getvalue()


def _tar(texts: list[str]) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        for number, text in enumerate(texts):
            content = text.encode("utf-8", "replace")
            member = tarfile.TarInfo(f"{number}.txt")
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return stream.getvalue()


MAKERS: dict[str, Callable[[list[str]], bytes]] = dict(
    zip(KINDS, (_plain, _json_lines, _csv, _page, _parquet, _warc, _zip, _tar), strict=True)
)


def hostile_file(chance: Random, kinds: Sequence[str] = KINDS) -> tuple[str, bytes]:
    """The name and the content of a file: one of a kind, packed or not, broken or not, or of bytes alone."""
    kind = chance.choice(kinds)
    if chance.randint(0, 4) == 0:
        content = chance.randbytes(chance.randint(0, 200))
    else:
        texts = [hostile_text(chance) for _ in range(chance.choice((1, 1, 1, 2, 3)))]
        content = _broken(chance, MAKERS[kind](texts))
    name = f"2024-05-16{kind}"
    packing = chance.randint(0, 11)
    if packing == 0:
        name, content = f"{name}.gz", _broken(chance, gzip.compress(content, 1))
    elif packing == 1:
        name = f"stdin{ending_of(content)}"
    elif packing == 2:
        name = "2024-02-30" + chance.choice(sorted(KNOWN))
    return name, content


def _broken(chance: Random, content: bytes) -> bytes:
    """Change some bytes, leave some out, put some in or cut the rest off."""
    for _ in range(chance.randint(0, 3)):
        begin = chance.randint(0, len(content))
        end = min(len(content), begin + chance.randint(0, 12))
        what = chance.randint(0, 4)
        if what == 0:
            piece = b""
        elif what == 1:
            piece = chance.randbytes(chance.randint(0, 6))
        elif what == 2:
            piece = content[begin:end] * 3
        elif what == 3:
            piece = bytes(byte ^ 0x80 for byte in content[begin:end])
        else:
            piece, end = b"", len(content)
        content = content[:begin] + piece + content[end:]
    return content
