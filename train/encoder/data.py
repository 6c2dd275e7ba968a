"""Reads and checks what the encoder learns from: op-eds with roles, as write-articles.ts cut them."""

import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
REAL = ("train", "roles", "ann")
"""Sets of op-eds that were printed somewhere; `essays` are our own."""
FOLDS = 5
"""Each op-ed is read by an encoder that learnt from the other folds, to measure by and to fit the decoder."""


@dataclass
class Oped:
    id: str
    issue: str
    title: str
    lean: str
    texts: list[str]
    opens: list[bool]
    roles: list[str]
    found_issue: str = ""
    origin: str = ""
    light: dict | None = None
    """What light models that never saw the article say of it."""

    @property
    def fold(self) -> int:
        return sha256(self.id.encode()).digest()[0] % FOLDS

    @property
    def real(self) -> bool:
        return self.origin in REAL


def read_opeds(path: Path) -> list[Oped]:
    opeds = [oped_of(row) for row in map(json.loads, path.read_text().splitlines())]
    check(opeds)
    return opeds


def oped_of(row: dict) -> Oped:
    sentences = row["sentences"]
    return Oped(
        id=row["id"], issue=row["issue"], title=row["title"], lean=row["lean"],
        texts=[" ".join(s["text"].split()) for s in sentences], opens=[s["opens"] for s in sentences],
        # A title or byline that the gold does not count as a sentence argues nothing.
        roles=[s["role"] or "none" for s in sentences],
        found_issue=row["found"], origin=row["set"], light=row.get("light"),
    )


def own_gold(folder: Path) -> list[Oped]:
    """Standoff gold of our own: <id>.json over <id>.txt, positions in UTF-16 code units. Held out: never learnt from."""
    opeds = []
    for path in sorted(folder.glob("*.json")):
        entry = json.loads(path.read_text())
        units = path.with_suffix(".txt").read_text(encoding="utf-8").encode("utf-16-le")
        cut = lambda a, b: units[2 * a : 2 * b].decode("utf-16-le")
        sentences = entry["sentences"]
        ends = [0] + [s["end"] for s in sentences]
        opeds.append(
            Oped(
                id=entry["id"], issue=entry["issue"], title="", lean=entry["verdict"]["lean"],
                texts=[" ".join(cut(s["start"], s["end"]).split()) for s in sentences],
                opens=[i == 0 or "\n" in cut(ends[i], s["start"]) for i, s in enumerate(sentences)],
                roles=[s["role"] for s in sentences], origin="own",
            )
        )
    return opeds


def check(opeds: list[Oped]) -> None:
    assert len({o.id for o in opeds}) == len(opeds)
    for o in opeds:
        assert o.lean in ("pro", "con", "balanced"), (o.id, o.lean)
        assert len(o.texts) == len(o.roles) == len(o.opens) > 0, o.id
        assert all(r in ("pro", "con", "both", "none") for r in o.roles), o.id
        assert o.issue.strip(), o.id


LONG, SHARED_AT_MOST = 60, 7


def without_copies(opeds: list[Oped], never: list[Oped]) -> list[Oped]:
    """Papers print a column twice: only the first stays, and none that is also in `never`."""
    holders, copies = defaultdict(set), set()
    long = lambda o: {text for text in o.texts if len(text) >= LONG}
    for o in [*never, *opeds]:
        shared = Counter(other for text in long(o) for other in holders[text])
        if o not in never and max(shared.values(), default=0) > SHARED_AT_MOST:
            copies.add(o.id)
            continue
        for text in long(o):
            holders[text].add(o.id)
    return [o for o in opeds if o.id not in copies]


def all_opeds(articles: Path, texts_never_learnt: Path | None = ROOT.parent / "shared/gold/dev/articles.jsonl") -> list[Oped]:
    """All that may be learnt or measured by, without copies of what is held out elsewhere."""
    opeds = [o for o in read_opeds(articles) if o.origin != "dev"]
    never = own_gold(ROOT / "corpora/gold")
    if texts_never_learnt:
        never += [plain(json.loads(line)) for line in texts_never_learnt.read_text().splitlines()]
    kept = without_copies(opeds, never)
    print(f"{len(kept)} op-eds, {len(opeds) - len(kept)} copies left out: {', '.join(sorted({o.id for o in opeds} - {o.id for o in kept}))}", flush=True)
    return kept


def plain(row: dict) -> Oped:
    """An op-ed of which only the text is read, cut roughly."""
    texts = [" ".join(t.split()) for t in row["text"].replace("? ", "?\n").replace("! ", "!\n").replace(". ", ".\n").splitlines()]
    return Oped(row["id"], "", "", "", texts, [], [])
