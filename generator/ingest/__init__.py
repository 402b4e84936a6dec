"""Ingest: files into articles. Knows formats, not language."""

from __future__ import annotations

from generator.ingest.seeds import read_seeds

__all__ = ["read_seeds"]
