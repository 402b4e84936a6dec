"""Controls that narrow a list.

In: the values that the items of a list have. Out: `Filter`, one control, with its choices and how many items each leaves;
the script reads the same keys from the page's address.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value by which a list can be narrowed."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """One control above a list."""

    key: str
    """Part of the page's address."""
    label: str
    choices: tuple[Choice, ...]


def list_choices(values: Iterable[str], labels: Mapping[str, str]) -> tuple[Choice, ...]:
    """Each value once, the most frequent first; a value without a label shows itself."""
    counts = Counter(values)
    order = sorted(counts.items(), key=lambda item: (-item[1], labels.get(item[0], item[0]), item[0]))
    return tuple(Choice(value=value, label=labels.get(value, value), count=count) for value, count in order)
