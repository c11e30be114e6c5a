"""Remembers which names are taken, in eight bytes each, so that memory stays flat over a large archive."""

from array import array
from hashlib import blake2b

BUCKETS = 1 << 14
"""A name is looked for in one of so many short lists: 61 names each at a million."""


class Taken:
    """Names that have been given, by a digest of 64 bits.

    Two of a million names share one with a chance of 1 in 37 million; the second would then count as taken.
    """

    def __init__(self) -> None:
        """Begin with no name."""
        self._buckets: dict[int, array[int]] = {}

    def take(self, name: str) -> bool:
        """Take a name.

        Args:
            name: The name; any text, also with half a surrogate pair.

        Returns:
            Whether it was free.
        """
        digest = int.from_bytes(blake2b(name.encode(errors="surrogatepass"), digest_size=8).digest())
        bucket = self._buckets.setdefault(digest % BUCKETS, array("Q"))
        if digest in bucket:
            return False
        bucket.append(digest)
        return True
