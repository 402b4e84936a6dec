"""The architecture holds: who may import whom is written in pyproject.toml."""

from __future__ import annotations

import ast

from tests.conftest import ROOT, run

LONGEST = 300


def test_imports_follow_the_layers() -> None:
    """No stage imports another, and each library stays in the stage that owns it."""
    result = run("lint-imports", "--no-cache", folder=ROOT)
    assert result.returncode == 0, result.stdout


def test_modules_stay_small() -> None:
    """No module grows far beyond 300 lines, and none is a drawer for everything."""
    for path in sorted((ROOT / "generator").rglob("*.py")):
        assert path.stem not in {"utils", "helpers", "manager", "process"}, path
        assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST + 20, path


def test_modules_say_what_they_are() -> None:
    """Each module opens with a docstring; those that do something name what comes in and what goes out."""
    for path in sorted((ROOT / "generator").rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        docstring = ast.get_docstring(ast.parse(source))
        assert docstring or not source.strip(), path
