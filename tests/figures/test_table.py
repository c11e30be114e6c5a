"""Loading a table of known figures: what is accepted, and one report of all that is wrong."""

import csv
import gzip
from collections.abc import Callable
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from pipeline.errors import FiguresError
from pipeline.figures import large
from pipeline.figures.known import KnownFigures
from pipeline.figures.table import load_known_figures

Rows = list[dict[str, str]]
TABLE = Path(__file__).with_name("known.csv")


@pytest.fixture
def written(tmp_path: Path) -> Callable[[Rows], Path]:
    """Writes rows as a CSV file."""

    def write(rows: Rows) -> Path:
        path = tmp_path / "figures.csv"
        with path.open("w", encoding="utf-8", newline="") as lines:
            writer = csv.DictWriter(lines, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
        return path

    return write


def test_csv_gz_parquet_and_frame_give_the_same_figures(known: KnownFigures, tmp_path: Path) -> None:
    frame = pd.read_csv(TABLE)
    frame.to_parquet(tmp_path / "known.parquet")
    (tmp_path / "known.csv.gz").write_bytes(gzip.compress(TABLE.read_bytes()))
    key = "US98980L1017"
    for source in (tmp_path / "known.parquet", tmp_path / "known.csv.gz", frame):
        other = load_known_figures(source)
        assert len(other) == len(known) == 139
        assert other.of_company(key).figures == known.of_company(key).figures


def test_a_row_keeps_all_its_facts(known: KnownFigures) -> None:
    [figure] = [
        figure for figure in known.of_company("AT0000743059").figures if figure.segment == "Sonderdividende"
    ]
    assert (figure.company, figure.metric, figure.kind, figure.status) == (
        "OMV",
        "dividend",
        "level",
        "forecast",
    )
    assert (figure.low, figure.high, figure.unit, figure.as_of) == (2.25, 2.25, "EUR", "2022-10-28")
    assert (figure.adjusted, figure.fiscal, figure.at_a_date) == (False, False, False)
    assert str(figure.period_start) == "2022-01-01"


def test_an_identifier_in_common_is_one_company_under_two_names(known: KnownFigures) -> None:
    daimler, mercedes = known.link("Daimler AG", None), known.link("Mercedes-Benz Group", None)
    assert daimler is not None
    assert mercedes is not None
    assert daimler.key == mercedes.key


@pytest.mark.parametrize(
    ("column", "cell", "fault"),
    [
        ("company", "", "line 3: no company"),
        ("metric", "umsatz", "line 3: unknown metric 'umsatz'"),
        ("kind", "growth", "line 3: kind 'growth' is neither level nor change"),
        ("status", "planned", "line 3: unknown status 'planned'"),
        ("unit", "Mio. EUR", "line 3: 'Mio. EUR' is no base unit"),
        ("unit", "eur", "line 3: 'eur' is no base unit"),
        ("unit", "", "line 3: '' is no base unit"),
        ("unit", "MIO", "line 3: 'MIO' is no base unit"),
        ("unit", "count", "line 3: dividend is not told in 'count'"),
        ("fiscal", "maybe", "line 3: fiscal 'maybe' is neither true nor false"),
        ("adjusted", "", "line 3: adjusted '' is neither true nor false"),
        ("value_low", "12,4", "line 3: value_low '12,4' is no number"),
        ("value_high", "", "line 3: value_high '' is no number"),
        ("value_low", "nan", "line 3: value_low 'nan' is no number"),
        ("value_high", "inf", "line 3: value_high 'inf' is no number"),
        ("value_high", "5_0", "line 3: value_high '5_0' is no number"),
        ("value_high", "٣", "line 3: value_high '٣' is no number"),
        ("value_low", "9", "line 3: value_low is above value_high"),
        ("period", "FY19", "line 3: period 'FY19' is none of"),
        ("period_start", "2019-02-30", "line 3: period_start '2019-02-30' is no date"),
        ("period_end", "31.12.2019", "line 3: period_end '31.12.2019' is no date"),
        ("period_end", "2019-12-31 or so", "line 3: period_end '2019-12-31 or so' is no date"),
        ("period_end", "2019-12-31T99:00:00", "line 3: period_end '2019-12-31T99:00:00' is no date"),
        ("period_start", "2019-W01-1", "line 3: period_start '2019-W01-1' is no date"),
        ("period_start", "0219-01-01", "line 3: period_start '0219-01-01' is no date"),
        ("period_start", "2020-01-01", "line 3: period_start is after period_end"),
        ("period_start", "2019-10-01", "line 3: the dates do not have the length of the period"),
        ("period", "2017", "line 3: the dates are not those of the period"),
        ("as_of", "soon", "line 3: as_of 'soon' is no date"),
        ("as_of", "2020-13", "line 3: as_of '2020-13' is no date"),
        ("as_of", "2020-03-01 or so", "line 3: as_of '2020-03-01 or so' is no date"),
        ("as_of", "2019-06", "line 3: reported before the period had ended"),
    ],
)
def test_a_broken_cell_is_named_with_its_line(
    column: str, cell: str, fault: str, rows: Rows, written: Callable[[Rows], Path]
) -> None:
    assert rows[1]["period"] == "2019"
    rows[1][column] = cell
    with pytest.raises(FiguresError, match="1 row at fault") as caught:
        load_known_figures(written(rows))
    assert fault in caught.value.fault
    assert caught.value.place.endswith("figures.csv")
    assert caught.value.cure


def test_all_rows_at_fault_are_told_at_once(rows: Rows, written: Callable[[Rows], Path]) -> None:
    for number in (4, 5, 6, 20):
        rows[number]["metric"] = "umsatz"
    rows[30]["value_low"] = "viel"
    rows[31]["period_end"] = "gestern"
    with pytest.raises(FiguresError) as caught:
        load_known_figures(written(rows))
    assert "6 rows at fault" in caught.value.fault
    for fault in (
        "lines 6-8, 22: unknown metric 'umsatz'",
        "line 32: value_low 'viel' is no number",
        "line 33: period_end 'gestern' is no date",
    ):
        assert fault in caught.value.fault


def test_days_of_pandas_are_days(known: KnownFigures) -> None:
    frame = pd.read_csv(TABLE, parse_dates=["period_start", "period_end"])
    key = "US98980L1017"
    assert load_known_figures(frame).of_company(key).figures == known.of_company(key).figures


def test_a_row_told_twice_is_a_fault(rows: Rows, written: Callable[[Rows], Path]) -> None:
    with pytest.raises(FiguresError, match="line 141: the row stands there before"):
        load_known_figures(written([*rows, rows[17]]))


def test_one_key_in_two_units_is_a_fault(rows: Rows, written: Callable[[Rows], Path]) -> None:
    with pytest.raises(FiguresError, match="lines 2, 141: one key in several units"):
        load_known_figures(written([*rows, {**rows[0], "unit": "USD"}]))


def test_two_values_of_one_key_may_be_restated_but_not_by_a_factor(
    rows: Rows, written: Callable[[Rows], Path]
) -> None:
    restated = {**rows[0], "value_low": "3.2", "value_high": "3.2", "as_of": "2021"}
    assert len(load_known_figures(written([*rows, restated]))) == 140
    wrong = {**rows[0], "value_low": "3500", "value_high": "3500", "as_of": "2021"}
    with pytest.raises(
        FiguresError, match="lines 2, 141: values of one key too far apart to be a restatement"
    ):
        load_known_figures(written([*rows, wrong]))


def test_missing_columns_are_all_named(rows: Rows, written: Callable[[Rows], Path]) -> None:
    for row in rows:
        del row["unit"], row["period_end"]
    with pytest.raises(FiguresError, match="columns missing or doubled: period_end, unit") as caught:
        load_known_figures(written(rows))
    assert "value_low" in caught.value.cure


def test_a_line_with_too_few_cells_is_named_and_the_lines_after_it_keep_their_number(tmp_path: Path) -> None:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    lines[4] = "BMW,DE0005190003,dividend"
    lines[9] = lines[9].replace(",reported,", ",known,")
    path = tmp_path / "figures.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(FiguresError, match="2 rows at fault") as caught:
        load_known_figures(path)
    assert "line 5: 3 cells instead of 16" in caught.value.fault
    assert "line 10: unknown status 'known'" in caught.value.fault


@pytest.mark.parametrize(
    "content", [b"", b"\x00\x01PAR1", "company,metric\nNestl\xe9,revenue\n".encode("latin-1")]
)
def test_what_is_no_table_is_said_in_one_message(content: bytes, tmp_path: Path) -> None:
    for name in ("figures.csv", "figures.parquet"):
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(FiguresError) as caught:
            load_known_figures(path)
        assert name in caught.value.place


def test_a_missing_file_and_a_table_without_rows(tmp_path: Path) -> None:
    with pytest.raises(FiguresError, match="there is no such file"):
        load_known_figures(tmp_path / "figures.csv")
    path = tmp_path / "empty.csv"
    path.write_text(TABLE.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    assert len(load_known_figures(path)) == 0


def test_a_company_that_nobody_mentions_costs_nothing(known: KnownFigures) -> None:
    other = load_known_figures(TABLE)
    other.of_company("US98980L1017")
    assert list(other._unfolded) == ["US98980L1017"]


def test_a_table_too_large_for_memory_gives_the_same_figures(
    known: KnownFigures, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """CSV, Parquet and a DuckDB file, kept on disk and checked in parts of a few companies."""
    frame = pd.read_csv(TABLE, dtype={"as_of": str})
    frame.to_parquet(tmp_path / "known.parquet")
    with duckdb.connect(tmp_path / "known.duckdb") as database:
        database.execute("CREATE TABLE figures AS SELECT * FROM frame")
    monkeypatch.setattr(large, "LARGE_FILE", 0)
    monkeypatch.setattr(large, "LARGE_PARQUET", 0)
    monkeypatch.setattr(large, "CHECKED_AT_ONCE", 20)
    for source in (TABLE, tmp_path / "known.parquet", tmp_path / "known.duckdb"):
        other = load_known_figures(source)
        assert len(other) == 139
        for company in known:
            link = other.link(company.figures[0].company, None)
            assert link is not None
            assert other.of_company(link.key).figures == company.figures


def test_a_large_table_names_the_same_faults(
    rows: Rows, written: Callable[[Rows], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    rows[4]["metric"] = rows[90]["metric"] = "umsatz"
    rows[30]["value_low"] = "viel"
    path = written([*rows, rows[17]])
    path.write_text(path.read_text(encoding="utf-8") + "zu,kurz\n", encoding="utf-8")
    with pytest.raises(FiguresError) as small:
        load_known_figures(path)
    monkeypatch.setattr(large, "LARGE_FILE", 0)
    monkeypatch.setattr(large, "CHECKED_AT_ONCE", 20)
    with pytest.raises(FiguresError) as big:
        load_known_figures(path)
    for fault in (
        "5 rows at fault",
        "lines 6, 92: unknown metric 'umsatz'",
        "line 32: value_low 'viel'",
        "line 142: ",
    ):
        assert fault in small.value.fault
        assert fault in big.value.fault


def test_a_database_needs_one_table_with_the_columns(tmp_path: Path) -> None:
    with duckdb.connect(tmp_path / "two.duckdb") as database:
        database.execute("CREATE TABLE a AS SELECT 1 AS company; CREATE TABLE b AS SELECT 1 AS company")
    with duckdb.connect(tmp_path / "other.duckdb") as database:
        database.execute("CREATE TABLE a AS SELECT 1 AS company")
    (tmp_path / "text.duckdb").write_text("company", encoding="utf-8")
    for name, fault in (
        ("two", "holds 2 tables"),
        ("other", "columns missing"),
        ("text", "not a readable table"),
    ):
        with pytest.raises(FiguresError, match=fault):
            load_known_figures(tmp_path / f"{name}.duckdb")


def test_empty_lines_and_a_byte_order_mark_do_no_harm(tmp_path: Path) -> None:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    path = tmp_path / "figures.csv"
    path.write_text("\n".join([*lines[:5], "", *lines[5:], "", ""]), encoding="utf-8-sig")
    assert len(load_known_figures(path)) == 139
    lines[9] = lines[9].replace(",reported,", ",known,")
    path.write_text("\n".join([*lines[:5], "", *lines[5:], "", ""]), encoding="utf-8-sig")
    with pytest.raises(FiguresError, match="line 11: unknown status 'known'"):
        load_known_figures(path)
