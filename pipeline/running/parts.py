"""The parts of a run, each on the disk whole or not at all, so that a run that was killed can go on."""

import json
import shutil
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa

from pipeline.output.table import CLAIMS, ENTITIES, Table
from pipeline.reading.article import Article, Duplicate, Reject
from pipeline.records.claim import Claim
from pipeline.records.entity import Entity
from pipeline.records.rows import Record, Row
from pipeline.running.outcome import Extracted, Item, Outcome

ARTICLES_IN_PART = 1024
CHARACTERS_IN_PART = 2_000_000


def cut_parts(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Cut the items of a run into parts, by the items alone, so that each run over them cuts alike."""
    part: list[Item] = []
    characters = 0
    for item in items:
        part.append(item)
        characters += len(item.text) if isinstance(item, Article) else 0
        if len(part) == ARTICLES_IN_PART or characters >= CHARACTERS_IN_PART:
            yield part
            part, characters = [], 0
    if part:
        yield part


def fingerprint(part: Iterable[Item]) -> str:
    """Hash what the items of a part say; the same digits mean the same articles and rejects."""
    digest = blake2b(digest_size=16)
    for item in part:
        # Each field with its length, so that no two parts are written alike.
        for value in asdict(item).values():
            content = repr(value).encode("utf-8", "surrogatepass")
            digest.update(b"%d:" % len(content))
            digest.update(content)
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class PartSummary:
    """What the manifest tells of a part.

    Attributes:
        fingerprint: Of its items.
        articles: Articles done.
        duplicates: Near copies left out.
        rejects: What could not be read.
        claims: Claims found.
        entities: Entities found.
    """

    fingerprint: str
    articles: int
    duplicates: int
    rejects: int
    claims: int
    entities: int


class Parts:
    """The finished parts of one run, in a folder beside its output.

    Args:
        folder: Where they lie; it is made when the first part is written.
        settings: What the outcomes depend on beside the items; parts under other settings do not count.
    """

    def __init__(self, folder: Path, settings: dict[str, Any]) -> None:
        self.folder = folder
        self.summaries: list[PartSummary] = []
        self._settings = settings

    def discard(self) -> None:
        """Remove all parts."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def outcomes(self, part: Sequence[Item]) -> list[Outcome] | None:
        """Read what became of the next part, where an earlier run has finished it.

        Args:
            part: Its items.

        Returns:
            Their outcomes in order; None where that part is not there, or is one of other items.
        """
        place = self._place(len(self.summaries))
        if not place.is_dir():
            return None
        told = json.loads((place / "part.json").read_text(encoding="utf-8"))
        if told["settings"] != self._settings or told["summary"]["fingerprint"] != fingerprint(part):
            return None
        claims = iter([Claim(**row) for row in _read(place / "claims.arrow")])
        entities = iter([Entity(**row) for row in _read(place / "entities.arrow")])
        self.summaries.append(PartSummary(**told["summary"]))
        return [
            self._outcome(item, fate, claims, entities)
            for item, fate in zip(part, told["fates"], strict=True)
        ]

    @staticmethod
    def _outcome(item: Item, fate: Any, claims: Iterator[Claim], entities: Iterator[Entity]) -> Outcome:
        if not isinstance(item, Article):
            return item
        if isinstance(fate, dict):
            return Reject(**fate)
        return Extracted(item.id, list(islice(claims, fate[0])), list(islice(entities, fate[1])))

    def save(self, part: Sequence[Item], outcomes: Sequence[Outcome]) -> None:
        """Write the next part: under another name first, so that it is there whole or not at all."""
        done = [outcome for outcome in outcomes if isinstance(outcome, Extracted)]
        claims = [claim for outcome in done for claim in outcome.claims]
        entities = [entity for outcome in done for entity in outcome.entities]
        duplicates = sum(isinstance(outcome, Duplicate) for outcome in outcomes)
        summary = PartSummary(
            fingerprint(part),
            len(done),
            duplicates,
            len(outcomes) - len(done) - duplicates,
            len(claims),
            len(entities),
        )
        place = self._place(len(self.summaries))
        unfinished = place.with_suffix(".unfinished")
        for old in (unfinished, place):
            shutil.rmtree(old, ignore_errors=True)
        unfinished.mkdir(parents=True)
        _write(unfinished / "claims.arrow", CLAIMS, claims)
        _write(unfinished / "entities.arrow", ENTITIES, entities)
        told = {
            "settings": self._settings,
            "summary": asdict(summary),
            "fates": [_fate(outcome) for outcome in outcomes],
        }
        (unfinished / "part.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
        unfinished.replace(place)
        self.summaries.append(summary)

    def _place(self, number: int) -> Path:
        return self.folder / f"{number:08}"


def _fate(outcome: Outcome) -> Any:
    if isinstance(outcome, Extracted):
        return [len(outcome.claims), len(outcome.entities)]
    return asdict(outcome) if isinstance(outcome, Reject) else None


def _write(path: Path, table: Table, records: Sequence[Record]) -> None:
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, table.schema) as writer:
        writer.write_batch(table.batch(records))


def _read(path: Path) -> list[Row]:
    with pa.OSFile(str(path), "rb") as file:
        rows: list[Row] = pa.ipc.open_file(file).read_all().to_pylist()
    return rows


class Follower:
    """Follows the outcomes of a stream of parts, and tells which item each belongs to and where a part ends.

    Args:
        parts: Cut from the items; taken no earlier than their items are asked for.
    """

    def __init__(self, parts: Iterable[list[Item]]) -> None:
        self._parts = parts
        self._begun: deque[list[Item]] = deque()

    def items(self) -> Iterator[Item]:
        """Hand out the items of all parts in a row."""
        for part in self._parts:
            self._begun.append(part)
            yield from part

    def follow(
        self, outcomes: Iterable[Outcome]
    ) -> Iterator[tuple[Item, Outcome, tuple[list[Item], list[Outcome]] | None]]:
        """Pair each outcome with its item.

        Args:
            outcomes: One for each item that `items` handed out, in order.

        Yields:
            Item, outcome, and after the last item of a part that part with all its outcomes.
        """
        done: list[Outcome] = []
        for outcome in outcomes:
            part = self._begun[0]
            item = part[len(done)]
            done.append(outcome)
            if len(done) == len(part):
                self._begun.popleft()
                yield item, outcome, (part, done)
                done = []
            else:
                yield item, outcome, None
