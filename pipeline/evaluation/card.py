"""The command `python -m pipeline.evaluation.card`: writes measured accuracy and speed into the README."""

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from spacy.language import Language

from pipeline.errors import UsageError
from pipeline.evaluation.agreement import CORE_FIELDS, FULL_FIELDS
from pipeline.evaluation.matching import MatchedDocument
from pipeline.evaluation.mutation.measure import Way, judge_gold, judge_texts, make_plan
from pipeline.evaluation.mutation.score import VerdictScores, score_verdicts
from pipeline.evaluation.mutation.told import summary
from pipeline.evaluation.planted import Accusations, count_accusations, read_planted
from pipeline.evaluation.run import evaluate_gold
from pipeline.evaluation.scoring import Scores, StageCounts
from pipeline.evaluation.speed import CORPUS, PROJECT, Speed, measure, speed_rows, steps
from pipeline.figures.table import load_known_figures
from pipeline.figures.verdicts import validate_claims
from pipeline.flow import load
from pipeline.records.claim import Claim

FIGURES = PROJECT / "corpus" / "figures" / "known_figures.csv"
SURE, DOUBTFUL = 0.9, 0.65
"""Confidence from which on a claim is counted as sure, and below which as doubtful."""

FIELDS = (*FULL_FIELDS, "segment")


def accuracy_tables(scores: Scores) -> str:
    """Write scores as Markdown: F1 of the three levels by split and manner, and the fields one by one.

    Args:
        scores: Of gold whose documents tell their split and manner.

    Returns:
        Two tables; shares are in percent.
    """
    return f"{_levels(scores)}\n\n{_fields(scores)}"


def _levels(scores: Scores) -> str:
    rows = [("all", scores.total), *_named("split", scores.per_split), *_named("manner", scores.per_manner)]
    return markdown(
        ("texts", "claims", "detection F1", "core F1", "full F1"),
        (
            (
                name,
                str(stages.detection.gold),
                *(_percent(counts.f1) for counts in (stages.detection, stages.core, stages.full)),
            )
            for name, stages in rows
        ),
    )


def _named(title: str, groups: Mapping[str, StageCounts]) -> list[tuple[str, StageCounts]]:
    return [(f"{title}: {name}", stages) for name, stages in groups.items()]


def _fields(scores: Scores) -> str:
    scope = scores.fields["not_other"]
    cells = (_percent(scope.accuracy(name)) for name in FIELDS)
    return markdown(("field right, in percent", *FIELDS), [(f"of {scope.matches} claims found", *cells)])


def confidence_table(documents: Iterable[MatchedDocument]) -> str:
    """Write how often a predicted claim is right, by its confidence, as a Markdown table.

    Args:
        documents: Gold documents with predictions and pairs; claims of metric `other` are left out.

    Returns:
        The table; shares are in percent of the claims of a row.
    """
    judged = [judged for document in documents for judged in _judged(document)]
    rows = (
        (f"{SURE} and more", [right for claim, right in judged if claim.confidence >= SURE]),
        (f"{DOUBTFUL} to {SURE}", [right for claim, right in judged if DOUBTFUL <= claim.confidence < SURE]),
        (f"under {DOUBTFUL}", [right for claim, right in judged if claim.confidence < DOUBTFUL]),
    )
    return markdown(
        ("confidence", "claims", "core right", "full right"),
        (
            (
                name,
                str(len(rights)),
                *(_percent(_share(rights, level)) for level in (CORE_FIELDS, FULL_FIELDS)),
            )
            for name, rights in rows
        ),
    )


def _judged(document: MatchedDocument) -> Iterator[tuple[Claim, frozenset[str]]]:
    """Yield each predicted claim of a named metric with the fields it has right, none where it is false."""
    right = {pair.predicted: pair.right for pair in document.matches}
    for number, claim in enumerate(document.predicted):
        if claim.metric != "other":
            yield claim, right.get(number, frozenset())


