"""German verb forms, made from the infinitive and the parts of strong verbs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from verb_forms import forms_of, read_verb

ROOT = Path(__file__).resolve().parents[2]
STRONG: dict[str, Any] = yaml.safe_load(
    (ROOT / "resources/de/verbs/strong.yml").read_text("utf-8")
)["entries"]

# present · past · past participle · Konjunktiv I · Konjunktiv II, third person singular
FORMS = {
    # weak, plain
    "sagen": "sagt sagte gesagt sage sagte",
    "fordern": "fordert forderte gefordert fordere forderte",
    "handeln": "handelt handelte gehandelt handele handelte",
    "wählen": "wählt wählte gewählt wähle wählte",
    # weak, with a linking e
    "melden": "meldet meldete gemeldet melde meldete",
    "warten": "wartet wartete gewartet warte wartete",
    "rechnen": "rechnet rechnete gerechnet rechne rechnete",
    "öffnen": "öffnet öffnete geöffnet öffne öffnete",
    # … and without, though the stem ends in m or n
    "warnen": "warnt warnte gewarnt warne warnte",
    "filmen": "filmt filmte gefilmt filme filmte",
    "wohnen": "wohnt wohnte gewohnt wohne wohnte",
    # weak, without ge-
    "kritisieren": "kritisiert kritisierte kritisiert kritisiere kritisierte",
    "erklären": "erklärt erklärte erklärt erkläre erklärte",
    "vereinbaren": "vereinbart vereinbarte vereinbart vereinbare vereinbarte",
    "unter~zeichnen": "unterzeichnet unterzeichnete unterzeichnet unterzeichne unterzeichnete",
    "be~antragen": "beantragt beantragte beantragt beantrage beantragte",
    # weak, separable (joined forms)
    "an|kündigen": "ankündigt ankündigte angekündigt ankündige ankündigte",
    "zu|sagen": "zusagt zusagte zugesagt zusage zusagte",
    # strong
    "treffen": "trifft traf getroffen treffe träfe",
    "sprechen": "spricht sprach gesprochen spreche spräche",
    "sterben": "stirbt starb gestorben sterbe stürbe",
    "lassen": "lässt ließ gelassen lasse ließe",
    "stoßen": "stößt stieß gestoßen stoße stieße",
    "bringen": "bringt brachte gebracht bringe brächte",
    "nennen": "nennt nannte genannt nenne nennte",
    # strong, with a prefix
    "be~schließen": "beschließt beschloss beschlossen beschließe beschlösse",
    "ver~sprechen": "verspricht versprach versprochen verspreche verspräche",
    "über~nehmen": "übernimmt übernahm übernommen übernehme übernähme",
    "über~geben": "übergibt übergab übergeben übergebe übergäbe",
    "be~gehen": "begeht beging begangen begehe beginge",
    "gewinnen": "gewinnt gewann gewonnen gewinne gewänne",
    # … also where the entry does not mark it
    "gestehen": "gesteht gestand gestanden gestehe gestünde",
    "widersprechen": "widerspricht widersprach widersprochen widerspreche widerspräche",
    "betreffen": "betrifft betraf betroffen betreffe beträfe",
    # … and weak verbs that only look so
    "verhängen": "verhängt verhängte verhängt verhänge verhängte",
    "beenden": "beendet beendete beendet beende beendete",
    # strong, separable
    "zurück|treten": "zurücktritt zurücktrat zurückgetreten zurücktrete zurückträte",
    "ab|schließen": "abschließt abschloss abgeschlossen abschließe abschlösse",
    "an|erkennen": "anerkennt anerkannte anerkannt anerkenne anerkennte",
    # irregular
    "sein": "ist war gewesen sei wäre",
    "haben": "hat hatte gehabt habe hätte",
    "werden": "wird wurde geworden werde würde",
    "müssen": "muss musste gemusst müsse müsste",
    "wissen": "weiß wusste gewusst wisse wüsste",
}


@pytest.mark.parametrize(("entry", "expected"), FORMS.items(), ids=list(FORMS))
def test_principal_parts(entry, expected):
    verb = read_verb(entry, STRONG)
    made = (verb.present, verb.past, verb.participle, verb.reported, verb.subjunctive)
    assert " ".join(verb.particle + form for form in made) == expected


PLURALS = {
    "treffen": "treffen trafen treffen träfen",
    "sagen": "sagen sagten sagen sagten",
    "sein": "sind waren seien wären",
    "gehen": "gehen gingen gehen gingen",
    "mögen": "mögen mochten mögen möchten",
    "fordern": "fordern forderten fordern forderten",
    "tun": "tun taten tun täten",
}


@pytest.mark.parametrize(("entry", "expected"), PLURALS.items(), ids=list(PLURALS))
def test_plurals(entry, expected):
    made = {
        (name, number): form
        for form, (_, name, number) in forms_of(read_verb(entry, STRONG))
    }
    plurals = [made[name, "pl"] for name in ("pres", "past", "k1", "k2")]
    assert " ".join(plurals) == expected


def test_a_separable_verb_is_found_in_both_halves_and_joined():
    forms = set(forms_of(read_verb("an|kündigen", STRONG)))
    assert ("angekündigt", ("ankündigen", "pp", "")) in forms
    assert ("anzukündigen", ("ankündigen", "zu", "")) in forms
    assert ("ankündigte", ("ankündigen", "past", "sg")) in forms
    assert ("kündigte", ("kündigen", "past", "sg")) in forms
    assert not any(form == "anzukündigte" for form, _ in forms)


def test_no_strong_verb_lacks_a_part():
    parts = {"present", "past", "participle", "subjunctive"}
    assert {verb for verb, row in STRONG.items() if not parts <= set(row)} == set()
