"""First step of the pair network: entailment, neutral or contradiction on a fixed sample of public sentence pairs.

    python pretrain.py DATA OUT [--pairs 60000]

Each pass takes a sample of its own, rows not yet seen first, and starts the learning rate again; what it leaves is the mean
of the weights on its way.
"""

import argparse
import collections
import pathlib
import random

import torch

from common import MAX_TOKENS, Run, batches, by_length, device, grid, optimizer, read_lines, seed, tokenizer, train
from model import LABELS, PairModel, encode_pair

# Of each source at most this share of a pass: natural pairs first, templates as a seasoning.
WIDE = {
    "lingnli": 0.46, "mnli": 0.27, "snli": 0.07, "snli_counterfactual": 0.03, "mpe": 0.01, "joci": 0.01, "conjnli": 0.05,
    "vania_nli": 0.06, "equate": 0.02, "commitment_bank": 0.005, "fracas": 0.005, "med": 0.01, "monli": 0.01, "climate_fever": 0.02,
}  # fmt: skip
NEAR = {
    "lingnli": 0.46, "mnli": 0.20, "snli": 0.20, "snli_counterfactual": 0.03, "conjnli": 0.05, "vania_nli": 0.04, "equate": 0.02,
}  # fmt: skip
PASSES = [WIDE, WIDE, NEAR]
PAIRS = 60000
RATE = 1.5e-4
EDITS = {"consistent": "entailment", "inconsistent": "contradiction"}


def sample(data, count=PAIRS, turn=0):
    """The fixed sample of a pass: each source's share of its rows in a seeded order, then every edited summary sentence."""
    rows = read_lines(data / "pairs/train.jsonl")
    random.Random(1).shuffle(rows)
    by_source = collections.defaultdict(list)
    for row in rows:
        by_source[row["source"].split("/")[0]].append((row["premise"], row["hypothesis"], row["label"]))
    taken = []
    for source, share in PASSES[turn].items():
        own, wanted = by_source[source], round(share * count)
        taken += [own[(turn * wanted + i) % len(own)] for i in range(min(wanted, len(own)))]
    taken += [(r["premise"], r["hypothesis"], EDITS[r["label"]]) for r in read_lines(data / "pairs/edits_train.jsonl")]
    return taken


def predict(model, encoded, size=64):
    """The logits of the three labels, in the order given."""
    model.eval()
    out = [None] * len(encoded)
    with torch.inference_mode():
        for part in by_length([len(ids) for ids, _ in encoded], size):
            for i, row in zip(part, model(*grid([encoded[i] for i in part]))[0]):
                out[i] = row.cpu()
    return torch.stack(out)


def one_pass(model, words, rows, checkpoint, turn):
    encoded = [encode_pair(words, a, b, MAX_TOKENS) for a, b, _ in rows]
    labels = torch.tensor([LABELS.index(label) for _, _, label in rows])
    print(len(rows), "pairs,", sum(len(ids) for ids, _ in encoded), "tokens", flush=True)

    def loss_of(part):
        logits = model(*grid([encoded[i] for i in part]))[0]
        return torch.nn.functional.cross_entropy(logits, labels[part].to(device()))

    plan = batches([len(ids) for ids, _ in encoded], 32, random.Random(2 + turn))
    train(Run(checkpoint, model, optimizer(model, faster=1.0)), plan, loss_of, RATE)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("data", type=pathlib.Path)
    arguments.add_argument("out", type=pathlib.Path)
    arguments.add_argument("--pairs", type=int, default=PAIRS)
    given = arguments.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    seed()
    words = tokenizer()
    model = PairModel().to(device())
    for turn in range(len(PASSES)):
        one_pass(model, words, sample(given.data, given.pairs, turn), given.out / f"pretrain-{turn}.ckpt", turn)

    held = read_lines(given.data / "pairs/dev.jsonl")
    right = predict(model, [encode_pair(words, r["premise"], r["hypothesis"], MAX_TOKENS) for r in held]).argmax(1)
    count = collections.Counter()
    for row, label in zip(held, right):
        for key in ("all", row["source"]):
            count[key, "n"] += 1
            count[key, "right"] += LABELS[label] == row["label"]
    for key, what in sorted(count):
        if what == "n":
            print(f"{key} accuracy {count[key, 'right'] / count[key, 'n']:.3f} of {count[key, 'n']}")
    torch.save(model.state_dict(), given.out / "pretrained.pt")


if __name__ == "__main__":
    main()
