"""A table of known figures with faults of every kind: one report of all rows, status 2, nothing written."""

from pathlib import Path

import pytest
from examples import FIGURES, REVENUE, Command

from pipeline.output.files import open_output
from pipeline.output.table import CLAIMS

HEADER, ROW = FIGURES.splitlines()


def changed(**cells: str) -> str:
    """The one right row with other cells."""
    row = dict(zip(HEADER.split(","), ROW.split(","), strict=True)) | cells
    return ",".join(row.values())


ROWS = {
    changed(unit="MIO", company="A"): "line 3: 'MIO' is no base unit",
    changed(value_low="5_0", company="B"): "line 4: value_low '5_0' is no number",
    changed(period_end="irgendwann", company="C"): "line 5: period_end 'irgendwann' is no date",
    changed(as_of="2024-01-01 oder so"): "line 6: as_of '2024-01-01 oder so' is no date",
    changed(period="2023-Q5", company="D"): "line 7: period '2023-Q5' is none of",
    changed(period_start="2024-01-01", company="E"): "line 8: period_start is after period_end",
    changed(unit="USD"): "lines 2, 6, 9-10: one key in several units",
    ROW: "line 10: the row stands there before",
    changed(value_low="2 Mrd.", company="F"): "line 11: value_low '2 Mrd.' is no number",
    "zu,kurz": "line 12: 2 cells instead of 16",
    changed(metric="employees", company="G"): "line 13: employees is not told in 'EUR'",
}


@pytest.fixture
def inputs() -> set[Path]:
    Path("figures.csv").write_text("\n".join([HEADER, ROW, *ROWS]) + "\n")
    Path("article.txt").write_text("Der Umsatz der Musterwerk AG lag 2023 bei 2,1 Milliarden Euro.")
    with open_output("claims.parquet", CLAIMS) as write:
        write([REVENUE])
    return set(Path().iterdir())


@pytest.mark.parametrize(
    "command",
    [
        ("validate", "claims.parquet", "-o", "checked.csv"),
        ("extract", "article.txt", "-o", "checked.csv", "--rejects", "rejects.jsonl"),
        ("extract", "article.txt", "-o", "checked.sqlite", "--workers", "2", "--resume"),
    ],
)
def test_all_rows_at_fault_are_named_and_nothing_is_written(
    kennzahl: Command, inputs: set[Path], command: tuple[str, ...]
) -> None:
    done = kennzahl(*command, "--figures", "figures.csv")
    assert done.exit_code == 2
    assert "figures.csv: 12 rows at fault: " in done.stderr
    for fault in ROWS.values():
        assert fault in done.stderr
    assert set(Path().iterdir()) == inputs


def test_missing_columns_are_named_and_nothing_is_written(kennzahl: Command, inputs: set[Path]) -> None:
    Path("figures.csv").write_text(FIGURES.replace("unit,", "").replace("metric", "measure"))
    done = kennzahl("extract", "article.txt", "-o", "checked.csv", "--figures", "figures.csv")
    assert done.exit_code == 2
    assert "columns missing or doubled: metric, unit" in done.stderr
    assert set(Path().iterdir()) == inputs
