"""Writes a trunk with its heads as an ONNX graph whose products run on eight-bit integers.

Weights are rounded to seven bits, one scale an output column, so that processors without wide dot products do not
saturate and every machine multiplies the same numbers. Activations are quantised token by token while the network
runs, so that a sentence gets the same result alone and in any batch.
"""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

HEADS, HEAD_WIDTH = 12, 32


class Graph:
    """A growing list of nodes; every method adds one operation and returns its output's name."""

    def __init__(self):
        self.nodes, self.constants, self.count = [], [], 0

    def name(self):
        self.count += 1
        return f"v{self.count}"

    def constant(self, value, dtype=None):
        name = self.name()
        self.constants.append(numpy_helper.from_array(np.array(value, dtype, order="C"), name))
        return name

    def add(self, operation, *inputs, out=None, **attributes):
        name = out or self.name()
        self.nodes.append(helper.make_node(operation, list(inputs), [name], **attributes))
        return name

    def linear(self, x, weight, bias, out=None):
        """x · weightᵀ + bias in floating point; for heads too narrow to gain from integers."""
        product = self.add("MatMul", x, self.constant(weight.T, np.float32))
        return self.add("Add", product, self.constant(bias, np.float32), out=out)

    def quantized(self, x):
        """Each token as unsigned bytes around 128, and the scale of each token."""
        largest = self.add("ReduceMax", self.add("Abs", x), self.constant([-1], np.int64), keepdims=1)
        scale = self.add("Add", self.add("Mul", largest, self.constant(1 / 127, np.float32)), self.constant(1e-12, np.float32))
        unit = self.add("Div", x, scale)
        return self.add("QuantizeLinear", unit, self.constant(1.0, np.float32), self.constant(128, np.uint8)), scale

    def product(self, x, weight, bias):
        """x · weightᵀ + bias, x as `quantized` gave it."""
        tokens, scale = x
        step = np.maximum(np.abs(weight).max(1), 1e-12) / 63
        rounded = np.clip(np.rint(weight / step[:, None]), -63, 63)
        sums = self.add(
            "MatMulInteger", tokens, self.constant(rounded.T, np.int8), self.constant(128, np.uint8), self.constant(0, np.int8)
        )
        real = self.add("Mul", self.add("Cast", sums, to=TensorProto.FLOAT), self.constant(step, np.float32))
        return self.add("Add", self.add("Mul", real, scale), self.constant(bias, np.float32))

    def normalize(self, x, weight, bias):
        return self.add(
            "LayerNormalization", x, self.constant(weight, np.float32), self.constant(bias, np.float32), axis=-1, epsilon=1e-12
        )

    def split_heads(self, x, order):
        shaped = self.add("Reshape", x, self.constant([0, 0, HEADS, HEAD_WIDTH], np.int64))
        return self.add("Transpose", shaped, perm=order)

    def layer(self, x, bias, w):
        """One transformer layer; `w` maps the names of its parameters to arrays."""
        attention = "attention.self."
        tokens = self.quantized(x)
        shrink = 1 / np.sqrt(HEAD_WIDTH)
        q = self.product(tokens, w[attention + "query.weight"] * shrink, w[attention + "query.bias"] * shrink)
        k = self.product(tokens, w[attention + "key.weight"], w[attention + "key.bias"])
        v = self.product(tokens, w[attention + "value.weight"], w[attention + "value.bias"])
        scores = self.add("MatMul", self.split_heads(q, [0, 2, 1, 3]), self.split_heads(k, [0, 2, 3, 1]))
        weights = self.add("Softmax", self.add("Add", scores, bias), axis=-1)
        mixed = self.add("Transpose", self.add("MatMul", weights, self.split_heads(v, [0, 2, 1, 3])), perm=[0, 2, 1, 3])
        joined = self.add("Reshape", mixed, self.constant([0, 0, HEADS * HEAD_WIDTH], np.int64))
        out = self.product(self.quantized(joined), w["attention.output.dense.weight"], w["attention.output.dense.bias"])
        x = self.normalize(
            self.add("Add", x, out), w["attention.output.LayerNorm.weight"], w["attention.output.LayerNorm.bias"]
        )
        inner = self.product(self.quantized(x), w["intermediate.dense.weight"], w["intermediate.dense.bias"])
        outer = self.product(self.quantized(self.add("Gelu", inner)), w["output.dense.weight"], w["output.dense.bias"])
        return self.normalize(self.add("Add", x, outer), w["output.LayerNorm.weight"], w["output.LayerNorm.bias"])

    def mask_bias(self, mask):
        """A mask of ones and zeros [batch, tokens] as what is added to attention scores."""
        open_ = self.add("Unsqueeze", mask, self.constant([1, 2], np.int64))
        return self.add("Mul", self.add("Sub", self.constant(1.0, np.float32), open_), self.constant(-1e4, np.float32))

    def trunk(self, x, mask, weights):
        """All layers; `weights` maps `0.attention.self.query.weight` and so on to arrays."""
        bias = self.mask_bias(mask)
        for index in range(1 + max(int(name.split(".")[0]) for name in weights)):
            prefix = f"{index}."
            x = self.layer(x, bias, {name.removeprefix(prefix): w for name, w in weights.items() if name.startswith(prefix)})
        return x

    def mean(self, x, weight):
        """The mean over tokens under `weight` [batch, tokens, 1]: [batch, width]."""
        axis = self.constant([1], np.int64)
        total = self.add("ReduceSum", self.add("Mul", x, weight), axis, keepdims=0)
        count = self.add("Max", self.add("ReduceSum", weight, axis, keepdims=0), self.constant(1.0, np.float32))
        return self.add("Div", total, count)

    def save(self, path, inputs, outputs):
        """Inputs and outputs as (name, type, shape)."""
        values = [[helper.make_tensor_value_info(*given) for given in side] for side in (inputs, outputs)]
        graph = helper.make_graph(self.nodes, "counterpoint", *values, self.constants)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=10)
        onnx.checker.check_model(model)
        onnx.save(model, path)


def words(path, bert):
    """Token numbers and segments [batch, tokens] → embedded tokens: pieces, positions and segments, normalised.

    The table of word pieces is kept as bytes with one scale a piece.
    """
    graph = Graph()
    table = bert["word_embeddings.weight"]
    step = np.abs(table).max(1, keepdims=True) / 127
    rows = graph.add("Gather", graph.constant(np.rint(table / step), np.int8), "tokens")
    scales = graph.add("Gather", graph.constant(step, np.float32), "tokens")
    pieces = graph.add("Mul", graph.add("Cast", rows, to=TensorProto.FLOAT), scales)
    places = graph.add("Gather", graph.constant(bert["position_embeddings.weight"], np.float32), "positions")
    sides = graph.add("Gather", graph.constant(bert["token_type_embeddings.weight"], np.float32), "segments")
    total = graph.add("Add", graph.add("Add", pieces, places), sides)
    normal = [graph.constant(bert[f"LayerNorm.{part}"], np.float32) for part in ("weight", "bias")]
    graph.add("LayerNormalization", total, *normal, out="embedded", axis=-1, epsilon=1e-12)
    grid = [TensorProto.INT32, ["batch", "tokens"]]
    graph.save(
        path,
        [("tokens", *grid), ("positions", TensorProto.INT32, ["tokens"]), ("segments", *grid)],
        [("embedded", TensorProto.FLOAT, ["batch", "tokens", 384])],
    )
