"""The builder refuses what would go wrong later, and says where."""

from __future__ import annotations

import json
import re

import build_lexica
import pytest

HEAD = "about: test\norigin: written for the test\nlicence: Apache-2.0\n"
STRONG = (
    HEAD + "kind: table\nentries:\n  treffen: {present: trifft, past: traf, "
    "participle: getroffen, subjunctive: träfe}\n"
)


@pytest.fixture
def build(tmp_path, monkeypatch):
    resources = tmp_path / "resources" / "de"
    (resources / "verbs").mkdir(parents=True)
    (resources / "verbs" / "strong.yml").write_text(STRONG, "utf-8")
    monkeypatch.setattr(build_lexica, "ROOT", tmp_path)
    monkeypatch.setattr(build_lexica, "RESOURCES", resources)
    monkeypatch.setattr(build_lexica, "DATA", tmp_path / "data")
    monkeypatch.setattr(build_lexica, "LICENSES", tmp_path / "LICENSES.md")

    def build_list(text: str) -> dict[str, str]:
        (resources / "probe.yml").write_text(text, "utf-8")
        made = build_lexica.generate()
        return {path.name: content for path, content in made}

    return build_list


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("origin: x\nlicence: y\nkind: words\nentries: [a]\n", "head lacks about"),
        ("about: x\nlicence: y\nkind: words\nentries: [a]\n", "head lacks origin"),
        ("about: x\norigin: y\nkind: words\nentries: [a]\n", "head lacks licence"),
        (HEAD + "kind: words\n", "head lacks entries"),
        (HEAD + "kind: words\nentries: []\n", "head lacks entries"),
        (HEAD + "kind: nonsense\nentries: [a]\n", "unknown kind 'nonsense'"),
        (
            HEAD + "kind: words\nentries: [heute, morgen, heute]\n",
            "'heute' stands twice",
        ),
        (HEAD + "kind: names\nentries: [Minsk, Minsk]\n", "'Minsk' stands twice"),
        (HEAD + "kind: verbs\nentries: [sagen, sagen]\n", "'sagen' stands twice"),
        (HEAD + "kind: nouns\nentries: [Wahl, {noun: Wahl}]\n", "'Wahl' stands twice"),
        (HEAD + "kind: words\nentries: [a\n", "probe.yml"),
    ],
)
def test_refusals(build, text, reason):
    with pytest.raises(build_lexica.BadList, match=re.escape(reason)):
        build(text)


@pytest.mark.parametrize(
    ("kind", "entries", "forms"),
    [
        ("words", "[Heute, {word: z. B., forms: [zB]}]", ["heute", "z. b.", "zb"]),
        ("nouns", "[Einigung]", ["einigung", "einigungen"]),
        (
            "nouns",
            "[{noun: Vertrag, plural: Verträge}]",
            ["vertrag", "vertrages", "vertrags", "verträge", "verträgen"],
        ),
        (
            "adjectives",
            "[geplant]",
            ["geplant", "geplante", "geplantem", "geplanten", "geplanter", "geplantes"],
        ),
    ],
)
def test_forms(build, kind, entries, forms):
    made = build(f"{HEAD}kind: {kind}\nentries: {entries}\n")
    assert sorted(json.loads(made["probe.json"])["forms"]) == forms


def test_verbs_take_their_parts_from_the_strong_ones(build):
    made = build(f"{HEAD}kind: verbs\nentries: [an|treffen]\n")
    verbs = json.loads(made["verbs.json"])
    assert verbs["angetroffen"] == [["antreffen", "pp", ""]]
    assert json.loads(made["particles.json"]) == {"treffen": ["an"]}


def test_origin_and_licence_are_listed(build):
    made = build(f"{HEAD}kind: words\nentries: [a]\n")
    row = "| `probe` | test | written for the test | Apache-2.0 |"
    assert row in made["LICENSES.md"].splitlines()


def test_checking_names_the_stale_file(tmp_path, monkeypatch):
    monkeypatch.setattr(build_lexica, "ROOT", tmp_path)
    monkeypatch.setattr(build_lexica, "DATA", tmp_path)
    (tmp_path / "old.json").write_text("{}", "utf-8")
    with pytest.raises(SystemExit, match=r"not current: new\.json, old\.json"):
        build_lexica.check({tmp_path / "new.json": "{}"})
