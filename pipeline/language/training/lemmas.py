"""The lookup table of lemmas: what the treebanks say of a form, then the table of spacy-lookups-data."""

from collections import Counter
from collections.abc import Iterable, Mapping

from spacy.language import Language
from spacy.lookups import Lookups

OPEN_CLASSES = ("NOUN", "PROPN")


def build_lemmas(
    words: Iterable[tuple[str, str, str]], lookup: Mapping[str, str], frequent: Iterable[str]
) -> dict[str, str]:
    """Make the table.

    Args:
        words: Form, lemma and universal part of speech of every word of the treebanks, the most trusted last.
        lookup: Lemmas by form.
        frequent: The forms of that table worth keeping.

    Returns:
        The lemma of each form that is not its own lemma or must not fall back to the lookup's.
    """
    table = {form: lookup[form] for form in frequent if lookup.get(form, form) != form}
    counts: dict[str, Counter[tuple[str, str]]] = {}
    for form, lemma, part in words:
        counts.setdefault(form, Counter())[lemma, part] += 1
    for form, lemmas in counts.items():
        (lemma, part), _ = lemmas.most_common(1)[0]
        table[form] = lemma
        # `In` and `Wir` open sentences; a noun looks the same there.
        if form.islower() and part not in OPEN_CLASSES and form.capitalize() not in counts:
            table[form.capitalize()] = lemma
    return table


def add_lemmatizer(nlp: Language, table: Mapping[str, str]) -> None:
    """Add spaCy's lookup lemmatizer with a table to a pipeline.

    Args:
        nlp: The pipeline; it gets the component `lemmatizer`.
        table: The lemma of each form.
    """
    lookups = Lookups()
    lookups.add_table("lemma_lookup", dict(table))
    nlp.add_pipe("lemmatizer", config={"mode": "lookup"}).initialize(lookups=lookups)  # type: ignore[attr-defined]
