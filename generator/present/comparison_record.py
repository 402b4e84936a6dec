"""The comparison in the JSON document.

In: the records of the comparison. Out: plain dictionaries and lists with the same names. Who stands for whom and who cites
whom is said by `copies` and `citations`; the tables made of them for counting are left out.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.model.comparison import Comparison

LEFT_OUT = frozenset({"stands_for", "cites"})


def comparison_record(comparison: Comparison) -> dict[str, Any]:
    """All of it; evidence is article, span, quote and sentence as everywhere in the document."""
    return {
        one.name: _plain(getattr(comparison, one.name))
        for one in fields(comparison)
        if one.name not in LEFT_OUT
    }


def copy_groups(comparison: Comparison) -> dict[str, str]:
    """Article id -> id of the group of near copies it belongs to."""
    return {article: group.id for group in comparison.copies for article in group.articles}


def _plain(value: object) -> Any:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    return value
