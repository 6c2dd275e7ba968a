"""Third step: from sentence scores to an article's roles and lean; fits the weights of the decoder.

python decide.py HELD.json [--out ../../src/4-decide/encoder/weighing.json]
The stands of an article's sentences (with the author, against, argues nothing) are a chain with the encoder's
logits and the light engine's probabilities as emissions; each lean gives its own reading of the sides, and the two
are weighed against each other. The same sums as in src/4-decide/encoder/weigh-article.ts.
Everything printed is cross-validated by article (five folds) on articles that neither encoder nor light models saw.
"""

import argparse
import json
import random
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

import reader as m

ROLES = ("pro", "con", "none")
FLOOR, EVIDENCE_SCALE, FOLDS, STRETCH = 0.01, 5.0, 5, 20
# What is compared.
KINDS = {
    "light alone": {"encoder": False}, "encoder alone": {"light": False},
    "both, the lean by light alone": {"votes": False}, "both": {},
}
# What ships, by the figures that this prints: the encoder knows the lean better only when it knows the issue.
SHIPS = {"given": "both", "found": "both, the lean by light alone"}


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
        self.lean = torch.nn.Parameter(torch.tensor([0.5, 0.1, 0.5, 0.0]))  # vote, evidence, light, prior

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

    def lean_logit(self, batch, z_pro, z_con):
        evidence = EVIDENCE_SCALE * (z_pro - z_con) / batch["mask"].sum(1).sqrt()
        pooled = torch.softmax(batch["scores"][..., m.WEIGHT].masked_fill(~batch["mask"], -1e9), 1)
        votes = (pooled * batch["scores"][..., m.VOTE]).sum(1)
        e, l = self.use
        vote, sentences, light, prior = self.lean
        return e * vote * votes + sentences * evidence + l * light * batch["light_lean"] + prior


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
    """The chain first, under the gold lean; then the lean, from what the chain makes of either.

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
        decoder.lean.data = torch.tensor([0.0, 0.0, 1.0, 0.0])
        return decoder
    whole = batch_of(rows)
    with torch.no_grad():
        z = [decoder.log_z(decoder.emissions(whole, side), whole["mask"]) for side in (True, False)]
    share = whole["pro"].float().mean()
    weight = torch.where(whole["pro"], 0.5 / share, 0.5 / (1 - share))  # no prior: both leans count the same

    def lean_loss():
        return F.binary_cross_entropy_with_logits(decoder.lean_logit(whole, *z), whole["pro"].float(), weight=weight)

    descend(lean_loss, [decoder.lean])
    return decoder


def descend(loss, parameters, steps=60):
    """Adam, pulled back a little to where it started."""
    start = [p.detach().clone() for p in parameters]
    optimizer = torch.optim.Adam(parameters, 0.05)
    for _ in range(steps):
        optimizer.zero_grad()
        pull = sum(((p - s) ** 2).sum() for p, s in zip(parameters, start))
        (loss() + 0.01 * pull).backward()
        optimizer.step()


def weigh(decoder, rows):
    """Of each article the [n, 3] probabilities of pro, con, none and the probability that the author leans pro."""
    batch = batch_of(rows)
    with torch.no_grad():
        e = {side: decoder.emissions(batch, side) for side in (True, False)}
        z = {side: decoder.log_z(e[side], batch["mask"]) for side in e}
        p = torch.sigmoid(decoder.lean_logit(batch, z[True], z[False]))[:, None, None]
        if_pro, if_con = (decoder.marginals(e[side], batch["mask"]) for side in (True, False))
        mixed = p * if_pro + (1 - p) * if_con[..., [1, 0, 2]]
    return [(row, mixed[i, : len(row["roles"])].numpy(), p[i].item()) for i, row in enumerate(rows)]


def rows_of(file, name):
    rows = []
    for row in json.loads(Path(file).read_text()):
        light = row["light"][name]
        p = np.clip(light["pro"], FLOOR, 1 - FLOOR)
        rows.append({
            "id": row["id"], "lean": row["lean"], "roles": row["roles"], "scores": torch.tensor(row[name]),
            "log_light": torch.log(torch.tensor(light["roles"]).clamp(min=FLOOR)), "light_lean": float(np.log(p / (1 - p))),
        })
    return rows


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
    order = list(range(len(rows)))
    random.Random(3).shuffle(order)
    weighed = []
    for k in range(FOLDS):
        part = set(order[k::FOLDS])
        decoder = fit([rows[i] for i in order if i not in part], **kind)
        weighed += weigh(decoder, [rows[i] for i in sorted(part)])
    return weighed


def summary(weighed, bias):
    table = confusion(weighed, bias)
    leans = [(row["lean"], p > 0.5) for row, _, p in weighed]
    right = {lean: [said == (lean == "pro") for gold, said in leans if gold == lean] for lean in ("pro", "con")}
    verdict = sum(map(sum, right.values())) / len(leans)
    return (f"macro {macro(table):.3f} side {(table[0, 0] + table[1, 1]) / table[:2, :2].sum():.3f} verdict {verdict:.3f}"
            f" (pro {np.mean(right['pro']):.2f} of {len(right['pro'])}, con {np.mean(right['con']):.2f} of {len(right['con'])})")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("held")
    parser.add_argument("--out")
    args = parser.parse_args()
    torch.set_num_threads(1)
    written = {}
    for name in ("given", "found"):
        rows = rows_of(args.held, name)
        for what, kind in KINDS.items():
            weighed = crossed(rows, **kind)
            bias = best_bias(weighed)
            print(f"{name} {what}: plain {summary(weighed, (1, 1, 1))}; best bias {[round(b, 1) for b in bias]} {summary(weighed, bias)}", flush=True)
            if what == SHIPS[name]:
                shipped = weighed, bias
        decoder, (weighed, bias) = fit(rows, **KINDS[SHIPS[name]]), shipped
        plain = lambda p: np.round(p.detach().numpy().astype(float), 4).tolist()
        lean = plain(decoder.lean)
        written[name] = {
            "stands": plain(decoder.stands), "side": plain(decoder.side), "light": plain(decoder.light),
            "bias": plain(decoder.bias), "transitions": plain(decoder.transitions),
            "lean": dict(zip(("vote", "evidence", "light", "prior"), lean)),
            "decision": {"bias": [round(b, 2) for b in bias], "calibration": calibration(weighed, bias)},
        }
    print(json.dumps(written))
    if args.out:
        Path(args.out).write_text(json.dumps(written, indent=1) + "\n")


if __name__ == "__main__":
    main()
