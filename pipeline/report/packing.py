"""Data as it lies in the page: JSON, compressed, in letters that mean nothing to HTML."""

import gzip
import json
from base64 import b64encode
from collections.abc import Iterable, Iterator
from typing import Any


def pack(data: Any) -> str:
    """Write data so that it can stand in a page as the content of a `<script>` that is no script.

    Args:
        data: What JSON can hold; numbers are finite.

    Returns:
        Gzip of the JSON, in base64: no sign of it can end the element. Equal data gives equal letters.
    """
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    # A lone surrogate is no character of any encoding; `?` keeps the places of all that follow.
    return b64encode(gzip.compress(text.encode(errors="replace"), compresslevel=6, mtime=0)).decode()


def pack_in_blocks(texts: Iterable[list[str]], letters: int) -> Iterator[tuple[int, str]]:
    """Pack texts in blocks, so that a page that shows one of them unpacks no more than its block.

    Args:
        texts: The texts, each in pieces.
        letters: About how many letters of text a block holds.

    Yields:
        The number of texts of a block, and the block: a JSON list of them, packed.
    """
    block: list[list[str]] = []
    size = 0
    for text in texts:
        block.append(text)
        size += sum(map(len, text))
        if size >= letters:
            yield len(block), pack(block)
            block, size = [], 0
    if block:
        yield len(block), pack(block)
