"""Judgement: a pure function of (Book, day, profile) (DESIGN §4)."""
