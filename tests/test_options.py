"""Every option has one default, one explanation and one place in mkdocs.yml."""

from __future__ import annotations

import inspect
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from mkdocs.utils.yaml import yaml_load

from generator import config as config_module
from generator.config import DossierConfig, read_project, settings_from
from generator.settings import Settings
from tests.conftest import ROOT

if TYPE_CHECKING:
    from mkdocs.config.base import Config


def options(group: type[Config], prefix: str = "") -> dict[str, object]:
    """Dotted names of all options, groups resolved, with their defaults."""
    found: dict[str, object] = {}
    for name, option in group._schema:
        inner = getattr(option, "config_class", None)
        if inner is None:
            found[prefix + name] = option.default
        else:
            found |= options(inner, f"{prefix}{name}.")
    return found


def test_defaults_are_those_of_the_settings() -> None:
    """An empty configuration gives the same settings as the program without any."""
    config = DossierConfig()
    config.load_dict({})
    assert config.validate() == ([], [])
    assert settings_from(config, title=Settings().title, directory_urls=True) == Settings()


def test_every_setting_can_be_set() -> None:
    """No setting is out of the user's reach, but the title, the address and the form of links: MkDocs and `offline` decide about it."""
    names: set[str] = set()
    settings = Settings()
    for outer in fields(settings):
        value = getattr(settings, outer.name)
        if is_dataclass(value):
            names |= {f"{outer.name}.{inner.name}" for inner in fields(value)}
        else:
            names.add(outer.name)
    assert (names - {"title", "present.links", "present.address"}) | {"offline"} == options(
        DossierConfig
    ).keys()


def test_every_option_is_explained_in_the_code() -> None:
    """Each option is followed by a docstring, as each setting is."""
    source = inspect.getsource(config_module)
    for name in options(DossierConfig):
        _, _, after = source.partition(f"\n    {name.rpartition('.')[2]} = ")
        assert '"""' in "".join(after.splitlines(keepends=True)[:6]), name


def test_every_option_is_in_the_guide() -> None:
    """docs/guide/options.md names every option with its default."""
    guide = (ROOT / "docs" / "guide" / "options.md").read_text(encoding="utf-8")
    for name, default in options(DossierConfig).items():
        assert f"`{name}`" in guide, name
        assert (str(default).lower() if isinstance(default, bool) else str(default)) in guide, name


def test_the_first_dossier_lists_every_option() -> None:
    """mkdocs.yml shows every option, so that an analyst sees what can be changed, and with its default."""
    with (ROOT / "mkdocs.yml").open("rb") as file:
        site = yaml_load(file)
    (given,) = [plugin["dossier"] for plugin in site["plugins"] if "dossier" in plugin]
    flat: dict[str, object] = {}
    for name, value in given.items():
        flat |= (
            {f"{name}.{key}": inner for key, inner in value.items()}
            if isinstance(value, dict)
            else {name: value}
        )
    assert flat == options(DossierConfig)
    assert read_project(ROOT).settings.title == site["site_name"]
