"""Learns to read vectors in their place, from op-eds with roles; all heads at once.

python learn.py ARTICLES.jsonl VECTORS.npz OUT
Four times without a fourth of gold/train and gold/roles, whose scores go to OUT.json for decide.py; then once with
all of it, to OUT.pt, which export.py takes.
"""

import json
import random
import sys
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F
from torch.nn.utils.rnn import pad_sequence

import reader as r
from data import Oped, all_opeds

SEED, EPOCHS, TOGETHER, RATE, FOLDS = 5, 10, 8, 1e-3, 4
CON_WEIGHT = 1.5
"""Authors who lean con are fewer here than among op-eds at large."""


class Shelf:
    """Vectors by text."""

    def __init__(self, path: str):
        stored = np.load(path, allow_pickle=True)
        self.vectors = torch.tensor(stored["vectors"])
        self.at = {text: i for i, text in enumerate(stored["texts"])}

    def rows(self, texts: list[str]) -> torch.Tensor:
        return self.vectors[[self.at[text] for text in texts]]

    def one(self, text: str) -> tuple[torch.Tensor, float]:
        known = text.strip() != ""
        return (self.vectors[self.at[text]] if known else torch.zeros(self.vectors.shape[1])), float(known)


def places_of(oped: Oped) -> torch.Tensor:
    """As src/4-decide/encoder/sentence-scores.ts has it."""
    n = len(oped.texts)
    return torch.tensor([
        [float(oped.opens[i]), p, 4 * (p - 0.5) ** 2, float(i < 2), float(i >= n - 3), float(text.endswith("?")), min(2.0, len(text) / 100)]
        for i, (text, p) in enumerate((text, i / max(1, n - 1)) for i, text in enumerate(oped.texts))
    ])


def inputs_of(oped: Oped, shelf: Shelf, issue: str):
    (i, has_issue), (t, has_title) = shelf.one(issue), shelf.one(oped.title)
    return shelf.rows(oped.texts), torch.stack([i, t]), torch.tensor([has_issue, has_title]), places_of(oped)


def issue_for_learning(oped: Oped, rng: random.Random) -> str:
    """Mostly as given, often as our finder puts it, sometimes none: what the reader will meet."""
    draw = rng.random()
    if draw < 0.55:
        return oped.issue
    return (oped.found_issue or oped.issue) if draw < 0.85 else ""


def targets_of(oped: Oped):
    stands = [-100 if role == "both" or oped.lean == "balanced" else r.NOTHING if role == "none" else r.SAME if role == oped.lean else r.OPPOSED for role in oped.roles]
    sides = [{"pro": 1.0, "con": 0.0}.get(role, -1.0) for role in oped.roles]
    return torch.tensor(stands), torch.tensor(sides), torch.tensor(oped.others).float(), {"pro": 1.0, "con": 0.0, "balanced": -1.0}[oped.lean]


def loss_of(model, inputs, targets):
    vectors, context, known, places = zip(*inputs)
    stands, sides, others, leans = zip(*targets)
    scores = model(pad_sequence(vectors, True), torch.stack(context), torch.stack(known), pad_sequence(places, True))
    mask = torch.arange(scores.shape[1])[None] < torch.tensor([len(v) for v in vectors])[:, None]
    lean, side = torch.tensor(leans), pad_sequence(sides, True, -1.0)
    weight = torch.where(lean == 0, CON_WEIGHT, 1.0)
    total = F.cross_entropy(scores[..., :3].reshape(-1, 3), pad_sequence(stands, True, -100).reshape(-1), ignore_index=-100)
    each = F.binary_cross_entropy_with_logits(scores[..., r.SIDE], side.clamp(min=0), reduction="none") * weight[:, None]
    total = total + each[side >= 0].mean()
    total = total + 0.3 * F.binary_cross_entropy_with_logits(scores[..., r.VOICE], pad_sequence(others, True), reduction="none")[mask].mean()
    vote = F.binary_cross_entropy_with_logits(r.lean_logits(scores, mask), lean.clamp(min=0), reduction="none") * weight
    return total + 0.5 * vote[lean >= 0].mean()


def learn(opeds: list[Oped], shelf: Shelf) -> r.Reader:
    torch.manual_seed(SEED)
    rng = random.Random(SEED)
    opeds = list(opeds)
    seen = shelf.rows([text for o in opeds for text in o.texts])
    model = r.Reader(seen.mean(0), seen.std(0).clamp(min=0.02)).train()
    optimizer = torch.optim.AdamW(model.parameters(), RATE, weight_decay=0.05)
    steps = EPOCHS * (len(opeds) // TOGETHER)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min((s + 1) / 20, max(0.02, 1 - s / steps)))
    for _ in range(EPOCHS):
        rng.shuffle(opeds)
        total = 0.0
        for at in range(0, len(opeds) - TOGETHER + 1, TOGETHER):
            batch = opeds[at : at + TOGETHER]
            loss = loss_of(model, [inputs_of(o, shelf, issue_for_learning(o, rng)) for o in batch], [targets_of(o) for o in batch])
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
    print(f"{len(opeds)} op-eds learnt, last loss {total / (len(opeds) // TOGETHER):.3f}", flush=True)
    return model.eval()


def judge(model: r.Reader, oped: Oped, shelf: Shelf, issue: str) -> list[list[float]]:
    with torch.no_grad():
        return model(*(x[None] for x in inputs_of(oped, shelf, issue)))[0].tolist()


def main():
    articles, vectors, out = sys.argv[1:]
    torch.set_num_threads(1)
    opeds, shelf, began = all_opeds(Path(articles)), Shelf(vectors), time.time()
    rows = []
    for fold in range(FOLDS):
        held = [o for n, o in enumerate(opeds) if o.light and n % FOLDS == fold]
        names = {o.id for o in held}
        model = learn([o for o in opeds if o.id not in names], shelf)
        for o in held:
            scores = {"given": judge(model, o, shelf, o.issue), "found": judge(model, o, shelf, o.found_issue or "")}
            rows.append({"id": o.id, "lean": o.lean, "roles": o.roles, "light": o.light, **scores})
    Path(out).with_suffix(".json").write_text(json.dumps(rows))
    torch.save(learn(opeds, shelf).state_dict(), Path(out).with_suffix(".pt"))
    print(f"{time.time() - began:.0f} s")


if __name__ == "__main__":
    main()
