"""What outgrows one machine: the same extraction in the workers of a Spark cluster."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import pyarrow as pa

from pipeline.errors import ArticleError, UsageError
from pipeline.output.table import CLAIMS
from pipeline.reading.article import Reject
from pipeline.reading.jsonlines import article_from_fields
from pipeline.reading.tables import COLUMNS
from pipeline.records.rows import rows_of
from pipeline.running.batch import extract_batch
from pipeline.running.outcome import Extracted, Item, Outcome, Summary
from pipeline.running.pool import Load, cut
from pipeline.running.rejects import collect_rejects

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession
    from pyspark.sql.types import StructType

BROKEN_LINE = "broken_line"
"""Column in which Spark keeps a line of JSON Lines that it cannot read."""

DONE, PLACE, FAULT, CURE = "articles_done", "place", "fault", "cure"
FOUND = pa.schema(
    [
        *(field.with_nullable(True) for field in CLAIMS.schema),
        pa.field(DONE, pa.int64()),
        *(pa.field(name, pa.string()) for name in (PLACE, FAULT, CURE)),
    ]
)
"""What a worker hands back: rows of claims, of rejects, for each batch one with its articles counted."""


@contextmanager
def open_session() -> "Iterator[SparkSession]":
    """Open the session of the cluster that `spark-submit` or the environment names, else one of this machine.

    Raises:
        UsageError: PySpark or Java is not installed.
    """
    try:
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError:
        raise UsageError("--spark needs PySpark: install it with `pip install 'kennzahl[spark]'`") from None
    try:
        session = SparkSession.builder.appName("kennzahl").getOrCreate()
    except (PySparkException, OSError) as error:
        raise UsageError(f"Spark does not start ({error}): it needs Java 17 or later") from None
    try:
        yield session
    finally:
        session.stop()


def extract_with_spark(
    session: "SparkSession",
    inputs: Sequence[str],
    output: str,
    load: Load,
    rejects: Path | None = None,
) -> Summary:
    """Extract the claims of tables of articles, whatever machines they lie on.

    Args:
        session: The cluster. Its workers have this package installed; the model is loaded once in each.
        inputs: Folders or files of Parquet or JSON Lines, by any address that Spark reads. Each row has a
            `doc_id`: a row's number, which names it elsewhere, is not known to a worker.
        output: Folder for the claims as Parquet, in no settled order.
        load: Loads the extraction in a worker, such as `partial(extractor, None, None)`.
        rejects: File for what could not be read, or None.

    Returns:
        The counts, and the rejects.

    Raises:
        UsageError: An input has another ending, or the output is there already.
    """
    from pyspark.errors import AnalysisException
    from pyspark.sql.functions import col, count
    from pyspark.sql.functions import sum as total
    from pyspark.sql.pandas.types import from_arrow_schema
    from pyspark.storagelevel import StorageLevel

    schema: StructType = from_arrow_schema(FOUND)
    found = _articles(session, inputs).mapInPandas(_worker(load), schema)
    # Asked three questions; what is lost with a worker is extracted anew, and the same comes out.
    found = found.persist(StorageLevel.DISK_ONLY)
    try:
        found.where(col("doc_id").isNotNull()).select(*CLAIMS.columns).write.parquet(output)
        with collect_rejects(rejects) as collected:
            for row in found.where(col(FAULT).isNotNull()).select(PLACE, FAULT, CURE).toLocalIterator():
                collected.add(Reject(*row))
        [(done, claims)] = found.agg(total(DONE), count("doc_id")).collect()
    except AnalysisException as error:
        raise UsageError(f"Spark cannot do it: {str(error).splitlines()[0]}") from None
    finally:
        found.unpersist()
    return Summary(articles=done or 0, claims=claims, rejects=collected)


def _articles(session: "SparkSession", inputs: Sequence[str]) -> "DataFrame":
    """Read the inputs as one table whose columns are all strings."""
    from functools import reduce

    from pyspark.sql.functions import col, lit

    names = (*COLUMNS, BROKEN_LINE)
    lines = ", ".join(f"`{name}` STRING" for name in names)
    tables = []
    for name in inputs:
        if name.endswith(".parquet"):
            table = session.read.parquet(name)
        elif name.endswith((".jsonl", ".ndjson", ".jsonl.gz", "/")):
            table = session.read.schema(lines).option("columnNameOfCorruptRecord", BROKEN_LINE).json(name)
        else:
            raise UsageError(
                f"Spark reads .parquet and .jsonl, or a folder of JSON Lines (news/), not {name!r}"
            )
        columns = [
            (col(name) if name in table.columns else lit(None)).cast("string").alias(name) for name in names
        ]
        tables.append(table.select(*columns))
    return reduce(lambda first, second: first.unionByName(second), tables)


def _worker(load: Load) -> Callable[[Iterator[pd.DataFrame]], Iterator[pd.DataFrame]]:
    def extract_tables(tables: Iterator[pd.DataFrame]) -> Iterator[pd.DataFrame]:
        extract = load()
        # What is missing comes as NaN.
        whole = (table.astype(object).where(table.notna(), None) for table in tables)
        items = (_item(row) for table in whole for row in table.to_dict("records"))
        for batch in cut(items):
            yield _found(extract_batch(batch, extract))

    return extract_tables


def _item(row: Mapping[Hashable, Any]) -> Item:
    place = f"row {row['doc_id']}"
    try:
        if row[BROKEN_LINE] is not None:
            fault = f"no JSON: {str(row[BROKEN_LINE])[:60]!r}"
            raise ArticleError("row without a name", fault, "Write one whole JSON object a line")
        if row["doc_id"] is None:
            raise ArticleError("row without a name", "the column doc_id is empty", "Give each article one")
        day = row["date"]
        # Spark writes a moment as `2024-05-16 09:30:00`.
        fields = {name: row[name] for name in COLUMNS} | {"date": str(day)[:10] if day is not None else None}
        return article_from_fields(fields, place, "")
    except ArticleError as error:
        return Reject(error.place, error.fault, error.cure)


def _found(outcomes: Sequence[Outcome]) -> pd.DataFrame:
    done = [outcome for outcome in outcomes if isinstance(outcome, Extracted)]
    claims = rows_of((claim for outcome in done for claim in outcome.claims), CLAIMS.columns)
    rejects = [asdict(outcome) for outcome in outcomes if isinstance(outcome, Reject)]
    return pd.DataFrame([*claims, *rejects, {DONE: len(done)}], columns=FOUND.names, dtype=object)
