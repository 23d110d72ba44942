"""Broken files without end, made from the shipped ones: ``python -m tests.fuzz --help``."""
