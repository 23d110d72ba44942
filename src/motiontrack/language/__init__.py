"""The sentences: one catalogue a language; everything below speaks in codes and figures."""
