"""The least a Typer program can cost: two commands that do nothing. ``jinja2`` as argument imports it."""

from __future__ import annotations

import sys

import typer

if sys.argv[1:] == ["jinja2"]:
    import jinja2  # noqa: F401 - it is what is measured

app = typer.Typer()


@app.command()
def one(name: str = "") -> None:
    """Do nothing."""


@app.command()
def two(name: str = "") -> None:
    """Do nothing else."""


if __name__ == "__main__":
    sys.argv[1:] = ["one"]
    app()
