"""``chronist judge``."""

from __future__ import annotations

import click

from chronist.cli.face import Face, story_argument
from chronist.cli.screen import one_line, paint, put, put_json, put_wrapped
from chronist.exports import contract
from chronist.exports.labels import day_in_words, label
from chronist.model.judgement import Judgement, Verdict

_PLAIN = (Verdict.SAME, Verdict.DIFFERENT, Verdict.ACCEPT, Verdict.REJECT)


def command(face: Face) -> click.Command:
    """Return the group of commands."""

    @face.group("judge")
    def judge() -> None:
        pass

    for verdict in _PLAIN:
        judge.add_command(_verdict(face, verdict))
    for make in (_rename, _withdraw, _list):
        judge.add_command(make(face))
    return judge


def _verdict(face: Face, verdict: Verdict) -> click.Command:
    @face.command(verdict.value, f"judge.{verdict.value}")
    @story_argument()
    @click.argument("items", metavar="ID...", nargs=-1, required=True)
    @face.option("--author", "author", metavar="NAME", default=face.settings.author)
    @face.option("--note", "note", metavar="TEXT")
    def say_so(
        story: str, items: tuple[str, ...], author: str, note: str | None
    ) -> None:
        made = face.open(story).judge(verdict, *items, author=author, note=note)
        put(face.say("judge.done", id=made.id))

    return say_so


def _rename(face: Face) -> click.Command:
    @face.command("rename", "judge.rename")
    @story_argument()
    @click.argument("item", metavar="ID")
    @click.argument("name", metavar="NAME")
    @face.option("--author", "author", metavar="NAME", default=face.settings.author)
    @face.option("--note", "note", metavar="TEXT")
    def rename(story: str, item: str, name: str, author: str, note: str | None) -> None:
        made = face.open(story).judge(
            Verdict.RENAME, item, value=name, author=author, note=note
        )
        put(face.say("judge.done", id=made.id))

    return rename


def _withdraw(face: Face) -> click.Command:
    @face.command("withdraw", "judge.withdraw")
    @story_argument()
    @click.argument("judgement", metavar="ID")
    def withdraw(story: str, judgement: str) -> None:
        lifted = face.open(story).withdraw(judgement)
        put(face.say("judge.withdrawn", id=lifted.id))

    return withdraw


def _list(face: Face) -> click.Command:
    @face.command("list", "judge.list")
    @story_argument()
    @face.as_json()
    def list_all(story: str, as_json: bool) -> None:
        found = face.open(story).judgements()
        if as_json:
            put_json(map(contract.judgement, found))
            return
        for judgement in found:
            _put(judgement, face)
        if not found:
            put(face.say("judge.none"))

    return list_all


def _put(judgement: Judgement, face: Face) -> None:
    language = face.say.language
    verdict = label(judgement.verdict, language)
    subject = label(judgement.subject, language)
    day = day_in_words(judgement.at.date(), language)
    put(
        f"{paint(f'{subject} {verdict}', bold=True)}  {one_line(judgement.author)} · "
        f"{day}  {paint(judgement.id, dim=True)}"
    )
    if judgement.withdrawn_at is not None:
        lifted = day_in_words(judgement.withdrawn_at.date(), language)
        put(paint(f"    {face.say('judge.withdrawn_at', day=lifted)}", fg="yellow"))
    for words in (judgement.value, judgement.note):
        if words:
            put_wrapped(words, "    ")
    put_wrapped(" | ".join(" ".join(t) for t in judgement.targets), "    ")
