"""Which encoding a German file is in, and what is done about mojibake."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronist.model.report import FailureKind
from chronist.sources.decode import decode, encoding_of
from chronist.sources.mojibake import repair_mojibake
from chronist.sources.refusal import Refused

SENTENCE = "Über Gespräche in Köln und Füssen schwieg der Größte von ihnen."
ENCODINGS = ["cp1252", "latin-1", "iso8859-15", "cp850", "mac_roman", "utf-16", "utf-8"]
GERMAN = st.text(
    st.sampled_from("abcdefghij klmnopqrstuvwxyz ABCDEFG äöüßÄÖÜ „“–…é \n.,"),
    max_size=80,
)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", [SENTENCE, "Ein Gespräch.", "Öl wird teurer"])
def test_the_usual_german_encodings_are_told_apart(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("data", "declared", "text"),
    [
        ("Łódź".encode("iso8859-2"), "iso-8859-2", "Łódź"),
        ("Preis: 5 €".encode("cp1252"), "ISO-8859-1", "Preis: 5 €"),
        ("Gespräch".encode(), "iso-8859-1", "Gespräch"),
        ("Gespräch".encode("cp1252"), "unicode_escape", "Gespräch"),
        ("Gespräch".encode("cp1252"), "zlib", "Gespräch"),
        ("Gespräch".encode("cp1252"), "gibt\0es nicht", "Gespräch"),
        ("Gespräch".encode("utf-16"), "utf-8", "Gespräch"),
    ],
)
def test_a_declared_charset_helps_but_is_not_trusted_blindly(
    data: bytes, declared: str, text: str
) -> None:
    assert decode(data, declared) == text


def test_damaged_utf8_keeps_what_is_whole() -> None:
    data = SENTENCE.encode() + b" \xff " + SENTENCE.encode()
    assert decode(data) == f"{SENTENCE} \ufffd {SENTENCE}"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"a\x00b" * 9, FailureKind.UNSUPPORTED),
        (bytes(range(1, 32)) * 9, FailureKind.UNSUPPORTED),
        (bytes(range(0x80, 0x100)) * 9, FailureKind.BROKEN_ENCODING),
        (b"\xff\xfea", FailureKind.BROKEN_ENCODING),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, kind: FailureKind) -> None:
    with pytest.raises(Refused) as refused:
        decode(data)
    assert refused.value.kind is kind


@pytest.mark.parametrize(
    ("sample", "encoding"),
    [
        (b"nur ASCII\n", None),
        ("äöü\n".encode()[:-2], "utf-8"),
        ("Größe\n".encode("cp1252"), "cp1252"),
        ("id\ttext\n".encode("utf-16"), "utf-16"),
    ],
)
def test_the_head_of_a_long_file_tells_its_encoding(
    sample: bytes, encoding: str | None
) -> None:
    assert encoding_of(sample) == encoding


@given(GERMAN)
def test_utf8_is_always_read_as_it_is(text: str) -> None:
    assert decode(text.encode()) == text


@given(GERMAN)
def test_german_text_is_never_taken_for_mojibake(text: str) -> None:
    assert repair_mojibake(text) == text


@given(GERMAN.filter(lambda text: any(c in text for c in "äöüßÖÜ„")))
def test_mojibake_is_undone(text: str) -> None:
    garbled = "".join(
        bytes([b]).decode("cp1252")
        if b not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
        else chr(b)
        for b in text.encode()
    )
    assert repair_mojibake(garbled) == text


@pytest.mark.parametrize(
    ("garbled", "text"),
    [
        ("GesprÃ¤che â€žin Minskâ€œ â€“ heute", "Gespräche „in Minsk“ – heute"),
        ("Lech WaÅ‚Ä™sa sprach Ã¼ber Polen", "Lech Wałęsa sprach über Polen"),
        ("StraÃŸe und BÃ¼rger, schon Ä“hnlich", "Straße und Bürger, schon ēhnlich"),
        ("Ein SÃ¤tzâ€", "Ein Sätzâ€"),
        ("São Paulo, Ångström, Ârâ€™", "São Paulo, Ångström, Âr’"),
    ],
)
def test_only_whole_runs_are_repaired(garbled: str, text: str) -> None:
    assert repair_mojibake(garbled) == text
