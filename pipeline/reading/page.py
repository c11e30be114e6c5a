"""HTML news pages: title, day and body, without menus, adverts and teasers."""

import logging
import warnings
from collections.abc import Iterator
from datetime import date

import regex

from pipeline.errors import ArticleError
from pipeline.reading.article import Article
from pipeline.reading.encoding import Decoder
from pipeline.reading.entry import Entry, read_whole

LARGEST_PAGE = 8 * 2**20
"""Bytes of the largest page that is read: beyond it the tree of the page would fill the memory."""

START = 4096
META_CHARSET = rb"(?i)<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})"


def read_page(entry: Entry) -> Iterator[Article]:
    """Read a page as one article: its headline, an empty line, its body.

    Args:
        entry: The page.

    Yields:
        The article. Its day is the one that the page tells of itself, else that of its name.

    Raises:
        ArticleError: The page is too large, no text, or holds no article.
    """
    data = read_whole(entry)
    if len(data) > LARGEST_PAGE:
        fault = f"the page has more than {LARGEST_PAGE // 2**20} MiB, which no news page has"
        raise ArticleError(entry.place, fault, "Save its text alone as .txt")
    text = Decoder().decode(data, entry.place, entry.charset or _declared(data))

    # At the first page: it loads lxml and much else, which a run over text does not need.
    from trafilatura import bare_extraction

    # The parser tells each page without an article, as the reject does in better words.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    with warnings.catch_warnings():
        # Of time zones that the search for the day does not know (`MEZ`): the day is the same.
        warnings.simplefilter("ignore")
        found = bare_extraction(
            text,
            url=entry.url,
            with_metadata=True,
            include_comments=False,
            # Only a day that the page states of itself: one found in its text may be any.
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    body = (found.text or "").strip() if found is not None and not isinstance(found, dict) else ""
    if found is None or isinstance(found, dict) or not body:
        raise ArticleError(entry.place, "no article is found in the page", "Save its text as .txt")
    title = (found.title or "").strip() or None
    headline = f"{title}\n\n" if title and not body.startswith(title) else ""
    yield Article(
        id=entry.doc_id,
        text=headline + body,
        date=_day(found.date) or entry.day,
        source=entry.place,
        title=title,
        url=entry.url or found.url,
    )


def _declared(data: bytes) -> str | None:
    """The encoding that the head of a page names."""
    match = regex.search(META_CHARSET, data[:START])
    return match[1].decode("ascii") if match else None


def _day(told: str | None) -> date | None:
    try:
        return date.fromisoformat(told) if told else None
    except ValueError:
        return None
