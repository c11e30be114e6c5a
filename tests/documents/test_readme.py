"""What the README shows is what comes out: its blocks run, its outputs and its tables are those of now."""

import re
from itertools import chain, zip_longest

import pytest
from blocks import PROJECT, read_blocks, run_blocks, sitting

from pipeline.evaluation.card import (
    CORPUS,
    FIGURES,
    accuracy_tables,
    confidence_table,
    measure_verdicts,
    speed_table,
    verdict_score_tables,
    verdict_table,
)
from pipeline.evaluation.gate import read_floors
from pipeline.evaluation.mutation.measure import judge_gold, make_plan
from pipeline.evaluation.mutation.score import score_verdicts
from pipeline.evaluation.run import evaluate_gold
from pipeline.evaluation.speed import measure_once, measure_speed, measured_as, steps, texts
from pipeline.figures.table import load_known_figures
from pipeline.flow import load

README = (PROJECT / "README.md").read_text(encoding="utf-8")
FLOORS = PROJECT / "tests" / "evaluation" / "floors.toml"
CURE = "`make readme` writes it anew"

POINTS = 3.0
"""By how many points of 100 a share in the README may differ from the one of now."""

COUNTS, FEW = 0.1, 5
"""By what share a number of claims may differ, or by how many: what is predicted changes with the rules."""

TIMES = 2.0
"""By what factor the ratio of two speeds may differ, on other processors and in fewer rounds."""


def test_each_block_runs_and_prints_what_the_readme_shows() -> None:
    with sitting() as folder:
        results = list(run_blocks(read_blocks(README)))
        written = {path.name for path in folder.iterdir()}

    wrong = [
        f"line {block.line} shows\n{block.shown}but prints\n{printed}"
        for block, printed in results
        if block.shown is not None and block.shown != printed
    ]
    assert not wrong, "\n".join([CURE, *wrong])
    assert {"claims.jsonl", "entities.csv", "checked.csv", "report.html", "floors.toml"} <= written


def test_every_block_is_of_a_kind_that_is_checked() -> None:
    blocks = read_blocks(README)
    assert {block.language for block in blocks} == {"sh", "python", "text", "mermaid"}
    shown = sum(block.shown is not None for block in blocks)
    assert shown == sum(block.language == "text" for block in blocks), "an output follows no command"
    for block in blocks:
        mixed = re.search(r"^(make|git|pip) ", block.code, re.MULTILINE) and not block.sets_up
        assert not mixed, f"line {block.line} sets up and runs: make two blocks of it"


def test_the_first_call_shows_six_lines_and_each_way_that_a_claim_can_end() -> None:
    first = next(block for block in read_blocks(README) if block.shown)
    assert first.shown is not None
    assert len(first.shown.splitlines()) == 6
    assert {"exact", "scale_error", "in_range"} <= set(first.shown.split())


def test_the_tables_of_accuracy_are_those_of_now() -> None:
    outcome = evaluate_gold(CORPUS, load())
    for name, now in {
        "accuracy": accuracy_tables(outcome.scores),
        "confidence": confidence_table(outcome.documents),
        "planted": verdict_table(measure_verdicts(outcome.documents)),
    }.items():
        assert not differences(part(name), now), f"{name}: {CURE}"


def test_the_tables_of_verdicts_are_those_of_now() -> None:
    """What is read from raw text takes long to measure: its floors were, and are held by another test."""
    known = load_known_figures(FIGURES)
    now = score_verdicts(list(judge_gold(make_plan(CORPUS, known), known)))
    shown = verdict_score_tables({"right extraction": now, "raw text": now})
    told = [[row[0], row[1], *row[3:]] for row in cells(part("verdicts"))]
    assert not differences(
        *(
            "\n".join(map(" | ".join, rows))
            for rows in (told, [[row[0], row[1], *row[3:]] for row in cells(shown)])
        )
    )
    floors = read_floors(FLOORS)["articles, verdicts"].floors
    raw = {row[0]: float(row[2]) for row in cells(part("verdicts"))[1:4]}
    assert abs(raw["macro-F1 over the verdicts"] - 100 * floors["raw_text_macro_f1"]) <= POINTS, CURE
    told_alarms = 100 - raw["false alarms, of correct claims"]
    assert abs(told_alarms - 100 * floors["raw_text_without_false_alarm"]) <= 1, CURE


def test_the_ratios_of_speed_are_about_those_of_now() -> None:
    measured = steps()
    now = {
        kind: measure_speed(articles, measured, rounds=1)
        if measured_as(kind) is measure_speed
        else measure_once(articles[:400], measured)
        for kind, articles in texts().items()
    }
    rows = cells(speed_table(now))
    told = [row for row in cells(part("speed")) if row[0] in now or row[0] == rows[0][0]]
    assert [row[:2] for row in told] == [row[:2] for row in rows]
    for kind, step, times, _ in told[1:]:
        ratio = now[kind][step].times_tokenizing / float(times)
        assert 1 / TIMES <= ratio <= TIMES, f"{step} takes {ratio:.1f} times as long as told; {CURE}"


@pytest.mark.parametrize(
    ("told", "now"),
    [
        ("| all | 100 | 90.0 |", "| all | 100 | 86.9 |"),
        ("| all | 100 | 90.0 |", "| every | 100 | 90.0 |"),
        ("| all | 100 | 90.0 |", "| all | 112 | 90.0 |"),
        ("| all | 100 | 90.0 |", "| all | 100 | 90.0 |\n| new | 1 | 1.0 |"),
        ("| all | 100 | 90.0 |", "| all | 100 | - |"),
    ],
)
def test_a_table_that_is_out_of_date_is_told(told: str, now: str) -> None:
    assert differences(told, now)
    assert not differences(told, told)


def part(name: str) -> str:
    """What stands between the marks of the README that bear a name."""
    _, _, rest = README.partition(f"<!-- {name}: begin -->\n")
    content, found, _ = rest.partition(f"\n<!-- {name}: end -->")
    assert found, name
    return content


def cells(table: str) -> list[list[str]]:
    rows = [line.strip("| ").split(" | ") for line in table.splitlines() if line]
    return [row for row in rows if not set("".join(row)) <= set("-:")]


def differences(told: str, now: str) -> list[str]:
    """List the cells of two tables that are further apart than they may be."""
    pairs = zip_longest(chain(*cells(told)), chain(*cells(now)), fillvalue="nothing")
    return [f"{one}, now {other}" for one, other in pairs if not close(one, other)]


def close(one: str, other: str) -> bool:
    """Whether two cells agree: numbers with a point are shares in percent, those without are counts."""
    if re.fullmatch(r"\d+\.\d", one) and re.fullmatch(r"\d+\.\d", other):
        return abs(float(one) - float(other)) <= POINTS
    numbers = [re.sub(r"\d+", "", cell) for cell in (one, other)]
    counts = [[int(digits) for digits in re.findall(r"\d+", cell)] for cell in (one, other)]
    return numbers[0] == numbers[1] and all(
        abs(left - right) <= max(FEW, COUNTS * left) for left, right in zip(*counts, strict=True)
    )
