"""Light profiles as YAML, each with the source of its thresholds; never edited, only succeeded."""
