"""The same work as `benches/network.rs` in onnxruntime and PyTorch: `python speed.py FOLDER [--threads 2]`.

FOLDER holds the exported files. Prints the best of five rounds for 60 sentences of 32 pieces and 60 pairs of 48.
"""

import argparse
import pathlib
import time

import numpy as np
import onnxruntime
import torch

from model import PairModel, SentenceModel

SENTENCES, PAIRS = (60, 32), (60, 48)


def best(work, rounds=5):
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=pathlib.Path)
    arguments.add_argument("--threads", type=int, default=2)
    given = arguments.parse_args()
    torch.set_num_threads(given.threads)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = given.threads
    graph = {name: onnxruntime.InferenceSession(given.folder / f"{name}.onnx", options) for name in ("words", "sentence", "pair")}
    sentence, pair = SentenceModel().eval(), PairModel().eval()

    def inputs(shape):
        ids = np.random.default_rng(1).integers(1000, 20000, shape, dtype=np.int32)
        segments = np.zeros(shape, np.int32)
        segments[:, shape[1] // 2 :] = 1
        return ids, segments, np.ones(shape, np.float32), np.arange(shape[1], dtype=np.int32)

    def embedded(ids, segments, places):
        return graph["words"].run(None, {"tokens": ids, "segments": segments, "positions": places})[0]

    def sentences_in_onnxruntime():
        ids, segments, mask, places = inputs(SENTENCES)
        hidden = embedded(ids, segments * 0, places)
        graph["sentence"].run(None, {"embedded": hidden, "mask": mask, "shapes": segments * 0 + 1})

    def pairs_in_onnxruntime():
        ids, segments, mask, places = inputs(PAIRS)
        graph["pair"].run(None, {"embedded": embedded(ids, segments, places), "mask": mask, "segments": segments.astype(np.float32)})

    def sentences_in_torch():
        ids, segments, mask, _ = (torch.tensor(x) for x in inputs(SENTENCES))
        with torch.inference_mode():
            hidden = sentence.hidden(ids, mask, segments * 0 + 1)
            sentence.vector(hidden, mask), sentence.arcs(hidden)
            for head in ("names", "parts", "relations", "attribution"):
                getattr(sentence, head)(hidden)

    def pairs_in_torch():
        ids, segments, mask, _ = (torch.tensor(x) for x in inputs(PAIRS))
        with torch.inference_mode():
            pair(ids, mask, segments)

    for work in (sentences_in_onnxruntime, pairs_in_onnxruntime, sentences_in_torch, pairs_in_torch):
        print(f"{work.__name__}: {best(work) * 1000:.0f} ms")


if __name__ == "__main__":
    main()
