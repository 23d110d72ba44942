"""Lean dataclasses behave as the standard library's do."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field, fields, replace

import pytest

from motiontrack.lean import lean


@lean
class Point:
    """Two numbers and a list of names."""

    x: int
    y: int = 0
    names: tuple[str, ...] = field(default=())


def pickled(point: Point) -> Point:
    again: Point = pickle.loads(pickle.dumps(point))  # noqa: S301 - what was pickled a moment ago
    return again


@pytest.mark.parametrize("same", [copy.copy, copy.deepcopy, replace, pickled])
def test_a_copy_is_equal_and_hashes_alike(same: Callable[[Point], Point]) -> None:
    point = Point(1, 2, ("a",))
    again = same(point)

    assert again == point
    assert hash(again) == hash(point)


def test_values_are_frozen_and_named() -> None:
    point = Point(1)

    assert [each.name for each in fields(Point)] == ["x", "y", "names"]
    assert repr(point) == "Point(x=1, y=0, names=())"
    assert point != Point(2)
    with pytest.raises(FrozenInstanceError):
        point.x = 3  # type: ignore[misc]


def test_what_would_never_be_called_is_refused() -> None:
    with pytest.raises(TypeError, match="__post_init__"):

        @lean
        class _Wrong:
            x: int

            def __post_init__(self) -> None: ...
