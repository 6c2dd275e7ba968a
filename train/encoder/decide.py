"""Third step: from sentence scores to an article's roles and lean; fits the weights of the decoder.

python decide.py ARTICLES.jsonl [--scores unseen.json.gz] [--out ../../src/4-decide/encoder/weighing.json] [--intervals]
`npm run train:encoder-weighing` does it with the light engine as it is now: to be run after each training of that.
ARTICLES.jsonl is what write-articles.ts wrote, with what light models that never saw an article say of it; the scores
are what encoders that never saw it say (keep.py).
The stands of an article's sentences (with the author, against, argues nothing) are a chain with the encoder's
logits and the light engine's probabilities as emissions; each lean gives its own reading of the sides, and the two
are weighed against each other. The same sums as in src/4-decide/encoder/weigh-article.ts.
The lean starts as the light engine's: the encoder's vote moves it only as far as it helps.
The chain is fitted on real op-eds and essays, the lean on real ones. Everything printed is cross-validated by article (five folds).
"""

import argparse
import gzip
import json
import random
import re
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

import reader as m
from data import REAL, ROOT, Oped, all_opeds

ROLES = ("pro", "con", "none")
WEIGHTS = ROOT / "src/4-decide/encoder/weights"
SCORES = Path(__file__).with_name("unseen.json.gz")
FLOOR, FOLDS, STRETCH = 0.01, 5, 20
# What is compared.
KINDS = {
    "encoder alone": {"light": False},
    "both, the lean by light alone": {"votes": False}, "both": {},
}
# What ships, by the figures that this prints.
SHIPS = {"given": "both", "found": "both"}
PRO_SHARE = 0.6
"""Of op-eds to come that lean pro, our guess: between even and the three in four of ours."""
TRUSTS = (0.2, 0.35, 0.5, 0.75, 1.0)
"""How much of the lean's log-odds the sides of the sentences follow."""
PULL = 0.01
"""How strongly weights are pulled back to where they start."""


# Weights of vote, light and prior to start from.
LIGHT_LEAN, ENCODER_LEAN = [0.0, 1.0, 0.0], [0.5, 0.0, 0.0]


class Decoder(torch.nn.Module):
    """Works on a batch of articles padded to one length: scores [b, n, 7], light [b, n, 3], mask [b, n]."""

    def __init__(self, encoder=True, light=True):
        super().__init__()
        self.use = (float(encoder), float(light))
        self.stands = torch.nn.Parameter(torch.tensor(0.7))
        self.side = torch.nn.Parameter(torch.tensor(0.3))
        self.light = torch.nn.Parameter(torch.tensor(0.3))
        self.bias = torch.nn.Parameter(torch.zeros(3))
        self.transitions = torch.nn.Parameter(torch.zeros(3, 3))
        self.lean = torch.nn.Parameter(torch.tensor(LIGHT_LEAN if light else ENCODER_LEAN))

    def emissions(self, batch, pro: bool):
        """[b, n, 3] over with, against, none under one lean."""
        side = batch["scores"][..., m.SIDE] * (1 if pro else -1)
        read = torch.stack([F.logsigmoid(side), F.logsigmoid(-side), torch.zeros_like(side)], -1)
        light = batch["log_light"] if pro else batch["log_light"][..., [1, 0, 2]]
        stands = F.log_softmax(batch["scores"][..., :3], -1)
        e, l = self.use
        return e * (self.stands * stands + self.side * read) + l * self.light * light + self.bias

    def forward_sums(self, emissions, mask):
        """[n, b, 3]; past an article's end its last sums stay."""
        sums = [emissions[:, 0]]
        for i in range(1, emissions.shape[1]):
            after = torch.logsumexp(sums[-1][:, :, None] + self.transitions, 1) + emissions[:, i]
            sums.append(torch.where(mask[:, i, None], after, sums[-1]))
        return torch.stack(sums)

    def log_z(self, emissions, mask):
        return torch.logsumexp(self.forward_sums(emissions, mask)[-1], -1)

    def score(self, emissions, mask, path):
        here = emissions.gather(2, path[..., None])[..., 0] * mask
        steps = self.transitions[path[:, :-1], path[:, 1:]] * mask[:, 1:]
        return here.sum(1) + steps.sum(1)

    def marginals(self, emissions, mask):
        """[b, n, 3] by forward-backward."""
        after = torch.zeros(emissions.shape[0], 3)
        backward = [after]
        for i in range(emissions.shape[1] - 1, 0, -1):
            before = torch.logsumexp(self.transitions + (emissions[:, i] + after)[:, None], -1)
            after = torch.where(mask[:, i, None], before, after)
            backward.append(after)
        forward = self.forward_sums(emissions, mask)
        return F.softmax(forward + torch.stack(backward[::-1]), -1).transpose(0, 1)

    def lean_logit(self, batch):
        pooled = torch.softmax(batch["scores"][..., m.WEIGHT].masked_fill(~batch["mask"], -1e9), 1)
        votes = (pooled * batch["scores"][..., m.VOTE]).sum(1)
        e, l = self.use
        vote, light, prior = self.lean
        return e * vote * votes + l * light * batch["light_lean"] + prior


