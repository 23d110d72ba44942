"""motiontrack: follow a People's Congress motion (议案) from the plan to the deputies' answer."""

__version__ = "0.1.0"
