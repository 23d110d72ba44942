"""Views become Markdown and HTML: the Jinja environment, its filters, and drawings."""
