"""German rules for planned, possible, denied."""
