"""Run the examples of README and docs, so that what they show is what comes out.

``python scripts/docs_examples.py`` rewrites the output in every ```console block;
``--check`` says where a page shows something else. In a block, a line that begins with
``$`` is run, and what follows is its output. All blocks of a page share one folder, in
which ``examples/`` is the sample pile and ``belarus.chronicle`` its chronicle.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
STORY = "belarus.chronicle"


def main() -> None:
    """Rewrite or check all pages; exit 1 with the places that differ."""
    with tempfile.TemporaryDirectory() as folder:
        prepare(Path(folder))
        changed = [page for page in pages() if refresh(page, Path(folder))]
    names = ", ".join(str(page.relative_to(ROOT)) for page in changed)
    if changed and "--check" in sys.argv:
        sys.exit(f"not current: {names}; run python scripts/docs_examples.py")
    print(f"examples rewritten in {names}" if changed else "all examples are current")


def pages() -> list[Path]:
    """Return the pages that may hold examples."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def prepare(folder: Path) -> None:
    """Build the sample pile in a folder."""
    (folder / "examples").symlink_to(ROOT / "examples")
    run(f"chronist build examples/belarus -o {STORY}", folder)


def refresh(page: Path, folder: Path) -> bool:
    """Run a page's examples; write it unless only checking; tell if it changed."""
    old = page.read_text(encoding="utf-8")
    new = BLOCK.sub(lambda m: f"```console\n{replayed(m[1], folder)}```", old)
    if new != old and "--check" not in sys.argv:
        page.write_text(new, encoding="utf-8")
    return new != old


def replayed(block: str, folder: Path) -> str:
    """Return a block with what its commands print now."""
    return "".join(_lines(block, folder))


def _lines(block: str, folder: Path) -> Iterator[str]:
    for line in block.splitlines():
        if line.startswith("$ "):
            yield line + "\n"
            yield run(line.removeprefix("$ "), folder)


def run(command: str, folder: Path) -> str:
    """Run a command as a reader would, in English; exit with its words if it fails."""
    tools = Path(sys.executable).parent
    done = subprocess.run(  # noqa: S603  # our own pages' commands
        ["bash", "-c", command],  # noqa: S607
        cwd=folder,
        env={"PATH": f"{tools}{os.pathsep}{os.defpath}", "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"docs_examples: {command!r} failed:\n{done.stderr}")
    return "".join(line.rstrip() + "\n" for line in done.stdout.splitlines())


if __name__ == "__main__":
    main()
