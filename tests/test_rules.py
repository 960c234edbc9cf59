"""Every rule has a stable, listed id, a sentence for readers, and examples both ways."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import Counter

import pytest
import yaml

from scripts.lock_rules import GRAMMARS, LOCK, all_ids, ids_in, phenomena, rules_of
from tests.rule_examples import rules_without_examples

RULES = [(name, rule) for name in phenomena() for rule in rules_of(name)]
LOCKED = LOCK.read_text("utf-8").splitlines()


def test_there_are_grammars():
    assert {"time", "names", "speech", "stance"} <= set(phenomena())


def test_ids_are_unique():
    counts = Counter(rule.id for _, rule in RULES)
    assert [rule_id for rule_id, n in counts.items() if n > 1] == []


@pytest.mark.parametrize(
    ("phenomenon", "rule"), RULES, ids=lambda x: getattr(x, "id", x)
)
def test_a_rule_is_named_after_its_grammar_and_explained(phenomenon, rule):
    assert re.fullmatch(rf"de\.{phenomenon}(\.[a-z][a-z0-9_]*){{1,2}}", rule.id)
    assert rule.de.endswith((".", "!", "?")), rule.de
    assert rule.en.endswith((".", "!", "?")), rule.en
    assert rule.id in LOCKED


@pytest.mark.parametrize("phenomenon", phenomena())
def test_every_rule_has_examples_for_and_against(phenomenon):
    ids = [rule.id for rule in rules_of(phenomenon)]
    assert rules_without_examples(phenomenon, ids) == []


@pytest.mark.parametrize("path", sorted(GRAMMARS.glob("*/examples.yml")), ids=str)
def test_examples_are_about_rules_that_exist(path):
    known = all_ids()
    strangers = [
        rule
        for rule in yaml.safe_load(path.read_text("utf-8"))
        if rule not in known and rule.rsplit(".", 1)[0] + ".*" not in known
    ]
    assert strangers == []


def test_the_lock_is_current():
    done = subprocess.run(
        [sys.executable, "scripts/lock_rules.py", "--check"],
        cwd=GRAMMARS.parents[3],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_ids_are_found_in_every_spelling():
    source = (
        'a = Derivation("de.time.day.written", "x", "y")\n'
        'b = f"link.pledges.{course.value}"\n'
        'c = "report.copies"\n'
        'd = "time.day", "nothing", "de.time"\n'
    )
    assert sorted(ids_in(ast.parse(source))) == [
        "de.time.day.written",
        "link.pledges.*",
        "report.copies",
    ]
