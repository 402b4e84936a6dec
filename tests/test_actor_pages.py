"""Addresses of actors last, and no name, however odd, makes a page that is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.consolidate import consolidate, verify
from generator.present import present
from generator.settings import PresentSettings
from tests.annotate.test_mentions import read
from tests.reading import read_index

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Dossier

LETTER = "A" + "b" * 9_999
ODD = {
    "a name of ten thousand letters": f"{LETTER} said that the ferries stop. Mayor {LETTER} Lee left Norway.",
    "a name of a thousand words": " ".join(["Annab", "Carlo", "Dorab"] * 400) + " Lee said that rain falls.",
    "names alone": "Ann Lee, Bo Nash, Carl Berg. Dora Holm; Emil Berg\nPeru. Norway. Chile.",
    "all capitals": "MAYOR ANN LEE SAID THAT THE FERRIES TO NORWAY STOP. NORWEGIAN OFFICIALS REJECTED THE PLAN.",
    "no capitals": "mayor ann lee said that the ferries to norway stop. norwegian officials rejected the plan.",
    "emoji": "😀 Ann 🚢 Lee said that the 🚢 stops. Ann\u200dLee 👨\u200d👩\u200d👧 spoke. 😀😀😀 said no.",
    "other scripts": "Мэр Анна Ли said that it rains. 東京 officials agreed. القاهرة said that it agrees.",
    "letters with marks": "Zoë Ångström-Öberg said she agrees. İstanbul Üniversitesi met ‘Nash’ and O’Neill’s d’Arcy.",
}


@pytest.mark.parametrize("kind", ODD)
def test_odd_names_make_no_odd_pages(kind: str) -> None:
    """Whatever is taken for a name, every page has a title that can be read and an address that can be typed."""
    article, findings = read(ODD[kind])
    corpus = consolidate([article], [findings])
    verify(corpus)
    site = present(corpus, PresentSettings(), "Odd")
    for page in site.pages:
        assert 0 < len(page.title) <= 200
        assert any(character.isalnum() for character in page.title)
        assert len(page.path) <= 120
        assert page.path.isascii()
    assert all(any(map(str.isalnum, actor.name)) for actor in corpus.actors)


def test_an_address_survives_a_fuller_name(new_dossier: Callable[..., Dossier]) -> None:
    """An article that turns "Berg" into "Anna Berg" leaves the old address leading to the new page."""
    dossier = new_dossier({"first.txt": "Ferries stop\n\nMayor Berg said on Monday that the ferries stop."})
    result = dossier.build("--strict")
    assert result.returncode == 0, result.stderr
    assert "Berg" in dossier.page("actors/berg")
    (dossier.seeds / "second.txt").write_text(
        "Ferries start\n\nMayor Anna Berg said on Friday that the ferries start again.", encoding="utf-8"
    )
    result = dossier.build("--strict")
    assert result.returncode == 0, result.stderr
    assert "url=../../actors/anna-berg/" in dossier.page("actors/berg")
    assert "Anna Berg" in dossier.page("actors/anna-berg")
    assert "actors/berg/" not in (dossier.site / "sitemap.xml").read_text(encoding="utf-8")
    assert "actors/berg/" not in str(read_index(dossier.site))
