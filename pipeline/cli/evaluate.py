"""`kennzahl evaluate`: how well the claims of gold texts are found, and what is wrong with them."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from pipeline.errors import UsageError


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="A gold file (.jsonl) or a folder of them.")],
    as_json: Annotated[bool, typer.Option("--json", help="Write one JSON object instead of tables.")] = False,
    model: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="A German spaCy pipeline instead of the built-in model."),
    ] = None,
    split: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Take this part of the gold alone: development or test."),
    ] = None,
    misses: Annotated[
        bool, typer.Option("--misses", help="List what is missed, false or wrong, with its sentence.")
    ] = False,
    field: Annotated[
        str | None, typer.Option(metavar="NAME", help="List faults of this field alone, or `detection`.")
    ] = None,
    rules: Annotated[
        bool, typer.Option("--rules", help="Tell for each rule how often what it decided is right.")
    ] = False,
    verdicts: Annotated[
        bool,
        typer.Option(
            "--verdicts",
            help="Plant errors in the texts and score the verdicts on them, and on right claims.",
        ),
    ] = False,
    figures: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Known figures for --verdicts; figures/known_figures.csv beside the gold unless given.",
        ),
    ] = None,
    against: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Compare with an earlier run, written with --json on the same gold."
        ),
    ] = None,
    floors: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Fail where a score lies under its floor in this file."),
    ] = None,
    pin: Annotated[
        bool, typer.Option("--pin", help="Raise the floors in the file to the scores of now.")
    ] = False,
    lower: Annotated[bool, typer.Option("--lower", help="Allow --pin to lower floors too.")] = False,
) -> None:
    """Extract the claims of gold texts and score them: detection, core and full F1, fields and metrics."""
    if (pin and floors is None) or (lower and not pin):
        raise UsageError("--pin needs --floors FILE, and --lower needs --pin.")
    if verdicts:
        if field or against or rules:
            raise UsageError("--field, --against and --rules are for the extraction, and not for --verdicts.")
        from pipeline.cli.evaluate_verdicts import evaluate_verdicts

        now, fingerprint = evaluate_verdicts(gold, figures, model, split, as_json=as_json, misses=misses)
        if floors:
            _hold_floors(floors, f"{gold.resolve().stem}, verdicts", now, fingerprint, pin=pin, lower=lower)
        return
    if figures:
        raise UsageError("--figures is for --verdicts.")
    from pipeline.evaluation.bootstrap import LEVELS, compare_runs, read_run
    from pipeline.evaluation.gate import measure
    from pipeline.evaluation.misses import check_field, list_faults
    from pipeline.evaluation.rules import score_rules
    from pipeline.evaluation.run import evaluate_gold
    from pipeline.evaluation.table import as_json as scores_as_json
    from pipeline.evaluation.table import as_text, faults_as_text, intervals_as_text, rules_as_text
    from pipeline.flow import load

    check_field(field)
    before = read_run(against) if against else None
    nlp = load(model)
    outcome = evaluate_gold(gold, nlp, split)
    rule_scores = score_rules(outcome.documents, nlp) if rules else None
    faults = list_faults(outcome.documents, field) if misses or field else None
    intervals = (
        {level: compare_runs(before, outcome.scores.per_document, level) for level in LEVELS}
        if before is not None
        else None
    )
    if as_json:
        written = scores_as_json(outcome.scores)
        if faults is not None:
            written["faults"] = [asdict(fault) for fault in faults]
        if rule_scores is not None:
            written["rules"] = [asdict(rule) for rule in rule_scores]
        if intervals is not None:
            written["change"] = {level: asdict(interval) for level, interval in intervals.items()}
        typer.echo(json.dumps(written, ensure_ascii=False, indent=1))
    else:
        typer.echo(f"{gold}: {as_text(outcome.scores)}")
        if intervals is not None:
            typer.echo(f"\n{intervals_as_text(intervals)}")
        if rule_scores is not None:
            typer.echo(f"\n{rules_as_text(rule_scores)}")
        if faults is not None:
            typer.echo(f"\n{faults_as_text(faults)}")
    if floors:
        now = measure(outcome.scores)
        _hold_floors(floors, gold.resolve().stem, now, outcome.fingerprint, pin=pin, lower=lower)


def _hold_floors(
    path: Path, corpus: str, now: dict[str, float], fingerprint: str, *, pin: bool, lower: bool
) -> None:
    from pipeline.evaluation import gate

    corpora = gate.read_floors(path)
    if pin:
        corpora[corpus] = gate.pin(now, fingerprint, corpora.get(corpus), lower=lower)
        gate.write_floors(path, corpora)
        typer.echo(f"Floors of {corpus} pinned in {path}.", err=True)
        return
    if corpus not in corpora:
        raise UsageError(f"{path} holds no floors for {corpus!r}. Pin them with --pin.")
    faults = gate.check(now, fingerprint, corpora[corpus])
    for fault in faults:
        typer.echo(f"{corpus}: {fault}", err=True)
    if faults:
        raise typer.Exit(1)
