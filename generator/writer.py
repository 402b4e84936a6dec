"""The generated site as real files, for another site engine or for reading.

In: a `Site` and a folder. Out: Markdown, assets and downloads in it. A manifest names what was written and its
checksums, so that a later run replaces its own files, removes stale ones and never touches anybody else's.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.errors import GeneratorError
from generator.front_matter import page_source

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.site import Site

MANIFEST = ".dossier-manifest.json"
SCHEMA = "dossier-manifest/1"
NAMED = 5
"""Files named in a refusal; the rest are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a run did to the folder."""

    files: int
    """Files of the site, changed or not."""
    changed: int
    removed: int
    """Files of an earlier run that the site no longer has."""


def write_site(site: Site, folder: Path, *, force: bool = False) -> Written:
    """Makes the folder hold the site.

    Raises `GeneratorError` before anything is written where that would replace a file that this command did not write
    or that was edited since, or where the folder holds other things; `force` allows both. Stale files are removed only
    while they are as they were written.
    """
    contents = _contents(site)
    known = _manifest(folder)
    if not force:
        _refuse_foreign(folder, contents, known)
    changed = 0
    for name, content in contents.items():
        changed += _write(folder, name, content)
    removed = 0
    for name, digest in known.items():
        if name not in contents and _digest_of(folder, name) == digest:
            _inside(folder, name).unlink()
            _drop_empty(_inside(folder, name).parent, folder)
            removed += 1
    manifest = {"schema": SCHEMA, "files": {name: _digest(content) for name, content in contents.items()}}
    _write(folder, MANIFEST, json.dumps(manifest, indent=1, ensure_ascii=False).encode() + b"\n")
    return Written(files=len(contents), changed=changed, removed=removed)


def _contents(site: Site) -> dict[str, bytes]:
    contents = {page.path: page_source(page).encode() for page in site.pages}
    contents |= {asset.path: asset.content for asset in site.assets}
    return dict(sorted(contents.items()))


def _manifest(folder: Path) -> dict[str, str]:
    """Name -> checksum of the files an earlier run wrote; empty where there was none."""
    path = folder / MANIFEST
    try:
        manifest = json.loads(path.read_bytes())
        if manifest["schema"] == SCHEMA:
            return {str(name): str(digest) for name, digest in manifest["files"].items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise GeneratorError(f"{path} cannot be read. Remove it, or name another folder.") from error
    raise GeneratorError(f"{path} was written by another version. Remove it, or name another folder.")


def _refuse_foreign(folder: Path, contents: dict[str, bytes], known: dict[str, str]) -> None:
    if folder.exists() and not folder.is_dir():
        raise GeneratorError(f"{folder} is a file. Name a folder.")
    if not known and folder.is_dir() and any(folder.iterdir()):
        raise GeneratorError(
            f"{folder} is not empty and was not written by this command. Name another folder, or use --force."
        )
    foreign = [
        name
        for name, content in contents.items()
        if (there := _digest_of(folder, name)) is not None
        and there not in (known.get(name), _digest(content))
    ]
    if foreign:
        more = f" and {len(foreign) - NAMED} more" if len(foreign) > NAMED else ""
        raise GeneratorError(
            f"Edited since they were written: {', '.join(foreign[:NAMED])}{more}. "
            "Move the edited files away, or use --force to replace them."
        )


def _inside(folder: Path, name: str) -> Path:
    """Path of a file; raises `GeneratorError` where a link or `..` would lead out of the folder."""
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        raise GeneratorError(f"{path} leads outside {folder}.")
    return path


def _write(folder: Path, name: str, content: bytes) -> bool:
    """Writes a file where it differs; true if it did."""
    path = _inside(folder, name)
    if path.is_file() and path.read_bytes() == content:
        return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise GeneratorError(f"{path} cannot be written: {error.strerror}.") from error
    return True


def _drop_empty(folder: Path, top: Path) -> None:
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _digest_of(folder: Path, name: str) -> str | None:
    path = _inside(folder, name)
    return _digest(path.read_bytes()) if path.is_file() else None
