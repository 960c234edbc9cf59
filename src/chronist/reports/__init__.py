"""Stage 2: from raw page to clean text. RawReport in, Report or Failure out."""