def path_of(row):
    """Gold stands; `both` is read as with the author."""
    return torch.tensor([m.NOTHING if r == "none" else m.SAME if r in (row["lean"], "both") else m.OPPOSED for r in row["roles"]])


def batch_of(rows):
    pad = lambda name: torch.nn.utils.rnn.pad_sequence([r[name] for r in rows], batch_first=True)
    lengths = torch.tensor([len(r["roles"]) for r in rows])
    return {
        "scores": pad("scores"), "log_light": pad("log_light"), "mask": torch.arange(int(lengths.max()))[None] < lengths[:, None],
        "light_lean": torch.tensor([r["light_lean"] for r in rows]), "lengths": lengths,
        "path": torch.nn.utils.rnn.pad_sequence([path_of(r) for r in rows], batch_first=True),
        "pro": torch.tensor([r["lean"] == "pro" for r in rows]),
    }


def pieces_of(row):
    """An article in stretches of `STRETCH` sentences: what follows what is learnt as well from them, in a sixth of the time."""
    for at in range(0, len(row["roles"]), STRETCH):
        cut = slice(at, at + STRETCH)
        yield {**row, "roles": row["roles"][cut], "scores": row["scores"][cut], "log_light": row["log_light"][cut]}


def fit(rows, encoder=True, light=True, votes=True):
    """The chain, under the gold lean; then the lean, by the encoder's vote and the light engine's.

    Without `votes` the lean is the light engine's own, which is calibrated already.
    """
    torch.manual_seed(0)
    decoder = Decoder(encoder, light)
    rows = [r for r in rows if r["lean"] != "balanced"]
    stretches = batch_of([piece for row in rows for piece in pieces_of(row)])
    pro, mask = stretches["pro"], stretches["mask"]

    def chain_loss():
        e = torch.where(pro[:, None, None], decoder.emissions(stretches, True), decoder.emissions(stretches, False))
        return ((decoder.log_z(e, mask) - decoder.score(e, mask, stretches["path"])) / stretches["lengths"]).mean()

    descend(chain_loss, [decoder.stands, decoder.side, decoder.light, decoder.bias, decoder.transitions])
    if not votes:
        decoder.lean.data = torch.tensor(LIGHT_LEAN)
        return decoder
    # Essays lean con by their manner of writing.
    whole = batch_of([row for row in rows if row["origin"] in REAL])
    pro = whole["pro"].float()
    weight = torch.where(whole["pro"], PRO_SHARE / pro.mean(), (1 - PRO_SHARE) / (1 - pro.mean()))

    def lean_loss():
        return F.binary_cross_entropy_with_logits(decoder.lean_logit(whole), pro, weight=weight)

    descend(lean_loss, [decoder.lean])
    return decoder


def descend(loss, parameters, steps=60):
    """Adam, pulled back a little to where it started."""
    start = [p.detach().clone() for p in parameters]
    optimizer = torch.optim.Adam(parameters, 0.05)
    for _ in range(steps):
        optimizer.zero_grad()
        pull = sum(((p - s) ** 2).sum() for p, s in zip(parameters, start))
        (loss() + PULL * pull).backward()
        optimizer.step()


def weigh(decoder, rows, trust=1.0):
    """Of each article the [n, 3] probabilities of pro, con, none and the probability that the author leans pro."""
    batch = batch_of(rows)
    with torch.no_grad():
        e = {side: decoder.emissions(batch, side) for side in (True, False)}
        leaning = decoder.lean_logit(batch)
        p, said = torch.sigmoid(trust * leaning)[:, None, None], torch.sigmoid(leaning)
        if_pro, if_con = (decoder.marginals(e[side], batch["mask"]) for side in (True, False))
        mixed = p * if_pro + (1 - p) * if_con[..., [1, 0, 2]]
    return [(row, mixed[i, : len(row["roles"])].numpy(), said[i].item()) for i, row in enumerate(rows)]


