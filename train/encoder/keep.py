"""Keeps what encoders said of op-eds that they had not learnt from, for decide.py.

python keep.py FOLD.json…
After export.py: the scores bear the hash of the weights that ship.
"""

import gzip
import json
import sys
from pathlib import Path

from decide import SCORES, WEIGHTS


def main():
    rows = [row for file in sys.argv[1:] for row in json.loads(Path(file).read_text())]
    opeds = {row["id"]: {name: [[round(v, 2) for v in scores] for scores in row[name]] for name in ("given", "found")} for row in rows}
    shipped = json.loads((WEIGHTS / "manifest.json").read_text())["files"]["sentence"]["sha256"]
    text = json.dumps({"sentence": shipped, "opeds": dict(sorted(opeds.items()))}, separators=(",", ":"))
    SCORES.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(f"{len(opeds)} op-eds, {SCORES.stat().st_size} bytes")


if __name__ == "__main__":
    main()
