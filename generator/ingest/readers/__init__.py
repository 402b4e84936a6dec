"""The formats that can be read.

In: a file name. Out: its `Reader`. Every module of this folder that has a `READER` is a format, so that a new one
is one new file and no list has to be kept.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.ingest.draft import Reader


@cache
def readers() -> Mapping[str, Reader]:
    """Every reader by the ending of file names that it reads; raises `ValueError` where two claim one ending."""
    found: dict[str, Reader] = {}
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name):
        reader: Reader = importlib.import_module(f"{__name__}.{module.name}").READER
        for suffix in reader.suffixes:
            if suffix in found:
                raise ValueError(f"two readers for {suffix}")
            found[suffix] = reader
    return found


def reader_for(name: str) -> Reader | None:
    """The reader of a file, by its name; `None` where no format fits."""
    return readers().get(PurePath(name).suffix.lower())
