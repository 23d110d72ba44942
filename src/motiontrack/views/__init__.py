"""What templates, JSON and the terminal may see: frozen, versioned values."""
