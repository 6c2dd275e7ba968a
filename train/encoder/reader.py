"""What reads the vectors of an article's sentences in their place: issue and title beside them, neighbours by a GRU."""

import torch
from torch import nn
from torch.nn import functional as F

from vectors import WIDTH

# What each sentence is read out as, in this order:
SAME, OPPOSED, NOTHING, SIDE, VOICE, VOTE, WEIGHT = range(7)
PLACES = 7
HIDDEN = 96


class Reader(nn.Module):
    """sentences [b, n, 384], context [b, 2, 384] (issue, title), known [b, 2], places [b, n, 7] -> [b, n, 7].

    0-2 logits: speaks for the author's side, against it, argues not at all; 3 logit: pro rather than
    con toward the issue; 4 logit: another's voice; 5-6: vote on the article's lean and its weight.
    """

    def __init__(self, mean: torch.Tensor, deviation: torch.Tensor, dropout: float = 0.4):
        super().__init__()
        self.register_buffer("mean", mean)
        self.register_buffer("deviation", deviation)
        self.drop = nn.Dropout(dropout)
        self.alone = nn.Linear(WIDTH, HIDDEN)
        self.on_issue = nn.Linear(WIDTH, HIDDEN // 2, bias=False)
        self.placed = nn.Linear(PLACES + 2, HIDDEN // 4)
        width = HIDDEN + HIDDEN // 2 + HIDDEN // 4
        self.neighbours = nn.GRU(width, HIDDEN // 2, bidirectional=True, batch_first=True)
        self.out = nn.Linear(width + HIDDEN, 7)

    def forward(self, sentences, context, known, places):
        v = (sentences - self.mean) / self.deviation
        c = (context - self.mean) / self.deviation * known[..., None]
        issue, title = c[:, :1], c[:, 1:]
        likeness = torch.stack([cosine(v, issue), cosine(v, title)], -1)
        h = torch.cat([
            F.gelu(self.alone(self.drop(v))),
            F.gelu(self.on_issue(self.drop(v * issue))),
            F.gelu(self.placed(torch.cat([places, likeness], -1))),
        ], -1)
        h = self.drop(h)
        return self.out(torch.cat([h, self.drop(self.neighbours(h)[0])], -1))


def cosine(a, b):
    return (a * b).sum(-1) / (a.norm(dim=-1) * b.norm(dim=-1)).clamp(min=1e-6)


def lean_logits(scores: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """[b, n, 7] -> [b]: votes pooled by softmaxed weights."""
    weights = torch.softmax(scores[..., WEIGHT].masked_fill(~mask, -1e9), 1)
    return (weights * scores[..., VOTE]).sum(1)
