"""German rules for what happens."""
