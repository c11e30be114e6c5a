"""The documents and the program speak of the same commands, options, verdicts, columns, folders and files."""

import re
import tomllib

import pytest
import typer.main
from blocks import PROJECT, read_blocks

from pipeline.cli.main import app
from pipeline.figures.columns import COLUMNS
from pipeline.flow import STAGES
from pipeline.records.claim import METRICS, VERDICTS

DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
FOREIGN = {
    "--editable", "--no-ensure-ascii", "--output", "--master", "--archives", "--num-executors",
    "--executor-cores", "--executor-memory", "--conf",
}  # fmt: skip
"""Options of other programs that the documents call."""


def text_of(name: str) -> str:
    return (PROJECT / name).read_text(encoding="utf-8")


def section(title: str) -> str:
    """The part of the README under a heading."""
    _, found, rest = text_of("README.md").partition(f"\n## {title}\n")
    assert found, title
    return rest.partition("\n## ")[0]


def options(command: str) -> set[str]:
    parameters = typer.main.get_command(app).commands[command].params  # type: ignore[attr-defined]
    return {name for parameter in parameters for name in parameter.opts if name.startswith("-")}


def commands() -> list[str]:
    return list(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize("command", commands())
def test_the_readme_names_each_command_and_each_of_its_options(command: str) -> None:
    readme = text_of("README.md")
    assert f"kennzahl {command}" in readme
    named = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", readme))
    assert options(command) <= named


def test_the_table_of_extract_has_its_options_and_no_others() -> None:
    table = re.findall(r"^\| `(--?[a-z-]+)", section("Batches"), re.MULTILINE)
    assert sorted(table) == sorted(options("extract"))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_names_no_option_that_is_none(name: str) -> None:
    of_all = {name for parameter in typer.main.get_command(app).params for name in parameter.opts}
    known = set().union(of_all, FOREIGN, *(options(command) for command in commands()))
    named = set(re.findall(r"(?<![\w<!-])--[a-z][a-z-]+", text_of(name)))
    assert named <= known | {"--help"}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_make_has_every_target_that_a_document_names(name: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", text_of("Makefile"), re.MULTILINE))
    commands_of_blocks = "\n".join(block.code for block in read_blocks(text_of(name)))
    named = set(re.findall(r"`make ([a-z]+)", text_of(name)))
    named |= set(re.findall(r"^make ([a-z]+)", commands_of_blocks, re.MULTILINE))
    assert named <= targets


def test_contributing_names_every_target_of_make_but_clean() -> None:
    targets = set(re.findall(r"^([a-z]+):", text_of("Makefile"), re.MULTILINE))
    assert targets - set(re.findall(r"make ([a-z]+)", text_of("CONTRIBUTING.md"))) <= {"clean"}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_into_the_project_leads_somewhere(name: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", text_of(name))
    assert [link for link in links if not (PROJECT / link).exists()] == []


def test_the_verdicts_are_explained_in_their_order() -> None:
    assert tuple(re.findall(r"^\| `([a-z_]+)` \|", section("Known figures"), re.MULTILINE)) == VERDICTS


def test_the_columns_of_known_figures_are_named_in_their_order() -> None:
    _, _, rest = section("Known figures").partition("with the columns")
    named = re.findall(r"`([a-z_]+)`", rest.partition(";")[0])
    assert tuple(named) == COLUMNS
    example = next(line for line in section("Batches").splitlines() if line.startswith("company,"))
    assert tuple(example.split(",")) == COLUMNS


def test_the_metrics_are_named_in_their_order() -> None:
    _, _, rest = section("Batches").partition("`metric` is one of")
    assert tuple(re.findall(r"`([a-z_]+)`", rest.partition(".\n")[0])) == METRICS


def test_the_folders_of_the_program_are_explained_and_no_others() -> None:
    folders = {path.parent.name for path in (PROJECT / "pipeline").glob("*/__init__.py")}
    assert set(re.findall(r"^\| `([a-z]+)` \|", section("How it works"), re.MULTILINE)) == folders


def test_the_picture_goes_through_folders_in_the_order_of_the_table() -> None:
    picture = next(block for block in read_blocks(text_of("README.md")) if block.language == "mermaid")
    folders = re.findall(r"^\| `([a-z]+)` \|", section("How it works"), re.MULTILINE)
    drawn = [word for word in re.findall(r"(?<=--> )[a-z]+(?= -->|$|\n)", picture.code) if word in folders]
    assert list(dict.fromkeys(drawn)) == folders[: len(set(drawn))]


def test_the_components_are_named_in_their_order() -> None:
    named = re.findall(r"`(kennzahl_[a-z]+)`", section("How it works"))
    assert tuple(named) == (*STAGES, "kennzahl_sentences")


def test_an_extra_that_is_to_be_installed_exists() -> None:
    extras = tomllib.loads(text_of("pyproject.toml"))["project"]["optional-dependencies"]
    asked = [extra for name in DOCUMENTS for extra in re.findall(r"'\.\[([a-z,-]+)\]'", text_of(name))]
    assert asked
    assert {extra for extras_of_one in asked for extra in extras_of_one.split(",")} <= set(extras)


def test_the_changelog_begins_with_the_version_of_the_project() -> None:
    version = tomllib.loads(text_of("pyproject.toml"))["project"]["version"]
    first = re.search(r"^## \[(.+?)\]", text_of("CHANGELOG.md"), re.MULTILINE)
    assert first is not None
    assert first[1] == version


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_names_no_place_of_one_machine(name: str) -> None:
    assert not re.search(r"(?<![\w.])/(?:home|root|tmp|usr|work)\b", text_of(name))
