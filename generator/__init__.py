"""Dossier: a generator of static analytical dossier sites from a folder of articles."""
