"""Turns trained weights into the files that the program loads.

    python export.py OUT --sentence SENTENCE.pt --pair PAIR.pt [--calibration CALIBRATION.json]

Without `--sentence` or `--pair` that trunk is the base model's with untrained heads: enough to try the program's side.
"""

import hashlib
import json
import shutil

import numpy as np
from onnx import TensorProto

import graph as onnx_graph
import weights
from common import base_model
from model import ARC, ATTRIBUTION_TAGS, KINDS, LABELS, NAME_TAGS, PARTS, RELATIONS, VERDICTS

FLOAT, INT = TensorProto.FLOAT, TensorProto.INT32
HIDDEN = ("embedded", FLOAT, ["batch", "tokens", 384])
MASK = ("mask", FLOAT, ["batch", "tokens"])


def arrays(module):
    return {name: value.detach().numpy() for name, value in module.state_dict().items()}


def sentence(path, model):
    """embedded, mask, shapes → vector, names, parts, relations, arcs, attribution."""
    g = onnx_graph.Graph()
    shaped = g.add("Gather", g.constant(model.shapes.weight.detach().numpy(), np.float32), "shapes")
    hidden = g.trunk(g.add("Add", "embedded", shaped), "mask", arrays(model.trunk.layers))
    mean = g.mean(hidden, g.add("Unsqueeze", "mask", g.constant([2], np.int64)))
    length = g.add("ReduceL2", mean, g.constant([-1], np.int64), keepdims=1)
    g.add("Div", mean, length, out="vector")
    heads = {"names": len(NAME_TAGS), "parts": len(PARTS), "relations": len(RELATIONS), "attribution": len(ATTRIBUTION_TAGS)}
    for name in heads:
        w = arrays(getattr(model, name))
        g.linear(hidden, w["weight"], w["bias"], out=name)
    child, parent = (arrays(getattr(model, name)) for name in ("child", "parent"))
    below = g.linear(hidden, child["weight"] / ARC**0.5, child["bias"] / ARC**0.5)
    above = g.add("Transpose", g.linear(hidden, parent["weight"], parent["bias"]), perm=[0, 2, 1])
    g.add("MatMul", below, above, out="arcs")
    grid = ["batch", "tokens"]
    outputs = [("vector", FLOAT, ["batch", 384]), ("arcs", FLOAT, [*grid, "tokens"])]
    outputs += [(name, FLOAT, [*grid, width]) for name, width in heads.items()]
    g.save(path, [HIDDEN, MASK, ("shapes", INT, grid)], outputs)


def pair(path, model):
    """embedded, mask, segments → label, verdict, kind; segments as numbers 0 and 1."""
    g = onnx_graph.Graph()
    hidden = g.trunk("embedded", "mask", arrays(model.trunk.layers))
    last = g.constant([2], np.int64)
    second = g.add("Mul", "mask", "segments")
    sides = [g.mean(hidden, g.add("Unsqueeze", w, last)) for w in (g.add("Sub", "mask", second), second)]
    first = g.add("Gather", hidden, g.constant(0, np.int64), axis=1)
    joined = g.add("Concat", first, *sides, g.add("Abs", g.add("Sub", *sides)), g.add("Mul", *sides), axis=1)
    w = arrays(model.join)
    joined = g.add("Gelu", g.product(g.quantized(joined), w["weight"], w["bias"]))
    heads = {"label": len(LABELS), "verdict": len(VERDICTS), "kind": len(KINDS)}
    for name in heads:
        w = arrays(getattr(model, name))
        g.linear(joined, w["weight"], w["bias"], out=name)
    inputs = [HIDDEN, MASK, ("segments", FLOAT, ["batch", "tokens"])]
    g.save(path, inputs, [(name, FLOAT, ["batch", width]) for name, width in heads.items()])


def main():
    given = weights.arguments()
    given.out.mkdir(parents=True, exist_ok=True)
    models, calibration = weights.load(given)
    onnx_graph.words(given.out / "words.onnx", arrays(models["pair"].words))
    sentence(given.out / "sentence.onnx", models["sentence"])
    pair(given.out / "pair.onnx", models["pair"])
    shutil.copy(base_model() / "tokenizer.json", given.out / "tokenizer.json")
    (given.out / "calibration.json").write_text(json.dumps(calibration, indent=1) + "\n", encoding="utf-8")
    for path in sorted(given.out.iterdir()):
        print(hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_size, path.name)


if __name__ == "__main__":
    main()
