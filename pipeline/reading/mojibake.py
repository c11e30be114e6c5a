"""Text that was decoded wrongly before it came here (`GeschÃ¤ftsjahr`), mended where the user asks for it."""

import logging
from dataclasses import replace

from pipeline.reading.article import Article

logger = logging.getLogger(__name__)


def mend_article(article: Article) -> Article:
    """Undo a wrong decoding in an article's text and title, and tell of it.

    Offsets count in the mended text, which is why this is done on request alone.

    Args:
        article: Any article.

    Returns:
        The same where nothing is to be mended.
    """
    from ftfy import fix_encoding

    text = fix_encoding(article.text)
    title = fix_encoding(article.title) if article.title is not None else None
    if (text, title) == (article.text, article.title):
        return article
    logger.warning("%s: a wrong decoding is mended, offsets count in the mended text", article.source)
    return replace(article, text=text, title=title)
