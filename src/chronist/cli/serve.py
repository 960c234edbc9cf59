"""``chronist serve``: the reading room in a browser."""

from __future__ import annotations

import secrets
from pathlib import Path

import click

from chronist.cli.face import Face, story_argument
from chronist.cli.screen import put, tell


def command(face: Face) -> click.Command:
    """Return the command."""

    @face.command("serve")
    @story_argument()
    @face.option("--host", "host", metavar="ADDRESS", default="127.0.0.1")
    @face.option("--port", "port", type=click.IntRange(1, 65535), default=8765)
    @face.option("--token", "token", metavar="TEXT")
    @face.option("--author", "author", metavar="NAME", default=face.settings.author)
    def serve_story(
        story: str, host: str, port: int, token: str | None, author: str
    ) -> None:
        # Loaded here: no other command needs the web framework.
        from chronist.web.config import Config
        from chronist.web.serve import serve

        config = Config(
            Path(story), ui=face.say.language, author=author, host=host, port=port
        )
        if token is None and not config.is_private:
            token = secrets.token_urlsafe(18)
        face.open(story)
        query = f"?token={token}" if token else ""
        shown = f"[{host}]" if ":" in host else host
        put(f"http://{shown}:{port}/{query}")
        tell(face.say("serve.stop"))
        serve(config.with_token(token))

    return serve_story
