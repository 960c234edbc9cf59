"""Runs the reading room until it is stopped."""

from __future__ import annotations

import uvicorn

from chronist.web.app import create_app
from chronist.web.config import Config


def serve(config: Config) -> None:
    """Answer requests until the process is told to end."""
    uvicorn.run(
        create_app(config),
        host=config.host,
        port=config.port,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=3,
    )