def _share(rights: Sequence[frozenset[str]], level: Sequence[str]) -> float | None:
    return sum(right.issuperset(level) for right in rights) / len(rights) if rights else None


def measure_verdicts(documents: Iterable[MatchedDocument]) -> Accusations:
    """Hold what was predicted for the project's corpus against its known figures and its planted errors."""
    claims = (claim for document in documents for claim in document.predicted)
    return count_accusations(validate_claims(claims, load_known_figures(FIGURES)), read_planted(CORPUS))


def verdict_table(counts: Accusations) -> str:
    """Write what the verdicts make of articles with planted errors as a Markdown table."""
    return markdown(
        ("claims confirmed", "unverifiable", "accused", "of these a planted error", "planted errors found"),
        [
            (
                *map(str, (counts.confirmed, counts.unverifiable, counts.accused, counts.justified)),
                f"{counts.found} of {counts.planted}",
            )
        ],
    )


def verdict_scores(nlp: Language) -> dict[Way, VerdictScores]:
    """Plant errors in the project's corpus and score the verdicts in both ways."""
    known = load_known_figures(FIGURES)
    planned = make_plan(CORPUS, known)
    return {
        "right extraction": score_verdicts(list(judge_gold(planned, known))),
        "raw text": score_verdicts(list(judge_texts(planned, known, nlp))),
    }


def verdict_score_tables(scores: Mapping[Way, VerdictScores]) -> str:
    """Write what verdicts are worth as Markdown: three figures, then the F1 of each verdict.

    Args:
        scores: By the way of measuring.

    Returns:
        Two tables; shares are in percent.
    """
    each = list(scores.values())
    figures = ((name, *map(_percent, row)) for name, row in summary(each).items())
    verdicts = (
        (f"`{name}`", *(_percent(one.verdicts[name].f1) for one in each), str(counts.gold))
        for name, counts in each[0].verdicts.items()
    )
    return "\n\n".join(
        (markdown(("", *scores), figures), markdown(("F1", *scores, "claims that deserve it"), verdicts))
    )


def speed_table(speeds: Mapping[str, Mapping[str, Speed]]) -> str:
    """Write speeds by kind of news as a Markdown table.

    Args:
        speeds: What `measure` gives, by kind of news.

    Returns:
        The table: the ratio that holds on any machine, and the words a second of this one.
    """
    return markdown(
        ("news", "step", "times the time of tokenizing", "words a second of one core here"),
        (row for kind, measured in speeds.items() for row in speed_rows(kind, measured)),
    )


def fill(document: str, name: str, content: str) -> str:
    """Put content between the two marks of a document that bear a name.

    Args:
        document: Markdown with `<!-- name: begin -->` and `<!-- name: end -->`.
        name: Which marks.
        content: What is to stand between them.

    Returns:
        The document with that part renewed.

    Raises:
        UsageError: The document lacks one of the marks.
    """
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    before, found, rest = document.partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise UsageError(f"The document has no part between {begin} and {end}: put the two marks into it")
    return f"{before}{begin}\n{content}\n{end}{after}"


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{100 * share:.1f}"


def markdown(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table in Markdown, its first column of words and the others of numbers."""
    lines = [header, ["---", *("---:" for _ in header[1:])], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def main() -> None:
    """Measure, and renew the tables of the README."""
    parser = argparse.ArgumentParser(prog="pipeline.evaluation.card", description="Renew the measured tables")
    parser.add_argument("--document", type=Path, default=PROJECT / "README.md", help="the file to renew")
    document: Path = parser.parse_args().document
    text = document.read_text(encoding="utf-8")
    nlp = load()
    outcome = evaluate_gold(CORPUS, nlp)
    text = fill(text, "accuracy", accuracy_tables(outcome.scores))
    text = fill(text, "confidence", confidence_table(outcome.documents))
    text = fill(text, "verdicts", verdict_score_tables(verdict_scores(nlp)))
    text = fill(text, "planted", verdict_table(measure_verdicts(outcome.documents)))
    text = fill(text, "speed", speed_table(measure(steps())))
    document.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
