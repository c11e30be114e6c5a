"""The entity record: one named organisation, person, place or other name of a text."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Entity:
    """One named entity of a text.

    Attributes:
        doc_id: The document.
        start: First code point of the name in the document's text.
        end: First code point after it.
        text: The text between them.
        label: `ORG`, `PER`, `LOC` or `MISC`.
        name: The form by which the document names it in full.
        entity_id: Identifier (ISIN) in the company register, for an organisation found there.
    """

    doc_id: str
    start: int
    end: int
    text: str
    label: str
    name: str
    entity_id: str | None = None


ENTITY_FIELDS: tuple[str, ...] = tuple(field.name for field in fields(Entity))
"""Names of the columns of a table of entities, in their order."""
