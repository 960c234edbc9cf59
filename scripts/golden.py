"""Write the chronicle of the sample pile to examples/chronicle.md, for review.

``--check`` shows what a change gained and lost there, and exits 1 if there is any.
examples/REVIEW.md says what of it a careful reader finds right, wrong and missing.
"""

from __future__ import annotations

import difflib
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PILE = ROOT / "examples" / "belarus"
GOLDEN = ROOT / "examples" / "chronicle.md"


def main() -> None:
    """Write the golden file, or compare with it."""
    made = chronicle()
    if "--check" in sys.argv:
        changes = differences(made)
        print("\n".join(changes) or f"{GOLDEN.name} is current")
        sys.exit(bool(changes))
    GOLDEN.write_text(made, encoding="utf-8")
    print(f"wrote {GOLDEN.relative_to(ROOT)}")


def chronicle() -> str:
    """Return the sample pile's chronicle as a German Markdown chronology."""
    with tempfile.TemporaryDirectory() as folder:
        story = str(Path(folder) / "belarus.chronicle")
        run("build", str(PILE), "-o", story)
        return run("export", story, "--to", "markdown")


def run(*arguments: str) -> str:
    """Run chronist in German; return what it prints."""
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-m", "chronist", "--ui", "de", *arguments],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def differences(made: str) -> list[str]:
    """Return lines that vanished (-) and appeared (+) against the golden file."""
    lines = difflib.unified_diff(
        GOLDEN.read_text(encoding="utf-8").splitlines(),
        made.splitlines(),
        "reviewed",
        "now",
        lineterm="",
        n=0,
    )
    return list(lines)


if __name__ == "__main__":
    main()
