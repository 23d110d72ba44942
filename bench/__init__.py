"""How fast motiontrack is, against what its speed is measured by: ``make bench`` (docs/decisions/0011)."""
