"""Stage 4: what many reports amount to. Analyses in, Links out."""
