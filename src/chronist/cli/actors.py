"""``chronist actors``."""

from __future__ import annotations

import click

from chronist.cli.face import Face, story_argument
from chronist.cli.screen import paint, put, put_json, put_wrapped
from chronist.exports import contract
from chronist.exports.labels import label
from chronist.model.actor import Actor


def command(face: Face) -> click.Command:
    """Return the command."""

    @face.command("actors")
    @story_argument()
    @click.argument("name", metavar="[NAME]", required=False)
    @face.as_json()
    def actors(story: str, name: str | None, as_json: bool) -> None:
        found = face.open(story).actors(name)
        if as_json:
            put_json(map(contract.actor, found))
            return
        for actor in sorted(found, key=lambda a: (-len(a.citations), a.name)):
            _put(actor, face)
        if not found:
            put(face.say("actors.none"))

    return actors


def _put(actor: Actor, face: Face) -> None:
    mentions = face.say("actors.mentions", n=len(actor.citations))
    kind = label(actor.kind, face.say.language)
    put(
        f"{paint(actor.name, bold=True)}  {kind} · {mentions}  "
        f"{paint(actor.id, dim=True)}"
    )
    others = [name for name in actor.aliases if name != actor.name]
    for words in (others, actor.descriptions):
        if words:
            put_wrapped(", ".join(words), "    ")
