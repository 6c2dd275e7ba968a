"""Reads and checks what the encoder learns from: op-eds with roles."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Oped:
    id: str
    issue: str
    title: str
    lean: str
    texts: list[str]
    opens: list[bool]
    roles: list[str]
    others: list[bool]
    found_issue: str | None = None
    origin: str = ""
    light: dict | None = None
    """What light models that never saw the article say of it."""


def cut_articles(path: Path) -> list[Oped]:
    """The gold op-eds as write-articles.ts wrote them: sentences of the pipeline's own cutting, found issue, light readings."""
    opeds = []
    for row in map(json.loads, path.read_text().splitlines()):
        sentences = row["sentences"]
        opeds.append(
            Oped(
                id=row["id"], issue=row["issue"], title=row["title"], lean=row["lean"],
                texts=[" ".join(s["text"].split()) for s in sentences], opens=[s["opens"] for s in sentences],
                # A title or byline that the gold does not count as a sentence argues nothing.
                roles=[s["role"] or "none" for s in sentences], others=[s["other"] for s in sentences],
                found_issue=row["found"], origin=row["set"], light=row["light"],
            )
        )
    return opeds


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
                roles=[s["role"] for s in sentences], others=[s["voice"] == "other" for s in sentences], origin="own",
            )
        )
    return opeds


ESSAY_LINE = re.compile(r"^([PCBN])([oH!]*)(\[[^\]]*\])?([oH!]*) (.+)$")
ROLE = {"P": "pro", "C": "con", "B": "both", "N": "none"}


def essays(folder: Path) -> list[Oped]:
    """The project's own op-eds, one sentence a line behind its code."""
    opeds = []
    for path in sorted(folder.glob("*.essay")):
        head, _, body = path.read_text().partition("\n\n")
        fields = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
        oped = Oped(path.stem, fields["issue"], fields.get("title", ""), fields["lean"], [], [], [], [], origin="essay")
        opening = True
        for line in body.splitlines():
            found = ESSAY_LINE.match(line.strip())
            if found is None:
                if line.strip():
                    raise ValueError(f"{path.name}: no code in {line!r}")
                opening = True
                continue
            code, flags, holder, more, text = found.groups()
            oped.texts.append(text)
            oped.opens.append(opening)
            oped.roles.append(ROLE[code])
            oped.others.append("o" in flags + more)
            opening = "H" in flags + more
        opeds.append(oped)
    return opeds


def check(opeds: list[Oped]) -> None:
    for o in opeds:
        assert o.lean in ("pro", "con", "balanced"), (o.id, o.lean)
        assert len(o.texts) == len(o.roles) == len(o.opens) == len(o.others) > 0, o.id
        assert all(r in ("pro", "con", "both", "none") for r in o.roles), o.id
        assert o.issue.strip(), o.id


def all_opeds(articles: Path) -> list[Oped]:
    sets = [*cut_articles(articles), *essays(ROOT / "train/roles/essays")]
    check(sets)
    return sets
