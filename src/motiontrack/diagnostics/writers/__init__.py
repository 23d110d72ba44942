"""Diagnostics as text, concise, JSON, GitHub, GitLab, SARIF and JUnit: one module a format."""
