"""Second step: encoder and reader learn from op-eds with roles, all heads at once.

python learn.py ARTICLES.jsonl PRETRAINED.pt OUT [--folds 0 1 …] [--final] [--epochs N] [--most N]
For each fold named it learns from all others; what it makes of the op-eds of that fold goes to OUT.<fold>.json, for
decide.py. With --final it learns from all of them: OUT.pt is what ships. All passes share what the frozen layers make.
PRETRAINED.pt may be `base`: the encoder as it was published. --frozen 3 leaves it as it is.
"""

import argparse
import json
import random
import time
from collections import Counter
from pathlib import Path

import torch
from torch.nn import functional as F
from torch.nn.utils.rnn import pad_sequence

import encoder as e
import reader as r
from data import Oped, all_opeds

SEED, TOGETHER, RATE, READER_RATE = 5, 4, 5e-5, 1e-3
LEANS = ("pro", "con")


Known = dict[tuple[str, str], tuple[list[e.Window], list[torch.Tensor]]]


class Model(torch.nn.Module):
    """`known`: what the frozen layers made of an op-ed with an issue."""

    def __init__(self, frozen: int, pretrained: str, known: Known):
        super().__init__()
        self.encoder = e.Encoder(frozen, weights=None if pretrained == "base" else pretrained)
        self.reader = r.Reader()
        self.known = known

    def vectors(self, articles: list[tuple[Oped, str]]) -> list[torch.Tensor]:
        """Of each op-ed, as read with an issue: title (or an empty text), then sentences."""
        known = [self.windows_of(oped, issue) for oped, issue in articles]
        rows = self.encoder.upper([w for windows, _ in known for w in windows], [s for _, states in known for s in states])
        return list(rows.split([len(oped.texts) + 1 for oped, _ in articles]))

    def windows_of(self, oped: Oped, issue: str) -> tuple[list[e.Window], list[torch.Tensor]]:
        """With what the frozen layers make of them, which is kept."""
        key = (oped.id, issue)
        if key not in self.known:
            windows = e.windows_of(issue, [oped.title, *oped.texts])
            self.known[key] = windows, self.encoder.lower(windows)
        return self.known[key]

    def forward(self, articles: list[tuple[Oped, str]]):
        """[b, n, 6] scores of the sentences and the mask of those that are there."""
        lengths = torch.tensor([len(oped.texts) + 1 for oped, _ in articles])
        places = [places_of(oped, issue) for oped, issue in articles]
        scores = self.reader(pad_sequence(self.vectors(articles), True), pad_sequence(places, True), lengths)[:, 1:]
        return scores, torch.arange(scores.shape[1])[None] < (lengths - 1)[:, None]


def places_of(oped: Oped, issue: str) -> torch.Tensor:
    """As src/4-decide/encoder/sentence-scores.ts has it; the title is the first row."""
    n, known = len(oped.texts), float(bool(issue.strip()))
    rows = [[0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0 if oped.title.strip() else 0.0, known]]
    for i, text in enumerate(oped.texts):
        p = i / max(1, n - 1)
        rows.append([float(oped.opens[i]), p, 4 * (p - 0.5) ** 2, float(i < 2), float(i >= n - 3), float(text.endswith("?")), min(2.0, len(text) / 100), 0.0, known])
    return torch.tensor(rows)


def issue_for_learning(oped: Oped, rng: random.Random) -> str:
    """Mostly as given, often as our finder puts it, sometimes none: what the reader will meet."""
    draw = rng.random()
    if draw < 0.55:
        return oped.issue
    return (oped.found_issue or oped.issue) if draw < 0.9 else ""


def targets_of(oped: Oped):
    stands = [-100 if role == "both" or oped.lean == "balanced" else r.NOTHING if role == "none" else r.SAME if role == oped.lean else r.OPPOSED for role in oped.roles]
    sides = [{"pro": 1.0, "con": 0.0}.get(role, -1.0) for role in oped.roles]
    return torch.tensor(stands), torch.tensor(sides), {"pro": 1.0, "con": 0.0, "balanced": -1.0}[oped.lean]


def lean_weights(opeds: list[Oped]) -> dict[tuple[bool, str], float]:
    """Both leans count the same among real op-eds and among essays: else the manner of writing would tell the lean."""
    weights = {}
    for real in (True, False):
        counts = Counter(o.lean for o in opeds if o.real == real and o.lean in LEANS)
        weights |= {(real, lean): sum(counts.values()) / (2 * max(1, counts[lean])) for lean in LEANS} | {(real, "balanced"): 1.0}
    return weights