def rows_of(opeds: list[Oped], scores: dict, name: str):
    """Of each op-ed what both engines say with the issue given, or found."""
    rows = []
    for o in opeds:
        light = o.light[name]
        p = np.clip(light["pro"], FLOOR, 1 - FLOOR)
        assert len(light["roles"]) == len(o.texts), o.id
        rows.append({
            "id": o.id, "origin": o.origin, "lean": o.lean, "roles": o.roles, "scores": torch.tensor(scores[o.id][name]),
            "log_light": torch.log(torch.tensor(light["roles"]).clamp(min=FLOOR)), "light_lean": float(np.log(p / (1 - p))),
        })
    return rows


def read_scores(path: Path, opeds: list[Oped]) -> tuple[list[Oped], dict]:
    """The op-eds that the encoder was asked about, and what it said; stops where sentences were cut differently since."""
    scores = json.loads(gzip.decompress(path.read_bytes()))
    shipped = json.loads((WEIGHTS / "manifest.json").read_text())["files"]["sentence"]["sha256"]
    assert scores["sentence"] == shipped, f"{path.name} belongs to other weights than {WEIGHTS / 'manifest.json'}"
    known = [o for o in opeds if o.id in scores["opeds"]]
    print(f"{len(known)} op-eds with scores, {len(opeds) - len(known)} without: {' '.join(o.id for o in opeds if o.id not in scores['opeds'])}")
    cut = [o.id for o in known if len(scores["opeds"][o.id]["given"]) != len(o.texts)]
    assert not cut, f"cut into other sentences than when the encoder read them: {' '.join(cut)}"
    return known, scores["opeds"]


def as_light_says(row):
    return row, row["log_light"].exp().numpy(), 1 / (1 + np.exp(-row["light_lean"]))


def confusion(weighed, bias):
    table = np.zeros((3, 3), int)
    for row, probabilities, _ in weighed:
        for gold, said in zip(row["roles"], (probabilities * np.array(bias)).argmax(1)):
            if gold != "both":
                table[ROLES.index(gold), said] += 1
    return table


def macro(table):
    return (2 * np.diag(table) / np.maximum(1, table.sum(0) + table.sum(1))).mean()


def best_bias(weighed):
    """Weights on the probabilities of pro, con, none that give the best macro-F1."""
    steps = [0.7 + 0.1 * i for i in range(12)]
    return max(((1.0, c, n) for c in steps for n in steps), key=lambda bias: macro(confusion(weighed, bias)))


def calibration(weighed, bias):
    """Platt's slope and offset on the log-odds of the chosen role."""
    odds, right = [], []
    for row, probabilities, _ in weighed:
        said = (probabilities * np.array(bias)).argmax(1)
        for i, gold in enumerate(row["roles"]):
            p = np.clip(probabilities[i, said[i]], 1e-6, 1 - 1e-6)
            odds.append(np.log(p / (1 - p)))
            right.append(float(gold == ROLES[said[i]]))
    x, y = torch.tensor(np.array(odds), dtype=torch.float), torch.tensor(right)
    w = torch.tensor([1.0, 0.0], requires_grad=True)
    optimizer = torch.optim.LBFGS([w], max_iter=50)

    def closure():
        optimizer.zero_grad()
        loss = F.binary_cross_entropy_with_logits(w[0] * x + w[1], y)
        loss.backward()
        return loss

    optimizer.step(closure)
    return [round(v, 4) for v in w.tolist()]


def crossed(rows, **kind):
    """Of each fold the decoder that did not see it, and its articles."""
    order = list(range(len(rows)))
    random.Random(3).shuffle(order)
    for k in range(FOLDS):
        part = set(order[k::FOLDS])
        yield fit([rows[i] for i in order if i not in part], **kind), [rows[i] for i in sorted(part)]


