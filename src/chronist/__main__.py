"""``python -m chronist``."""

from __future__ import annotations

from chronist.cli.main import main

if __name__ == "__main__":  # a worker process imports this module, too
    main()
