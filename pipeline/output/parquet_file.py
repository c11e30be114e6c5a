"""Parquet, with the declared schema."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.errors import ClaimsError
from pipeline.output.table import Table, Write
from pipeline.records.rows import Record, Row

ROWS_IN_GROUP = 50_000


@contextmanager
def write_parquet(path: Path, table: Table) -> Iterator[Write]:
    """Open a file for writing records as Parquet; batches are gathered to row groups of a useful size."""
    gathered: list[pa.RecordBatch] = []
    with pq.ParquetWriter(path, table.schema, compression="zstd") as writer:

        def write(records: Sequence[Record]) -> None:
            gathered.append(table.batch(records))
            if sum(batch.num_rows for batch in gathered) >= ROWS_IN_GROUP:
                flush()

        def flush() -> None:
            writer.write_table(pa.Table.from_batches(gathered, schema=table.schema))
            gathered.clear()

        yield write
        if gathered:
            flush()


def read_parquet(path: Path, table: Table) -> Iterator[tuple[str, Row]]:
    """Read the rows of a file, each with its place.

    Raises:
        ClaimsError: The file is no Parquet.
    """
    try:
        with pq.ParquetFile(path) as file:
            columns = [name for name in table.columns if name in file.schema_arrow.names]
            rows = (row for batch in file.iter_batches(columns=columns) for row in batch.to_pylist())
            for number, row in enumerate(rows, start=1):
                yield f"{path}, row {number}", row
    except pa.ArrowException as error:
        fault = f"no Parquet: {error}"
        raise ClaimsError(str(path), fault, "Give a file that kennzahl extract wrote") from None