def best(rows, **kind):
    """Trust in the lean and weights of the roles that give the best macro-F1, and what that makes of all articles unseen.

    Trust is what real op-eds and essays, each group by itself, do best with: it is to hold for other manners of writing.
    """
    decoders = list(crossed(rows, **kind))
    made = {trust: [one for decoder, part in decoders for one in weigh(decoder, part, trust)] for trust in TRUSTS}
    biases = {trust: best_bias(weighed) for trust, weighed in made.items()}
    groups = lambda trust: ([one for one in made[trust] if (one[0]["origin"] in REAL) == real] for real in (True, False))
    trust = max(TRUSTS, key=lambda trust: sum(macro(confusion(group, biases[trust])) for group in groups(trust)))
    return made[trust], biases[trust], trust


def figures(tables, leans, said):
    """Macro-F1 of the roles, sides right, verdicts right, recall of pro and of con."""
    table = tables.sum(0)
    right = [np.mean(said[leans == lean] == (lean == "pro")) if (leans == lean).any() else 0.0 for lean in ("pro", "con")]
    verdict = np.mean(np.where(leans == "balanced", False, said == (leans == "pro")))
    return np.array([macro(table), (table[0, 0] + table[1, 1]) / max(1, table[:2, :2].sum()), verdict, *right])


def tally(weighed, bias):
    """By article, in the order of their names: confusions, leans, leans as said."""
    weighed = sorted(weighed, key=lambda one: one[0]["id"])
    tables = np.stack([confusion([one], bias) for one in weighed])
    return tables, np.array([row["lean"] for row, _, _ in weighed]), np.array([p > 0.5 for *_, p in weighed])


def shown(values):
    return "macro {:.3f} side {:.3f} verdict {:.3f} (pro {:.2f}, con {:.2f})".format(*values)


SENATOR = re.compile(r"\d{4}[A-Za-z]+\d+$")
GROUPS = {
    "real": lambda row: row["origin"] in REAL, "essays": lambda row: row["origin"] not in REAL, "gold": lambda row: row["origin"] in ("train", "roles"),
    "not by senators": lambda row: row["origin"] in REAL and not SENATOR.search(row["id"]),
}


def report(name, what, weighed, bias, against=None, draws=1000):
    """Figures of each group, and with `against` the 95 % interval of what the first three gain on it."""
    for group, holds in GROUPS.items():
        counts = tally([one for one in weighed if holds(one[0])], bias)
        line = f"{name} {what}, {group} ({len(counts[1])}): {shown(figures(*counts))}"
        if against:
            other = tally([one for one in against[0] if holds(one[0])], against[1])
            rng = np.random.default_rng(5)
            picks = [rng.integers(0, len(counts[1]), len(counts[1])) for _ in range(draws)]
            gains = np.array([(figures(*(c[i] for c in counts)) - figures(*(c[i] for c in other)))[:3] for i in picks])
            line += " against light alone " + ", ".join(f"{a:+.3f} to {b:+.3f}" for a, b in np.percentile(gains, [2.5, 97.5], 0).T)
        print(line, flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("articles", type=Path)
    parser.add_argument("--scores", type=Path, default=SCORES)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--intervals", action="store_true")
    args = parser.parse_args()
    torch.set_num_threads(1)
    opeds, scores = read_scores(args.scores, all_opeds(args.articles))
    written = {name: fit_one(name, rows_of(opeds, scores, name), args.intervals) for name in SHIPS}
    if args.out:
        args.out.write_text(json.dumps(written, indent=1) + "\n")


def fit_one(name: str, rows, intervals: bool) -> dict:
    """What weighing.json holds for an issue that is `given`, or `found`."""
    light = [as_light_says(row) for row in rows]
    light = light, best_bias(light)
    report(name, "light alone", *light)
    made = {what: best(rows, **kind) for what, kind in KINDS.items()}
    for what, (weighed, bias, trust) in made.items():
        report(name, f"{what}, trust {trust}", weighed, bias, light if intervals else None)
    weighed, bias, trust = made[SHIPS[name]]
    decoder = fit(rows, **KINDS[SHIPS[name]])
    plain = lambda p: np.round(p.detach().numpy().astype(float), 4).tolist()
    return {
        "stands": plain(decoder.stands), "side": plain(decoder.side), "light": plain(decoder.light),
        "bias": plain(decoder.bias), "transitions": plain(decoder.transitions),
        "lean": dict(zip(("vote", "light", "prior"), plain(decoder.lean))),
        "trust": trust,
        "decision": {"bias": [round(b, 2) for b in bias], "calibration": calibration(weighed, bias)},
    }


if __name__ == "__main__":
    main()
