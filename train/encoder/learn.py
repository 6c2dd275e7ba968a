"""Second step: encoder and reader learn from op-eds with roles, all heads at once.

python learn.py ARTICLES.jsonl PRETRAINED.pt OUT [--all] [--frozen N] [--epochs N] [--most N]
Learns from all but a fixed fifth of the real op-eds; what it makes of those goes to OUT.json for decide.py, the
weights of each epoch to OUT.<epoch>.pt. With --all it learns from that fifth too and measures nothing.
PRETRAINED.pt may be `base`: the encoder as it was published. --frozen 4 leaves it as it is.
"""

import argparse
import json
import random
import time
from pathlib import Path

import torch
from torch.nn import functional as F
from torch.nn.utils.rnn import pad_sequence

import encoder as e
import reader as r
from data import Oped, all_opeds

SEED, TOGETHER, RATE, READER_RATE = 5, 4, 5e-5, 1e-3
CON_WEIGHT = 2.0
"""Authors who lean con are fewer than half as many."""


class Model(torch.nn.Module):
    def __init__(self, frozen: int, pretrained: str):
        super().__init__()
        self.encoder = e.Encoder(frozen, weights=None if pretrained == "base" else pretrained)
        self.reader = r.Reader()
        self.frozen, self.known = frozen, {}

    def train(self, mode: bool = True):
        """What is frozen drops nothing out either."""
        super().train(mode)
        self.encoder.bert.embeddings.eval()
        for layer in self.encoder.bert.encoder.layer[: self.frozen]:
            layer.eval()
        return self

    def vectors(self, articles: list[tuple[Oped, str]]) -> list[torch.Tensor]:
        """Of each op-ed, as read with an issue: title (or an empty text), then sentences."""
        if self.frozen == e.LAYERS:
            return [self.known_vectors(oped, issue) for oped, issue in articles]
        windows = [windows_of(oped, issue) for oped, issue in articles]
        rows = self.encoder([w for each in windows for w in each])
        return list(rows.split([len(oped.texts) + 1 for oped, _ in articles]))

    def known_vectors(self, oped: Oped, issue: str) -> torch.Tensor:
        key = (oped.id, issue)
        if key not in self.known:
            with torch.no_grad():
                self.known[key] = self.encoder(windows_of(oped, issue))
        return self.known[key]

    def forward(self, articles: list[tuple[Oped, str]]):
        """[b, n, 6] scores of the sentences and the mask of those that are there."""
        lengths = torch.tensor([len(oped.texts) + 1 for oped, _ in articles])
        places = [places_of(oped, issue) for oped, issue in articles]
        scores = self.reader(pad_sequence(self.vectors(articles), True), pad_sequence(places, True), lengths)[:, 1:]
        return scores, torch.arange(scores.shape[1])[None] < (lengths - 1)[:, None]


_windows: dict[tuple[str, str], list[e.Window]] = {}


def windows_of(oped: Oped, issue: str) -> list[e.Window]:
    key = (oped.id, issue)
    if key not in _windows:
        _windows[key] = e.windows_of(issue, [oped.title, *oped.texts])
    return _windows[key]


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


def loss_of(scores, mask, opeds: list[Oped]):
    stands, sides, leans = zip(*map(targets_of, opeds))
    lean, side = torch.tensor(leans), pad_sequence(sides, True, -1.0)
    weight = torch.where(lean == 0, CON_WEIGHT, 1.0)
    total = F.cross_entropy(scores[..., :3].reshape(-1, 3), pad_sequence(stands, True, -100).reshape(-1), ignore_index=-100)
    each = F.binary_cross_entropy_with_logits(scores[..., r.SIDE], side.clamp(min=0), reduction="none") * torch.where(side == 0, weight[:, None].sqrt(), 1.0)
    total = total + each[side >= 0].mean()
    vote = F.binary_cross_entropy_with_logits(r.lean_logits(scores, mask), lean.clamp(min=0), reduction="none") * weight
    return total + 0.5 * (vote * (lean >= 0)).mean()


def learn(opeds: list[Oped], args, after_epoch) -> Model:
    torch.manual_seed(SEED)
    rng = random.Random(SEED)
    opeds = list(opeds)
    model = Model(args.frozen, args.pretrained)
    upper = [p for p in model.encoder.parameters() if p.requires_grad and args.frozen < e.LAYERS]
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
            loss = loss_of(scores, mask, batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total, count = total + loss.item(), count + 1
            if count % 25 == 0 and args.frozen < e.LAYERS:
                print(f"epoch {epoch}, {count * TOGETHER} of {len(opeds)}, loss {total / count:.3f}, {time.time() - began:.0f} s", flush=True)
        print(f"epoch {epoch}: loss {total / count:.3f}, {time.time() - began:.0f} s", flush=True)
        after_epoch(model.eval(), epoch)
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
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--frozen", type=int, default=2)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--most", type=int, help="only so many op-eds, to try something")
    args = parser.parse_args()
    torch.set_num_threads(1)
    opeds = all_opeds(args.articles)
    held = [o for o in opeds if o.held and not args.all]
    learnt = [o for o in opeds if args.all or not o.held][: args.most]
    print(f"{len(learnt)} op-eds to learn, {len(held)} held out", flush=True)

    def after_epoch(model, epoch):
        torch.save(model.state_dict(), args.out.with_suffix(f".{epoch}.pt"))
        if held and (args.frozen < e.LAYERS or epoch == args.epochs):
            print(f"held out, issue given: {measure(model, held, lambda o: o.issue)}; found: {measure(model, held, lambda o: o.found_issue)}", flush=True)

    model = learn(learnt, args, after_epoch)
    rows = [
        {"id": o.id, "lean": o.lean, "roles": o.roles, "light": o.light, "origin": o.origin,
         "given": judge(model, o, o.issue).tolist(), "found": judge(model, o, o.found_issue).tolist()}
        for o in held
    ]
    if rows:
        args.out.with_suffix(".json").write_text(json.dumps(rows))


if __name__ == "__main__":
    main()
