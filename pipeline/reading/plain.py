"""Plain text: one file, one article."""

from collections.abc import Iterator

from pipeline.errors import ArticleError
from pipeline.reading.article import Article
from pipeline.reading.encoding import Decoder
from pipeline.reading.entry import Entry, read_whole


def read_plain(entry: Entry) -> Iterator[Article]:
    """Read a text as one article, its line ends as they are.

    Args:
        entry: The text.

    Yields:
        The article.

    Raises:
        ArticleError: It is empty, binary, too large, or in no encoding that can be told.
    """
    text = Decoder().decode(read_whole(entry), entry.place, entry.charset)
    if not text.strip():
        raise ArticleError(entry.place, "the file is empty", "Put an article in it or leave it out")
    yield Article(id=entry.doc_id, text=text, date=entry.day, source=entry.place, url=entry.url)
