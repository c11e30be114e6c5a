"""From bytes to text: as declared, UTF-8, then a guess that is told; what is no text is refused."""

import logging
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE, lookup
from dataclasses import replace

from pipeline.errors import ArticleError
from pipeline.reading.article import Article

logger = logging.getLogger(__name__)

BYTE_ORDER_MARKS = (
    (BOM_UTF8, "utf-8-sig"),
    # UTF-32 before UTF-16, whose mark is the beginning of that of UTF-32.
    (BOM_UTF32_LE, "utf-32"),
    (BOM_UTF32_BE, "utf-32"),
    (BOM_UTF16_LE, "utf-16"),
    (BOM_UTF16_BE, "utf-16"),
)
GERMAN_CODE_PAGES = ("cp1252", "mac_roman", "cp850")
GERMAN_SIGNS = frozenset("äöüÄÖÜßéèêáàâçñóôíåøëï€$£§°„“”‚‘’»«›‹–—…½¼¾²³·•†©®™\u00a0\u00ad")
SIGNS_EXPLAINED = 0.9
SAMPLE = 1 << 16
CONTROL_BYTES = bytes(set(range(32)) - set(b"\t\n\r\f\x1b"))
CONTROL_SHARE = 0.01


def is_binary(data: bytes) -> bool:
    """Tell whether bytes are no text: a zero byte outside UTF-16 and UTF-32, or many control characters."""
    sample = data[:SAMPLE]
    if byte_order_mark(sample) or not sample:
        return False
    controls = len(sample) - len(sample.translate(None, CONTROL_BYTES))
    return b"\0" in sample or controls > CONTROL_SHARE * len(sample)


def byte_order_mark(data: bytes) -> str | None:
    """Name the encoding that a byte order mark at the start of the data declares."""
    return next((encoding for mark, encoding in BYTE_ORDER_MARKS if data.startswith(mark)), None)


def check_is_text(start: bytes, place: str) -> None:
    """Refuse a file of lines that is no UTF-8 as a whole: one message instead of one for each scrap of it.

    Raises:
        ArticleError: It declares another encoding, in which a line end is not one byte, or is binary.
    """
    mark = byte_order_mark(start)
    if mark not in (None, "utf-8-sig"):
        raise ArticleError(place, f"the file is in {mark}", "Save it as UTF-8")
    if is_binary(start):
        raise ArticleError(place, "this is no text, it holds binary data", "Give a file of text")


class Decoder:
    """Decodes the parts of one file, and tells of a guess once for the file, as a warning of the logger."""

    def __init__(self) -> None:
        self.guessed: str | None = None

    def decode(self, data: bytes, place: str, declared: str | None = None) -> str:
        """Decode what a byte order mark or the surroundings declare, else UTF-8, else by a guess.

        Args:
            data: All bytes of the file, or of one of its lines.
            place: Where they come from, for messages.
            declared: Encoding that a page or its server names; passed over where it cannot be right.

        Returns:
            The text, without its byte order mark and with its line ends as they are.

        Raises:
            ArticleError: The bytes are no text, or no encoding explains them.
        """
        if is_binary(data):
            raise ArticleError(place, "this is no text, it holds binary data", "Convert it to text in UTF-8")
        encoding = byte_order_mark(data)
        if encoding is None and declared is not None and (text := _decode_as(data, declared)) is not None:
            return text
        encoding = encoding or "utf-8"
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as error:
            if encoding != "utf-8":
                fault = f"the bytes are not the {error.encoding} that the start of the file declares"
                raise ArticleError(place, fault, "Save it as UTF-8") from None
        return self._decode_other(data, place)

    def _decode_other(self, data: bytes, place: str) -> str:
        damaged = data.decode("utf-8", "replace")
        bad = damaged.count("\ufffd")
        if bad < sum(sign > "\x7f" for sign in damaged) - bad:
            # Text cut off within a sign, or one foreign paragraph pasted in: the rest proves the encoding.
            logger.warning("%s: %d signs are not UTF-8, read as U+FFFD. Save it as UTF-8", place, bad)
            return damaged
        if self.guessed is None:
            self.guessed = guess_encoding(data, place)
            told = "%s: not UTF-8, from here on read as %s by a guess. Save it as UTF-8 to be sure"
            logger.warning(told, place, self.guessed)
        return data.decode(self.guessed, "replace")


def _decode_as(data: bytes, declared: str) -> str | None:
    """Decode as declared; None where no such encoding exists or the bytes are not of it."""
    try:
        # Browsers read ISO 8859-1 as Windows-1252, which has the quotation marks that pages then hold.
        known = "cp1252" if lookup(declared).name in ("iso8859-1", "ascii") else declared
        return data.decode(known)
    except (LookupError, ValueError):
        return None


def guess_encoding(data: bytes, place: str) -> str:
    """Guess the encoding of bytes that are not UTF-8.

    The code pages of German text come first, judged by the signs they yield: on a few sentences, where only
    two or three bytes tell them apart, that is right far more often than a guess over all languages.

    Args:
        data: Bytes that are not UTF-8.
        place: Where they come from, for the message.

    Returns:
        The name of an encoding that decodes all of the data.

    Raises:
        ArticleError: No encoding explains the bytes.
    """
    shares = {page: share for page in GERMAN_CODE_PAGES if (share := _german_share(data, page)) is not None}
    likely = max(shares, key=shares.__getitem__, default=None)
    if likely is not None and shares[likely] >= SIGNS_EXPLAINED:
        return likely

    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    encoding = best.encoding if best is not None else likely
    if encoding is None:
        raise ArticleError(place, "the encoding cannot be told", "Save it as UTF-8")
    return encoding


def _german_share(data: bytes, code_page: str) -> float | None:
    """Share of the signs beyond ASCII that German text has, each where it can stand; None if undecodable."""
    try:
        text = data.decode(code_page)
    except UnicodeDecodeError:
        return None
    signs = [index for index, sign in enumerate(text) if sign > "\x7f"]
    return sum(_fits(text, index) for index in signs) / len(signs)


def _fits(text: str, index: int) -> bool:
    """Tell whether a sign belongs to German text; within a word only a letter does, not so in `M„nner`."""
    inside = text[index - 1 : index].isalpha() and text[index + 1 : index + 2].isalpha()
    return text[index] in GERMAN_SIGNS and (text[index].isalpha() or not inside or text[index] in "’\u00ad")


def without_surrogates(text: str, place: str) -> str:
    """Put U+FFFD for each half of a surrogate pair, as an escape in JSON can yield one, and warn of it.

    Such a code point can be written in no encoding; one sign stands for one sign, so that offsets stay.

    Args:
        text: A text that was not decoded from bytes.
        place: Where it comes from, for the message.

    Returns:
        A text that every encoding of Unicode can write.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        mended = "".join("\ufffd" if "\ud800" <= sign <= "\udfff" else sign for sign in text)
        logger.warning("%s: half of a surrogate pair, read as U+FFFD. Escape both halves or neither", place)
        return mended
    return text


def article_without_surrogates(article: Article) -> Article:
    """Put U+FFFD for each half of a surrogate pair in an article that a program made.

    Args:
        article: Any article.

    Returns:
        The same where all that it says can be written.
    """
    place = article.source or "text"
    doc_id, text = without_surrogates(article.id, place), without_surrogates(article.text, place)
    title = without_surrogates(article.title, place) if article.title else article.title
    url = without_surrogates(article.url, place) if article.url else article.url
    if (doc_id, text, title, url) == (article.id, article.text, article.title, article.url):
        return article
    return replace(article, id=doc_id, text=text, title=title, url=url)
