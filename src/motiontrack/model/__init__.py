"""The records: frozen values with the place every fact was read from; no I/O, no clock."""
