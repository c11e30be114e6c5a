"""Lets spaCy write documents of this pipeline: `nlp.pipe(n_process=2)`, `DocBin(store_user_data=True)`.

Registered with srsly, which writes what a document carries, once this module is imported: also in a process
that starts anew.
"""

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from functools import cache
from typing import Any, Final

import srsly

from pipeline.claims.statement import Statement
from pipeline.mentions.mention import CompanyMention, EntityMention, PeriodMention
from pipeline.mentions.mentions import Mentions, Section
from pipeline.quantities.quantity import Quantity
from pipeline.records.claim import Claim
from pipeline.records.entity import Entity

Chain = Callable[[Any], Any] | None

NAME: Final = "kennzahl"
"""Name of the encoder in srsly's registries, and the key by which a packed object is known."""


@cache
def _types() -> dict[str, type]:
    records = (Claim, Entity, Statement, Quantity)
    mentions = (Mentions, Section, CompanyMention, EntityMention, PeriodMention)
    return {kind.__name__: kind for kind in records + mentions}


def encode(value: object, chain: Chain = None) -> object:
    """Turn what the stages leave on a document into what msgpack can write.

    Args:
        value: An object that msgpack does not know.
        chain: The encoder to ask where this one does not know it either.

    Returns:
        A dictionary of plain values, or what the chain makes of it.
    """
    if type(value) is date:
        return {NAME: "date", "day": value.isoformat()}
    kind = type(value).__name__
    if _types().get(kind) is type(value):
        return {NAME: kind, **{field.name: getattr(value, field.name) for field in fields(_types()[kind])}}
    return value if chain is None else chain(value)


def decode(value: dict[str, Any], chain: Chain = None) -> object:
    """Turn it back.

    Args:
        value: A dictionary as msgpack read it.
        chain: The decoder to ask where it is none of ours.

    Returns:
        The object; what msgpack made a list of is a tuple again.
    """
    kind = value.get(NAME)
    if kind == "date":
        return date.fromisoformat(value["day"])
    if kind in _types():
        plain = {
            name: tuple(held) if isinstance(held, list) else held
            for name, held in value.items()
            if name != NAME
        }
        return _types()[kind](**plain)
    return value if chain is None else chain(value)


srsly.msgpack_encoders.register(NAME, func=encode)
srsly.msgpack_decoders.register(NAME, func=decode)
