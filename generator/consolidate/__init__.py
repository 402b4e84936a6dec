"""Joins what the articles say: findings in, one corpus out. Knows no model and no page."""

from generator.consolidate.corpus import consolidate
from generator.consolidate.evidence import verify

__all__ = ["consolidate", "verify"]
