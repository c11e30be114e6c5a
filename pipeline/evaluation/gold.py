"""Reads gold: texts with the claims that a person found in them, one JSON object per line and document."""

import datetime
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import FiniteFloat, NonNegativeInt, StringConstraints, TypeAdapter, ValidationError

from pipeline.errors import GoldError
from pipeline.reading.article import Article
from pipeline.records.claim import Kind, Metric, Qualifier, Status

_PERIOD = r"\d{4}(-(Q[1-4]|H[12]|9M|(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?))?"
_REFERENCE = rf"({_PERIOD}|prior_year|prior_period|prior_day|forecast|consensus)"

_Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
_Period = Annotated[str, StringConstraints(pattern=f"^{_PERIOD}$")]
_Reference = Annotated[str, StringConstraints(pattern=f"^{_REFERENCE}$")]


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One quantity as a person annotated it; the fields mean what they mean in `Claim`."""

    start: NonNegativeInt
    end: NonNegativeInt
    text: str
    metric: Metric
    kind: Kind
    low: FiniteFloat
    high: FiniteFloat
    unit: _Name
    qualifier: Qualifier
    status: Status
    company: str | None = None
    segment: str | None = None
    adjusted: bool = False
    period: _Period | None = None
    fiscal: bool = False
    reference: _Reference | None = None


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One text with all its claims.

    Attributes:
        doc_id: Name of the document, unique within what is read together.
        text: The whole text; offsets count in its code points.
        claims: All quantities of the text, those of metric `other` too.
        date: Day of publication.
        source: Where the text comes from.
        manner: How it is written (`agency`, `newspaper`, `adhoc`), where the corpus says so.
        split: `test` for a document of which only the score may be looked at.
    """

    doc_id: _Name
    text: str
    claims: tuple[GoldClaim, ...]
    date: datetime.date | None = None
    source: str | None = None
    manner: str | None = None
    split: Literal["development", "test"] | None = None

    def article(self) -> Article:
        """The text as the stages take it."""
        return Article(id=self.doc_id, text=self.text, date=self.date, source=self.source)


def read_gold(path: Path) -> tuple[GoldDocument, ...]:
    """Read a gold file, or all `.jsonl` files of a folder, in the order of their names.

    Args:
        path: A file with one JSON object per line, or a folder of such files.

    Returns:
        The documents in the order in which they stand. Keys that the guide does not name are left out.

    Raises:
        GoldError: Nothing is there to read, or a line is not what the guide asks for: the message names
            file, line, fault and cure.
    """
    documents: dict[str, GoldDocument] = {}
    first_place: dict[str, str] = {}
    for file in _files(path):
        for place, line in _lines(file):
            document = parse_document(place, line)
            if document.doc_id in documents:
                raise GoldError(
                    place,
                    f"document {document.doc_id!r} stands already in {first_place[document.doc_id]}",
                    "Give each document a doc_id of its own.",
                )
            documents[document.doc_id] = document
            first_place[document.doc_id] = place
    if not documents:
        raise GoldError(
            str(path), "no gold document is in it", "Write one JSON object per line and document."
        )
    return tuple(documents.values())


def as_record(document: GoldDocument) -> dict[str, Any]:
    """Turn a gold document into what a line of a gold file holds.

    Args:
        document: Gold.

    Returns:
        Its fields, those left out that say nothing, in values that JSON knows.
    """
    record = {name: value for name, value in asdict(document).items() if value is not None}
    if document.date is not None:
        record["date"] = document.date.isoformat()
    return record


def fingerprint(documents: Iterable[GoldDocument]) -> str:
    """SHA-256 of what is scored, the same whatever the order of documents, files and keys.

    Args:
        documents: Gold as `read_gold` gives it.

    Returns:
        64 hexadecimal digits that change with any text, date or claim.
    """
    content = sorted((asdict(document) for document in documents), key=lambda document: document["doc_id"])
    written = json.dumps(content, ensure_ascii=True, sort_keys=True, default=datetime.date.isoformat)
    return hashlib.sha256(written.encode("ascii")).hexdigest()


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise GoldError(
            str(path), "there is no such file or folder", "Name a .jsonl file or a folder of them."
        )
    files = sorted(path.glob("*.jsonl"))
    if not files:
        raise GoldError(
            str(path), "the folder holds no .jsonl file", "Name a .jsonl file or a folder of them."
        )
    return files


def _lines(file: Path) -> Iterator[tuple[str, str]]:
    """Yield `file:line` and the text of every line that is not blank."""
    try:
        content = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        number = error.object[: error.start].count(b"\n") + 1
        raise GoldError(f"{file}:{number}", "the line is not UTF-8", "Save the file as UTF-8.") from error
    # Not splitlines(): JSON may hold U+2028 as it is inside a text.
    for number, line in enumerate(content.split("\n"), start=1):
        if line.strip():
            yield f"{file}:{number}", line


@cache
def _validator() -> TypeAdapter[GoldDocument]:
    return TypeAdapter(GoldDocument)


_CURES: Mapping[str, str] = {
    "json_invalid": "Write each document as one JSON object on one line.",
    "missing": "Add the field.",
    "literal_error": "Use one of {expected}.",
    "string_pattern_mismatch": (
        "Write it as YYYY, YYYY-Qn, YYYY-Hn, YYYY-9M, YYYY-MM or YYYY-MM-DD; "
        "a reference also as prior_year, prior_period, prior_day, forecast or consensus."
    ),
    "finite_number": "Write a finite number.",
}


def parse_document(place: str, line: str) -> GoldDocument:
    """Read one line of a gold file.

    Args:
        place: Where it stands, for messages.
        line: One JSON object.

    Returns:
        The document.

    Raises:
        GoldError: It is not what the guide asks for.
    """
    try:
        document = _validator().validate_json(line, strict=True)
    except ValidationError as error:
        first: Any = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        fault = first["msg"]
        if first["type"] in ("literal_error", "string_pattern_mismatch"):
            fault = f"{first['input']!r} is not a value of this field"
        cure = _CURES.get(first["type"], "Write it as the guide of the claim record says.")
        raise GoldError(
            place, f"{where}: {fault}" if where else fault, cure.format(**first.get("ctx", {}))
        ) from error
    for number, claim in enumerate(document.claims):
        _check_claim(f"claims.{number}", claim, document.text, place)
    return document


def _check_claim(where: str, claim: GoldClaim, text: str, place: str) -> None:
    covered = text[claim.start : claim.end]
    if claim.start >= claim.end or covered != claim.text:
        raise GoldError(
            place,
            f"{where}: text is {claim.text!r}, but {claim.start} to {claim.end} cover {covered!r}",
            f"Give the code points that the quantity covers{_found_at(claim.text, text)}.",
        )
    if claim.low > claim.high:
        raise GoldError(
            place,
            f"{where}: low {claim.low:g} is above high {claim.high:g} at {claim.text!r}",
            "Write the smaller number as low, also where both are negative.",
        )


def _found_at(quantity: str, text: str) -> str:
    """Say where the quantity stands, where it stands at one place only."""
    if quantity and text.count(quantity) == 1:
        start = text.index(quantity)
        return f" ({start} to {start + len(quantity)})"
    return ""
