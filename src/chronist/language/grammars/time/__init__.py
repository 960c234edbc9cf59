"""German rules for times."""
