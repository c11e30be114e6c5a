"""What a text is expected to state, and a check that names the field that differs."""

from datetime import date

from spacy.language import Language

from pipeline.flow import extract_claims
from pipeline.reading.article import Article
from pipeline.records.claim import Claim

PUBLISHED = date(2020, 8, 6)

Expected = dict[str, object]


def figure(
    text: str, metric: str, kind: str, value: float | tuple[float, float], unit: str, **more: object
) -> Expected:
    """One expected claim: the fields named here, in any number."""
    low, high = value if isinstance(value, tuple) else (value, value)
    return {"text": text, "metric": metric, "kind": kind, "low": low, "high": high, "unit": unit, **more}


def claims_of(nlp: Language, text: str, published: date | None = PUBLISHED) -> list[Claim]:
    """All claims of one text."""
    ((_, claims, _),) = extract_claims(nlp, [Article(id="text", text=text, date=published)])
    return claims


def check(nlp: Language, text: str, expected: list[Expected], published: date | None = PUBLISHED) -> None:
    """The text states exactly the expected figures, with every field that the expectation names."""
    claims = claims_of(nlp, text, published)
    told, wanted = [claim.text for claim in claims], [fields["text"] for fields in expected]
    assert told == wanted, f"{text!r} states {told} and not {wanted}"
    wrong = [
        f"{claim.text}: {name} is {getattr(claim, name)!r} and not {value!r}"
        for claim, fields in zip(claims, expected, strict=True)
        for name, value in fields.items()
        if getattr(claim, name) != value
    ]
    assert not wrong, f"{text!r}: {wrong}"
