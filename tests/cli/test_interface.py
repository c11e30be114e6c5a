"""The commands and options that scripts rely on, and a help that answers without loading anything."""

import subprocess
import sys

import pytest
import typer.main

from pipeline.cli.main import app

OPTIONS = {
    "extract": {"-o", "--entities", "--figures", "--model", "--workers", "--date", "--resume", "--rejects"},
    "validate": {"--figures", "-o", "--findings"},
    "summary": {"--by", "--articles", "-o"},
    "evaluate": {"--json"},
    "explain": {"--date"},
    "report": {"-o", "--articles"},
}
HEAVY = ("spacy", "pandas", "numpy", "pyarrow", "duckdb", "pipeline.flow", "pipeline.api")


@pytest.mark.parametrize("command", OPTIONS)
def test_a_command_has_the_options_that_scripts_rely_on(command: str) -> None:
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    names = {name for parameter in commands[command].params for name in parameter.opts}
    assert names >= OPTIONS[command]


MORE = {"--articles", "--duplicates", "--findings", "--mend-encoding", "--log-json", "--spark"}


def test_extract_has_those_options_and_few_others() -> None:
    extract = typer.main.get_command(app).commands["extract"]  # type: ignore[attr-defined]
    options = {name for parameter in extract.params for name in parameter.opts if name.startswith("-")}
    assert options == OPTIONS["extract"] | MORE


@pytest.mark.parametrize("arguments", [[], ["--help"], *([command, "--help"] for command in OPTIONS)])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys\n"
        f"sys.argv = ['kennzahl', *{arguments!r}]\n"
        "from pipeline.cli.main import run\n"
        "try:\n    run()\n"
        "except SystemExit as end:\n    assert end.code == (0 if sys.argv[1:] else 2), end.code\n"
        f"loaded = [name for name in {HEAVY!r} if name in sys.modules]\n"
        "assert not loaded, loaded\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Usage: kennzahl" in done.stdout + done.stderr


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = f"import sys, pipeline\nassert not [name for name in {HEAVY!r} if name in sys.modules]"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_command_is_installed_under_its_name() -> None:
    from importlib.metadata import entry_points

    (script,) = entry_points(group="console_scripts", name="kennzahl")
    assert script.value == "pipeline.cli.main:run"
    assert script.load().__module__ == "pipeline.cli.main"
