"""What a user does most, in a browser, with and without JavaScript, over a real pile."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from chronist.chronicle import Chronicle

sync_api = pytest.importorskip(
    "playwright.sync_api", reason="needs Playwright: pip install playwright"
)
CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not Path(CHROMIUM).exists(),
        reason="needs a browser: apt-get install chromium (Debian, Ubuntu)",
    ),
]
ROOT = Path(__file__).parents[2]
AXE = Path("node_modules/axe-core/axe.min.js")
"""axe-core (MPL 2.0) comes from npm: ``npm install --no-save axe-core@4.10.2``."""
PILE = sorted((ROOT / "examples/belarus").glob("2020-0*.*"))[:8]
LATER = min((ROOT / "examples/belarus").glob("2021-09-1*.txt"))
ROOMS = (
    "/",
    "/actors",
    "/meetings",
    "/statements",
    "/pledges",
    "/conflicts",
    "/reports",
    "/queue",
    "/journal",
    "/add",
    "/find?q=Wahl",
    "/print",
)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "belarus.chronicle"
    Chronicle.build(PILE, to=path)
    return path


@pytest.fixture
def server(story: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    command = [sys.executable, "-m", "chronist", "--ui", "de", "serve", str(story)]
    with subprocess.Popen([*command, "--port", port, "--author", "Ida"]) as process:
        address = f"http://127.0.0.1:{port}"
        _wait_for(address)
        yield address
        process.terminate()
        process.wait(timeout=20)


def _wait_for(address: str) -> None:
    for _ in range(150):
        try:
            with urllib.request.urlopen(address) as answer:  # noqa: S310
                assert answer.status == 200
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"nothing answers at {address}")


@pytest.fixture(scope="module")
def browser() -> Iterator[sync_api.Browser]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox"]
        )
        yield browser
        browser.close()


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def page(browser, server, request) -> Iterator[sync_api.Page]:
    context = browser.new_context(
        java_script_enabled=request.param, base_url=server, locale="de-DE"
    )
    page = context.new_page()
    page.set_default_timeout(20_000)
    troubles: list[str] = []
    page.on(
        "console",
        lambda m: (
            troubles.append(f"{m.text} {m.location}") if m.type == "error" else None
        ),
    )
    page.on("pageerror", lambda error: troubles.append(str(error)))
    foreign: list[str] = []
    page.on(
        "request",
        lambda r: foreign.append(r.url) if not r.url.startswith(server) else None,
    )
    yield page
    context.close()
    assert troubles == []
    assert foreign == [], "a request left the page"


def test_the_ten_things_a_user_does_most(page, story):
    _reads_the_chronicle(page)
    _filters(page)
    _searches_and_reads_the_place(page)
    _asks_why(page)
    _turns_on_layers(page)
    _looks_at_an_actor(page)
    _reads_statements_and_pledges(page)
    _takes_away(page)
    _judges_adds_and_finds_it_still_so(page, story)
    _withdraws(page, story)


def _reads_the_chronicle(page):
    page.goto("/")
    assert page.locator("article.line").count() > 20
    assert page.locator("svg#timeline .bar-facts").count() > 0


def _filters(page):
    page.get_by_label("von", exact=True).fill("2020-08")
    page.get_by_label("bis", exact=True).fill("2020-08")
    page.get_by_label("Akteur", exact=True).fill("lukaschenko")
    page.get_by_role("button", name="Zeigen").first.click()
    page.wait_for_url("**since=2020-08**")
    assert 0 < page.locator("article.line").count() <= 60
    assert "actor=lukaschenko" in page.url


def _searches_and_reads_the_place(page):
    page.goto("/")
    page.locator("#search").fill("Wahlen")
    page.get_by_role("button", name="Suchen").first.click()
    page.wait_for_url("**/find**")
    assert page.locator("mark.hit").count() > 0
    page.locator(".passage .facts a").first.click()
    page.wait_for_url("**/report/**")
    assert page.locator("#at").count() == 1


def _asks_why(page):
    page.goto("/?top=core")
    page.locator("article.line .headline a").first.click()
    page.wait_for_url("**/entry/**")
    assert page.locator(".sentence blockquote").count() > 0
    summary = page.locator("summary", has_text="Warum?").first
    summary.click()
    assert page.locator(".why[open]").count() > 0
    page.get_by_role("link", name="Warum?").first.click()
    page.wait_for_url("**/why/**")
    assert page.locator(".reasons li").count() > 0


def _turns_on_layers(page):
    page.goto("/reports")
    page.locator("table th a").first.click()
    page.wait_for_url("**/report/**")
    page.locator("input[value=actors]").check()
    if "layer=actors" not in page.url:
        page.get_by_role("button", name="Zeigen").click()
    page.wait_for_url("**layer=actors**")
    assert page.locator(".m.actors").count() > 0


def _looks_at_an_actor(page):
    page.goto("/actors")
    page.locator("table a.actor").first.click()
    page.wait_for_url("**/actor/**")
    assert page.locator(".names li").count() > 0
    assert page.locator("svg.network .node").count() > 1


def _reads_statements_and_pledges(page):
    page.goto("/statements?by=lukaschenko")
    assert page.locator(".statement").count() > 0
    page.goto("/pledges")
    page.get_by_role("link", name="Einzelheiten").first.click()
    page.wait_for_url("**/pledge/**")
    assert page.locator(".context .content").count() > 0


def _takes_away(page):
    page.goto("/?top=core")
    with page.expect_download() as download:
        page.get_by_role("link", name="Word").click()
    assert download.value.suggested_filename == "chronist.docx"
    page.get_by_role("link", name="Druckfassung").click()
    page.wait_for_url("**/print**")
    assert page.locator(".notes li").count() > 0


def _judges_adds_and_finds_it_still_so(page, story):
    chronicle = Chronicle.open(story)
    persons = [a for a in chronicle.actors() if a.kind.value == "person"]
    one, other = sorted(persons, key=lambda a: -len(a.citations))[:2]
    page.goto(f"/actor/{one.id}")
    page.get_by_label("oder Kennung oder Name").fill(other.id)
    page.get_by_role("button", name="= Dasselbe").click()
    page.wait_for_url(re.compile("/(actor|journal)"))
    assert _is_one(story, one.referents + other.referents)
    page.goto("/add")
    page.locator("#files").set_input_files(str(LATER))
    page.get_by_role("button", name="Hinzufügen").click()
    page.get_by_text("1 neu gelesen").wait_for(timeout=60_000)
    assert len(Chronicle.open(story).reports()) == len(PILE) + 1
    assert _is_one(story, one.referents + other.referents)


def _withdraws(page, story):
    page.goto("/journal")
    assert "Ida" in page.locator(".person .facts").first.inner_text()
    page.get_by_role("button", name="Zurücknehmen").first.click()
    page.get_by_text("zurückgenommen").first.wait_for()
    assert [j.holds for j in Chronicle.open(story).judgements()] == [False]


def _is_one(story: Path, referents: tuple[str, ...]) -> bool:
    actors = Chronicle.open(story).actors()
    return any(set(referents) <= set(actor.referents) for actor in actors)


@pytest.mark.skipif(
    not AXE.exists(), reason="needs axe: npm install --no-save axe-core@4.10.2"
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1200])
def test_rooms_are_accessible_and_fit(browser, server, scheme, width):
    context = browser.new_context(
        base_url=server,
        color_scheme=scheme,
        viewport={"width": width, "height": 800},
        locale="de-DE",
    )
    page = context.new_page()
    page.goto("/?top=core")
    entry = page.locator("article.line .headline a").first.get_attribute("href")
    page.goto("/actors")
    actor = page.locator("table a.actor").first.get_attribute("href")
    page.goto("/reports")
    report = page.locator("table th a").first.get_attribute("href")
    layers = "?layer=actors&layer=times&layer=statements&layer=events&layer=pledges"
    found = {}
    for path in (*ROOMS, entry, actor, report + layers + "&raw=1"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        page.evaluate(AXE.read_text("utf-8"))
        result = page.evaluate("axe.run()")
        grave = [
            v for v in result["violations"] if v["impact"] in ("serious", "critical")
        ]
        if grave:
            found[path] = [(v["id"], v["nodes"][0]["html"][:200]) for v in grave]
    context.close()
    assert found == {}


def test_keys_move_through_the_chronicle(browser, server):
    context = browser.new_context(base_url=server, locale="de-DE")
    page = context.new_page()
    page.goto("/")
    links = page.locator("article.line .headline a")
    page.keyboard.press("j")
    page.keyboard.press("j")
    focused = page.evaluate("document.activeElement.getAttribute('href')")
    assert focused == links.nth(1).get_attribute("href")
    page.keyboard.press("k")
    focused = page.evaluate("document.activeElement.getAttribute('href')")
    assert focused == links.nth(0).get_attribute("href")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    context.close()


def test_dragging_over_the_time_line_chooses_a_period(browser, server):
    context = browser.new_context(base_url=server, locale="de-DE")
    page = context.new_page()
    page.goto("/")
    box = page.locator("#timeline").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 40, steps=5)
    page.mouse.up()
    page.wait_for_url("**since=20**until=20**")
    context.close()
