"""The German rules, one folder per phenomenon."""
