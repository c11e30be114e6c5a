"""Writes the scores of verdicts as text tables for a person and as a JSON object for a program."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pipeline.evaluation.misses import sentence_at
from pipeline.evaluation.mutation.cases import Plan
from pipeline.evaluation.mutation.measure import Judged, Way
from pipeline.evaluation.mutation.score import VerdictScores, faults
from pipeline.evaluation.scoring import Counts
from pipeline.evaluation.table import counts_json, percent, table

Scores = Mapping[Way, VerdictScores]


def verdicts_as_text(planned: Plan, scores: Scores) -> str:
    """Write scores as tables, those of both ways side by side.

    Args:
        planned: What was planted.
        scores: What `score_verdicts` gives, by the way of measuring.

    Returns:
        Lines of text; shares are in percent.
    """
    each = list(scores.values())
    claims = sum(map(len, planned.untouched))
    head = (
        f"{len(planned.untouched)} documents with {claims} claims, {len(planned.cases)} texts reworded in one"
    )
    ways = tuple(scores)
    parts = [
        head,
        table(("", *ways), [(name, *map(percent, row)) for name, row in summary(each).items()]),
        table(("F1 of a verdict", *ways, "deserved"), _verdict_rows(each)),
        table(("right verdict, by kind of text", *ways, "texts"), _kind_rows(each)),
        *(_confusion(way, one.confusion) for way, one in scores.items()),
        *(
            table((f"{way}: misread where the verdict is wrong", "claims"), _counted(one.misread))
            for way, one in scores.items()
            if one.misread
        ),
    ]
    if planned.left_out:
        told = ", ".join(f"{count} {name}" for name, count in sorted(planned.left_out.items()))
        parts.append(f"Left out, since the definitions settle no verdict or see no error: {told}")
    return "\n\n".join(parts)


def summary(scores: Sequence[VerdictScores]) -> dict[str, tuple[float, ...]]:
    """The three figures that verdicts are judged by, each in every way of measuring, as shares of 1."""
    return {
        "macro-F1 over the verdicts": tuple(one.macro_f1 for one in scores),
        "false alarms, of correct claims": tuple(one.false_alarms for one in scores),
        "right row named, where one confirms": tuple(one.right_row for one in scores),
    }


def _verdict_rows(scores: Sequence[VerdictScores]) -> Iterable[Sequence[str]]:
    for verdict, counts in scores[0].verdicts.items():
        yield verdict, *(percent(one.verdicts.get(verdict, Counts()).f1) for one in scores), str(counts.gold)


def _kind_rows(scores: Sequence[VerdictScores]) -> Iterable[Sequence[str]]:
    for kind, (_, texts) in scores[0].kinds.items():
        rights = (one.kinds.get(kind, (0, 0)) for one in scores)
        yield kind, *(percent(right / total if total else None) for right, total in rights), str(texts)


def _confusion(way: Way, confusion: Mapping[str, Mapping[str, int]]) -> str:
    rows = [
        (f"{truth} as {got}", str(count))
        for truth, row in confusion.items()
        for got, count in row.items()
        if truth != got
    ]
    rows.sort(key=lambda row: -int(row[1]))
    return table((f"{way}: verdict deserved and got", "claims"), rows or [("none is wrong", "0")])


def _counted(counts: Mapping[str, int]) -> list[tuple[str, str]]:
    return [(name, str(count)) for name, count in counts.items()]


def verdicts_as_json(planned: Plan, scores: Scores) -> dict[str, Any]:
    """Bring scores into plain dictionaries and numbers.

    Args:
        planned: What was planted.
        scores: What `score_verdicts` gives, by the way of measuring.

    Returns:
        An object that `json.dumps` takes; shares are of 1.
    """
    return {
        "documents": len(planned.untouched),
        "claims": sum(map(len, planned.untouched)),
        "reworded": len(planned.cases),
        "left_out": dict(planned.left_out),
        **{
            way.replace(" ", "_"): {
                "macro_f1": one.macro_f1,
                "false_alarms": one.false_alarms,
                "accused": one.accused,
                "correct": one.correct,
                "settled": one.settled,
                "right_row": one.right_row,
                "verdicts": {name: counts_json(counts) for name, counts in one.verdicts.items()},
                "confusion": {truth: dict(row) for truth, row in one.confusion.items()},
                "kinds": {
                    name: {"right": right, "texts": texts} for name, (right, texts) in one.kinds.items()
                },
                "misread": dict(one.misread),
            }
            for way, one in scores.items()
        },
    }


def verdict_faults_json(judged: Mapping[Way, Iterable[Judged]]) -> list[dict[str, Any]]:
    """List every wrong verdict and every false alarm outside the test split, for a program."""
    return [
        {
            "way": way,
            "doc_id": one.document.doc_id,
            "kind": one.kind,
            "start": one.start,
            "text": one.text,
            "sentence": sentence_at(one.document.text, one.start),
            "deserved": one.truth,
            "verdict": one.verdict,
            "verdict_reason": one.reason,
            "misread": list(one.misread),
        }
        for way, claims in judged.items()
        for one in faults(claims)
        if one.document.split != "test"
    ]


def verdict_faults_text(listed: Sequence[Mapping[str, Any]]) -> str:
    """Write what `verdict_faults_json` lists, a block of lines a claim."""
    lines = [f"{len(listed)} wrong verdicts outside the test split"]
    for fault in listed:
        misread = f" (misread: {', '.join(fault['misread'])})" if fault["misread"] else ""
        deserved = fault["deserved"] or "any but an accusation"
        lines += [
            "",
            f"{fault['doc_id']}, {fault['way']}: {fault['sentence']}",
            f"  {fault['text']}: {deserved}, got {fault['verdict'] or 'nothing, not found'}{misread}",
            f"  {fault['verdict_reason'] or ''}".rstrip(),
        ]
    return "\n".join(line for line in lines if line.strip() or line == "")
