"""The files at an earlier revision or day, and what changed since, by id."""
