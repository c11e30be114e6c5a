"""An output is there whole or not at all."""

from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.output.files import FORMATS, check_output, open_output
from pipeline.output.table import CLAIMS
from pipeline.records.claim import Claim


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("interruption", [KeyboardInterrupt, RuntimeError])
def test_an_interruption_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, ending: str, interruption: type[BaseException], zoom: Claim
) -> None:
    target = tmp_path / f"claims{ending}"
    target.write_text("the result of yesterday")

    def work() -> None:
        with open_output(str(target), CLAIMS) as write:
            write([zoom] * 100)
            raise interruption

    with pytest.raises(interruption):
        work()
    assert target.read_text() == "the result of yesterday"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("ending", FORMATS)
def test_while_it_is_written_the_target_does_not_exist(tmp_path: Path, ending: str, zoom: Claim) -> None:
    target = tmp_path / f"claims{ending}"
    with open_output(str(target), CLAIMS) as write:
        write([zoom])
        assert not target.exists()
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("claims.xlsx", r"claims\.xlsx.*\.jsonl, \.csv, \.parquet, \.sqlite, \.duckdb"),
        ("claims", "ends in no known format"),
        ("nowhere/claims.csv", "no folder.*nowhere.*make it first"),
        ("folder.csv", "is a folder"),
    ],
)
def test_an_output_that_cannot_be_is_told_before_the_work(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(UsageError, match=said):
        check_output(str(tmp_path / name))
