"""Corpus to site: pages in Markdown, figures as JSON, files to download.

In: the corpus. Out: `Site`. This stage alone knows Jinja and Plotly; it knows neither spaCy nor MkDocs.
"""

from __future__ import annotations

from generator.present.publishing import publish
from generator.present.site import present

__all__ = ["present", "publish"]
