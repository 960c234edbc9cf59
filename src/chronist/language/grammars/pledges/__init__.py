"""German rules for what is promised."""
