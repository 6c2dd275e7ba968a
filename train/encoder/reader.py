"""What reads the vectors of an article's sentences in their place: title first, neighbours by a GRU."""

import torch
from torch import nn
from torch.nn import functional as F

WIDTH = 384
"""Numbers in the vector of a sentence."""
# What each sentence is read out as, in this order:
SAME, OPPOSED, NOTHING, SIDE, VOTE, WEIGHT = range(6)
PLACES = 9
ALONE, PLACED, BESIDE = 128, 24, 64


class Reader(nn.Module):
    """vectors [b, n, 384], places [b, n, 9], mask [b, n] -> [b, n, 6].

    0-2 logits: speaks for the author's side, against it, argues not at all; 3 logit: pro rather than
    con toward the issue; 4-5: vote on the article's lean and its weight.
    """

    def __init__(self, dropout: float = 0.3):
        super().__init__()
        self.norm = nn.LayerNorm(WIDTH)
        self.drop = nn.Dropout(dropout)
        self.alone = nn.Linear(WIDTH, ALONE)
        self.placed = nn.Linear(PLACES, PLACED)
        self.neighbours = nn.GRU(ALONE + PLACED, BESIDE, bidirectional=True, batch_first=True)
        self.out = nn.Linear(ALONE + PLACED + 2 * BESIDE, 6)

    def forward(self, vectors, places, lengths=None):
        h = torch.cat([F.gelu(self.alone(self.drop(self.norm(vectors)))), F.gelu(self.placed(places))], -1)
        h = self.drop(h)
        return self.out(torch.cat([h, self.drop(self.beside(h, lengths))], -1))

    def beside(self, h, lengths):
        if lengths is None:
            return self.neighbours(h)[0]
        packed = nn.utils.rnn.pack_padded_sequence(h, lengths, batch_first=True, enforce_sorted=False)
        return nn.utils.rnn.pad_packed_sequence(self.neighbours(packed)[0], batch_first=True)[0]


def lean_logits(scores: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """[b, n, 6] -> [b]: votes pooled by softmaxed weights."""
    weights = torch.softmax(scores[..., WEIGHT].masked_fill(~mask, -1e9), 1)
    return (weights * scores[..., VOTE]).sum(1)
