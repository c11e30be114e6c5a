"""The command `python -m pipeline.language.training`: data folder in, weights out."""

import argparse
import logging
from pathlib import Path

from pipeline.language.training.train import train


def main() -> None:
    """Read the arguments and train."""
    parser = argparse.ArgumentParser(
        prog="pipeline.language.training", description="Train the built-in German model"
    )
    parser.add_argument(
        "--data", type=Path, required=True, help="folder of the data sets as their makers publish them"
    )
    parser.add_argument("--output", type=Path, required=True, help="folder for the corpus and the weights")
    parser.add_argument("--gold", type=Path, help="folder of gold claims, held out of training by their text")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--set", action="append", default=[], metavar="NAME=VALUE", help="a setting of config.cfg"
    )
    arguments = parser.parse_args()
    logging.getLogger("pipeline").addHandler(logging.StreamHandler())
    logging.getLogger("pipeline").setLevel(logging.INFO)
    overrides = {name: _value(value) for name, _, value in (s.partition("=") for s in arguments.set)}
    train(arguments.data, arguments.output, arguments.gold, arguments.seed, overrides)


def _value(text: str) -> int | float | str:
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text


if __name__ == "__main__":
    main()
