"""From bytes to values with their positions, and back to disk without loss."""