def loss_of(scores, mask, opeds: list[Oped], weights):
    stands, sides, leans = zip(*map(targets_of, opeds))
    lean, side = torch.tensor(leans), pad_sequence(sides, True, -1.0)
    weight = torch.tensor([weights[o.real, o.lean] for o in opeds])
    total = F.cross_entropy(scores[..., :3].reshape(-1, 3), pad_sequence(stands, True, -100).reshape(-1), ignore_index=-100)
    each = F.binary_cross_entropy_with_logits(scores[..., r.SIDE], side.clamp(min=0), reduction="none") * weight[:, None].sqrt()
    total = total + each[side >= 0].mean()
    vote = F.binary_cross_entropy_with_logits(r.lean_logits(scores, mask), lean.clamp(min=0), reduction="none") * weight
    return total + 0.5 * (vote * (lean >= 0)).mean()


def learn(opeds: list[Oped], args, known, after_epoch) -> Model:
    torch.manual_seed(SEED)
    rng = random.Random(SEED)
    opeds, weights = list(opeds), lean_weights(opeds)
    model = Model(args.frozen, args.pretrained, known)
    upper = [p for p in model.encoder.parameters() if p.requires_grad]
    groups = [{"params": upper, "lr": RATE}, {"params": list(model.reader.parameters()), "lr": READER_RATE}]
    optimizer = torch.optim.AdamW([g for g in groups if g["params"]], weight_decay=0.02)
    steps, began = args.epochs * (len(opeds) // TOGETHER), time.time()
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min((s + 1) / (steps / 12), max(0.02, 1 - s / steps)))
    for epoch in range(1, args.epochs + 1):
        model.train()
        rng.shuffle(opeds)
        total, count = 0.0, 0
        for at in range(0, len(opeds) - TOGETHER + 1, TOGETHER):
            batch = opeds[at : at + TOGETHER]
            scores, mask = model([(o, issue_for_learning(o, rng)) for o in batch])
            loss = loss_of(scores, mask, batch, weights)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total, count = total + loss.item(), count + 1
        print(f"epoch {epoch}: loss {total / count:.3f}, {time.time() - began:.0f} s", flush=True)
        after_epoch(model.eval())
    return model


def judge(model: Model, oped: Oped, issue: str) -> torch.Tensor:
    with torch.no_grad():
        return model([(oped, issue)])[0][0]


def measure(model: Model, opeds: list[Oped], issue_of) -> str:
    """Quick figures by the reader alone: sides and argues as they fall, lean by the vote."""
    stands, sides, leans = [], [], {"pro": [], "con": []}
    for o in opeds:
        scores = judge(model, o, issue_of(o))
        stand, side, lean = targets_of(o)
        stands += (scores[:, :3].argmax(-1) == stand)[stand >= 0].tolist()
        sides += ((scores[:, r.SIDE] > 0) == (side > 0.5))[side >= 0].tolist()
        if lean >= 0:
            leans[o.lean].append((r.lean_logits(scores[None], torch.ones(1, len(o.texts), dtype=torch.bool)).item() > 0) == (lean > 0.5))
    mean = lambda values: sum(values) / max(1, len(values))
    return f"stands {mean(stands):.3f} sides {mean(sides):.3f} lean pro {mean(leans['pro']):.2f} con {mean(leans['con']):.2f}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("articles", type=Path)
    parser.add_argument("pretrained")
    parser.add_argument("out", type=Path)
    parser.add_argument("--folds", type=int, nargs="*", default=[])
    parser.add_argument("--final", action="store_true")
    parser.add_argument("--frozen", type=int, default=2)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--most", type=int, help="only so many op-eds, to try something")
    args = parser.parse_args()
    torch.set_num_threads(1)
    opeds = all_opeds(args.articles)[: args.most]
    known: Known = {}
    for fold in args.folds:
        learn_fold(opeds, fold, args, known)
    if args.final:
        torch.save(learn(opeds, args, known, lambda model: None).state_dict(), args.out.with_suffix(".pt"))


def learn_fold(opeds: list[Oped], fold: int, args, known) -> None:
    held = [o for o in opeds if o.fold == fold]
    learnt = [o for o in opeds if o.fold != fold]
    print(f"fold {fold}: {len(learnt)} op-eds to learn, {len(held)} held out", flush=True)

    def after_epoch(model):
        for name, group in (("real", [o for o in held if o.real]), ("essays", [o for o in held if not o.real])):
            print(f"  {name}, issue given: {measure(model, group, lambda o: o.issue)}; found: {measure(model, group, lambda o: o.found_issue)}", flush=True)

    model = learn(learnt, args, known, after_epoch)
    rows = [
        {"id": o.id, "origin": o.origin, "given": judge(model, o, o.issue).tolist(), "found": judge(model, o, o.found_issue).tolist()}
        for o in held
    ]
    args.out.with_suffix(f".{fold}.json").write_text(json.dumps(rows))


if __name__ == "__main__":
    main()
