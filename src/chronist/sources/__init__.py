"""Stage 1: where reports come from. Files and archives in, RawReport or Failure out."""
