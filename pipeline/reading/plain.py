"""Plain text: one file, one article."""

from datetime import date
from io import BufferedReader

from pipeline.errors import ArticleError
from pipeline.reading.article import Article
from pipeline.reading.encoding import Decoder


def read_plain(stream: BufferedReader, place: str, doc_id: str, day: date | None) -> Article:
    """Read a text file as one article, its line ends as they are.

    Args:
        stream: The open file.
        place: Its path, for messages and as the article's source.
        doc_id: Name of the document.
        day: Day of publication, where it is known.

    Returns:
        The article.

    Raises:
        ArticleError: The file is empty, binary, or in no encoding that can be told.
    """
    text = Decoder().decode(stream.read(), place)
    if not text.strip():
        raise ArticleError(place, "the file is empty", "Put an article in it or leave it out")
    return Article(id=doc_id, text=text, date=day, source=place)
