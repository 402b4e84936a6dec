"""Addresses that lead on to another page.

In: the further ids of actors. Out: small files that any server and any browser understand, one at each address. They
are no pages: search and sitemap do not know them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.site import Asset
from generator.present.addresses import Place, actor_path, published
from generator.present.render import render
from generator.settings import Links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.corpus import Corpus
    from generator.settings import PresentSettings


def redirects(corpus: Corpus, settings: PresentSettings) -> Iterator[Asset]:
    """One file an old address; none where another engine decides what addresses look like."""
    if settings.links is Links.SOURCE:
        return
    for actor in corpus.actors:
        for other in actor.other_ids:
            place = Place(actor_path(other), settings.links)
            path = published(place.path, settings.links)
            html = render("redirect.html.j2", {"name": actor.name, "url": place.actor(actor.id)})
            yield Asset(path=f"{path}index.html" if path.endswith("/") else path, content=html.encode())
