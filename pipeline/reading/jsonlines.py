"""JSON Lines: one article a line, with `text` and optionally `doc_id`, `date`, `title` and `url`."""

import json
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from pipeline.errors import ArticleError
from pipeline.reading.article import Article, Reject
from pipeline.reading.dates import parse_day
from pipeline.reading.encoding import Decoder
from pipeline.reading.entry import LARGEST_DOCUMENT, Entry, lines_of

LARGEST_LINE = f"{LARGEST_DOCUMENT // 2**20} MiB, which no article has"


def read_json_lines(entry: Entry) -> Iterator[Article | Reject]:
    """Read the articles of JSON Lines one by one, in any memory.

    Args:
        entry: The lines. An article's source is their place with the number of the line, and so is the name
            of an article that has no `doc_id`.

    Yields:
        An article or a reject for each line that is not blank.

    Raises:
        ArticleError: The file as a whole is binary or has no line.
    """
    decoder = Decoder()
    found = False
    for number, line in enumerate(lines_of(entry), start=1):
        place = f"{entry.place}:{number}"
        if number == 1 and line is not None:
            line = line.removeprefix(BOM_UTF8)
        if line is None:
            yield Reject(place, f"the line has more than {LARGEST_LINE}", "Write one article a line")
        elif line.strip():
            yield _read_line(line, decoder, place, f"{entry.doc_id}:{number}", entry.day)
        else:
            continue
        found = True
    if not found:
        raise ArticleError(
            entry.place, "the file is empty", "Put one JSON object a line in it or leave it out"
        )


def _read_line(line: bytes, decoder: Decoder, place: str, doc_id: str, day: date | None) -> Article | Reject:
    try:
        article = article_from_fields(_parse(decoder.decode(line, place), place), place, doc_id)
    except ArticleError as error:
        return Reject(error.place, error.fault, error.cure)
    return article if article.date is not None else replace(article, date=day)


def _parse(line: str, place: str) -> dict[str, object]:
    try:
        fields = json.loads(line)
    except json.JSONDecodeError as error:
        fault = f"no JSON: {error.msg} at column {error.colno}"
        raise ArticleError(place, fault, "Write one whole JSON object a line") from None
    except (ValueError, RecursionError) as error:
        # A number of more than 4,300 digits, or brackets nested a thousand deep.
        fault = f"JSON that cannot be read: {error}"
        raise ArticleError(place, fault, "Correct or remove the line") from None
    if not isinstance(fields, dict):
        fault = f"a JSON {type(fields).__name__} instead of an object"
        raise ArticleError(place, fault, 'Write one object a line: {"text": "…"}')
    return fields


def article_from_fields(fields: Mapping[str, object], place: str, doc_id: str) -> Article:
    """Make an article of named fields.

    Args:
        fields: The object, or a row of a table; what it holds beside the five known fields is left alone.
        place: File and line, for messages.
        doc_id: Name of the document where the object gives none.

    Returns:
        The article.

    Raises:
        ArticleError: `text` is missing, empty or no string, or another field is not of its kind.
    """
    text = fields.get("text")
    if text is None:
        raise ArticleError(place, 'the field "text" is missing', 'Put the article in the field "text"')
    if not isinstance(text, str):
        raise ArticleError(place, 'the field "text" is no string', "Put it in quotation marks")
    if not text.strip():
        raise ArticleError(place, 'the field "text" is empty', "Put the article in it or remove the line")
    return Article(
        id=_optional_string(fields, "doc_id", place) or doc_id,
        text=text,
        date=parse_day(fields.get("date"), place),
        source=place,
        title=_optional_string(fields, "title", place),
        url=_optional_string(fields, "url", place),
    )


def _optional_string(fields: Mapping[str, object], name: str, place: str) -> str | None:
    value = fields.get(name)
    if value is None or isinstance(value, str):
        return value or None
    if name == "doc_id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise ArticleError(place, f'the field "{name}" is no string', "Put it in quotation marks or leave it out")
