"""First step: the encoder learns sides from short arguments on a topic, before it meets op-eds.

python pretrain.py OUT.pt [--layers N] [--frozen N] [--start OTHER.pt]
What ships: `--layers 4` from the published weights, then the lower three of those layers go on (`--start`, `--frozen 2`):
three layers that learnt by themselves are right less often.
Data: ../shared/data/arg (perspectrum, argkp, ibm_argq_sample, ibm_claim_stance, valueeval), each text once.
One topic in twelve is kept apart and says how often the side is right on topics that were not learnt.
"""

import argparse
import json
import random
import re
import time
from pathlib import Path

import torch
from torch.nn import functional as F

import encoder as e

SHARED = Path(__file__).resolve().parents[3] / "shared/data/arg"
FILES = ("perspectrum/perspectrum", "argkp/arguments", "argkp/key_points", "ibm_argq_sample/ibm_arg", "ibm_claim_stance/claim_stance", "valueeval/valueeval")
SEED, EPOCHS, TOGETHER, KEPT_APART = 5, 2, 48, 12
RATE, LATER_RATE = 6e-5, 8e-5
"""From the published weights, and from those of an earlier run."""
# What says only that the topic is a claim: op-eds name their issue without it.
STATES = re.compile(r"^(this house (believes that|believes|would|supports)?|we should|we)\s+", re.I)


def arguments() -> list[tuple[str, str, float]]:
    """Topic, text, 1 for pro or 0 for con; each text once."""
    seen, found = set(), []
    for name in FILES:
        for row in map(json.loads, (SHARED / f"{name}.jsonl").read_text().splitlines()):
            key = " ".join(re.findall(r"\w+", row["text"].lower()))
            if row["polarity"] not in ("pro", "con") or key in seen or not key:
                continue
            seen.add(key)
            found.append((STATES.sub("", row["topic"]), row["text"], float(row["polarity"] == "pro")))
    assert len(found) > 20_000, len(found)
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--layers", type=int, default=e.LAYERS)
    parser.add_argument("--frozen", type=int, default=1)
    parser.add_argument("--start", type=Path)
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    rng = random.Random(SEED)
    rows = arguments()
    topics = sorted({topic for topic, _, _ in rows})
    rng.shuffle(topics)
    apart = set(topics[::KEPT_APART])
    model = e.Encoder(args.frozen, args.layers, args.start)
    windows = [e.windows_of(topic, [text])[0] for topic, text, _ in rows]
    made = [(window, state, side, topic in apart) for window, state, (topic, _, side) in zip(windows, model.eval().lower(windows), rows)]
    learnt, kept = ([one[:3] for one in made if one[3] == want] for want in (False, True))
    out = torch.nn.Sequential(torch.nn.Dropout(0.1), torch.nn.Linear(e.WIDTH, 1))
    groups = [{"params": [p for p in model.parameters() if p.requires_grad], "lr": LATER_RATE if args.start else RATE}, {"params": out.parameters(), "lr": 1e-3}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = EPOCHS * (len(learnt) // TOGETHER)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min((s + 1) / (steps / 15), max(0.02, 1 - s / steps)))
    print(f"{len(learnt)} learnt, {len(kept)} apart, {len(topics)} topics, pro {sum(s for *_, s in learnt) / len(learnt):.2f}", flush=True)
    model.train()
    began, total, step = time.time(), 0.0, 0
    for _ in range(EPOCHS):
        rng.shuffle(learnt)
        for at in range(0, len(learnt) - TOGETHER + 1, TOGETHER):
            batch = learnt[at : at + TOGETHER]
            windows, states, sides = zip(*batch)
            logits = out(model.upper(windows, states))[:, 0]
            loss = F.binary_cross_entropy_with_logits(logits, torch.tensor(sides))
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total, step = total + loss.item(), step + 1
            if step % 50 == 0:
                print(f"step {step} of {steps}, loss {total / 50:.3f}, {time.time() - began:.0f} s", flush=True)
                total = 0.0
    model.eval()
    with torch.no_grad():
        windows, states, sides = zip(*kept)
        said = torch.cat([out(model.upper(windows[at : at + 64], states[at : at + 64]))[:, 0] > 0 for at in range(0, len(kept), 64)])
    pro = sum(sides) / len(sides)
    print(f"sides right on topics kept apart: {(said == (torch.tensor(sides) > 0.5)).float().mean():.3f} of {len(kept)}, commoner side {max(pro, 1 - pro):.3f}")
    torch.save(model.state_dict(), args.out)


if __name__ == "__main__":
    main()
