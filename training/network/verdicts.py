"""Second and third step of the pair network: the verdict and the kind.

    python verdicts.py DATA OUT --own             what was written and labelled for this project: OUT/own.pt
    python verdicts.py DATA OUT --leave-out N     from there, without fold N, which it then judges: OUT/fold-N.pt, .jsonl
    python verdicts.py DATA OUT                   from there, on everything: OUT/pair.pt

Our own families and leads are in no fold, so the third step starts from the same weights every time.
"""

import argparse
import collections
import json
import pathlib
import random
from typing import NamedTuple

import torch
from torch.nn.functional import cross_entropy, log_softmax

from common import Run, batches, by_length, device, grid, optimizer, pad, seed, tokenizer, train
from model import LABELS, VERDICTS, PairModel, encode_pair, mean
from pretrain import predict, sample
from stories import Example, authored, contrast, leads, marked, unmarked
from swaps import swaps

LIMIT = 160
BATCH = 32
LABELLED = pathlib.Path(__file__).parent.parent / "data"
CONTESTED = [VERDICTS.index(name) for name in ("update", "dispute", "conflict")]
# How many of each origin one pass over the data takes; an origin that is not named is left out. No pass forgets entailment.
ALL = 10**9
OWN = {"contrast": ALL, "lead": ALL, "swap": 2800, "entailment": 8000}
TAKE = {
    "authored": ALL, "story-passage": 4000, "invented-passage": ALL, "story-sentence": 500, "invented-sentence": 100,
    "unmarked": 400, "contrast": 600, "lead": 900, "swap": 300, "entailment": 1000,
}  # fmt: skip
# Few examples are read several times, by people who do not agree on every verdict: neither learnt by heart nor believed blindly.
DROPOUT, SMOOTHING = 0.1, 0.1


def vectors_of(model, words):
    """The base model's sentence vectors: they choose which unmarked sentences resemble each other."""
    known = {}

    def vectors(texts):
        new = [text for text in dict.fromkeys(texts) if text not in known]
        ids = [[101, *words.encode(text, add_special_tokens=False).ids[:94], 102] for text in new]
        for part in by_length([len(row) for row in ids], 32):
            mask = pad([[1] * len(ids[i]) for i in part])
            with torch.inference_mode():
                hidden = model.trunk(model.words(input_ids=pad([ids[i] for i in part])), mask)
                known.update(zip((new[i] for i in part), torch.nn.functional.normalize(mean(hidden, mask), dim=1)))
        return torch.stack([known[text] for text in texts])

    return vectors


def examples(data, out):
    """All examples; the unmarked ones, which need the base model, are kept in a file."""
    kept = out / "unmarked.json"
    if not kept.exists():
        found = [vars(e) for e in unmarked(data, vectors_of(PairModel(), tokenizer()))]
        kept.write_text(json.dumps(found), encoding="utf-8")
    rows = [Example(**row) for row in json.loads(kept.read_text(encoding="utf-8"))]
    return [*authored(data), *contrast(LABELLED), *leads(data, LABELLED), *swaps(data), *marked(data), *rows]


class Pair(NamedTuple):
    """Two texts in one direction and what is known of them; `label` is the probability of each label."""

    first: str
    second: str
    verdict: int | None = None
    kind: int | None = None
    label: list[float] | None = None
    quiet: bool = False  # nobody marked it: all that is known is that it is no conflict

    def turned(self):
        return self._replace(first=self.second, second=self.first, label=None)


def known_pairs(words, rows, pretraining, start, kept):
    """By origin, every pair with its label: of public pairs the true one, of others what the first step's model says.

    So learning verdicts does not unlearn entailment (Li and Hoiem, Learning without Forgetting, 2016).
    """
    if not kept.exists():
        model = PairModel().to(device())
        model.load_state_dict(torch.load(start, map_location=device(), weights_only=True))
        said = predict(model, [encode_pair(words, row.first, row.second, LIMIT) for row in rows]).softmax(1)
        kept.write_text(json.dumps(said.tolist()), encoding="utf-8")
    said = json.loads(kept.read_text(encoding="utf-8"))
    assert len(said) == len(rows), f"{kept} is of other examples; without it they are judged anew"
    pairs = collections.defaultdict(list)
    for a, b, label in pretraining:
        pairs["entailment"].append((Pair(a, b, label=[float(label == name) for name in LABELS]), None))
    for row, label in zip(rows, said):
        # One word in a sentence of forty: the first step's model does not see it.
        label = None if row.origin == "swap" else label
        pair = Pair(row.first, row.second, row.verdict, row.kind, label, quiet=row.verdict is None)
        pairs[row.origin].append((pair, row.fold))
    return pairs


def one_pass(rng, pairs, take, left_out):
    """What one pass takes of each origin, in a drawn direction: the verdict knows no first and second, entailment does."""
    taken = []
    for origin, count in take.items():
        own = [pair for pair, fold in pairs[origin] if fold is None or fold != left_out]
        for pair in rng.sample(own, min(len(own), count)):
            turned = origin != "entailment" and rng.random() < 0.5
            taken.append(pair.turned() if turned else pair)
    return taken


def logits(model, words, pairs):
    """Label, verdict and kind of a batch of pairs of texts."""
    return model(*grid([encode_pair(words, a, b, LIMIT) for a, b in pairs]))


def loss_of_batch(model, words, batch):
    label, verdict, kind = logits(model, words, [(pair.first, pair.second) for pair in batch])
    total = torch.zeros((), device=device())
    heads = (("label", label, 1.0, 0.0), ("verdict", verdict, 1.0, SMOOTHING), ("kind", kind, 0.3, SMOOTHING))
    for name, scores, weight, smoothing in heads:
        known = [i for i, pair in enumerate(batch) if getattr(pair, name) is not None]
        if known:
            truth = torch.tensor([getattr(batch[i], name) for i in known], device=device())
            total = total + weight * cross_entropy(scores[known], truth, reduction="sum", label_smoothing=smoothing)
    quiet = [i for i, pair in enumerate(batch) if pair.quiet]
    if quiet:
        contested = log_softmax(verdict[quiet], 1)[:, CONTESTED].exp().sum(1).clamp(max=0.999)
        total = total - torch.log1p(-contested).sum()
    return total / len(batch)


def judge(model, words, pairs, size=64):
    """Logits of label, verdict and kind, both directions averaged (label: the first direction alone)."""
    model.eval()
    out = [None] * len(pairs)
    with torch.inference_mode():
        for part in by_length([len(a) + len(b) for a, b in pairs], size):
            there = logits(model, words, [pairs[i] for i in part])
            back = logits(model, words, [pairs[i][::-1] for i in part])
            for row, i in enumerate(part):
                out[i] = [there[0][row].tolist()] + [((there[k] + back[k]) / 2)[row].tolist() for k in (1, 2)]
    return out


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("data", type=pathlib.Path)
    arguments.add_argument("out", type=pathlib.Path)
    arguments.add_argument("--own", action="store_true")
    arguments.add_argument("--leave-out", type=int)
    arguments.add_argument("--rate", type=float, default=1.5e-4)
    given = arguments.parse_args()
    seed()
    start, take, passes, name = ("pretrained", OWN, 2, "own") if given.own else ("own", TAKE, 3, "pair")
    if given.leave_out is not None:
        name = f"fold-{given.leave_out}"
    rows = examples(given.data, given.out)
    words, model = tokenizer(), PairModel(DROPOUT).to(device())
    model.load_state_dict(torch.load(given.out / f"{start}.pt", map_location=device(), weights_only=True))
    rng = random.Random(3)
    pairs = known_pairs(words, rows, sample(given.data), given.out / "pretrained.pt", given.out / "labels.json")
    plan = []
    for _ in range(passes):
        taken = one_pass(rng, pairs, take, given.leave_out)
        lengths = [len(pair.first) + len(pair.second) for pair in taken]
        plan += [[taken[i] for i in part] for part in batches(lengths, BATCH, rng)]
    run = Run(given.out / f"{name}.ckpt", model, optimizer(model))
    train(run, plan, lambda batch: loss_of_batch(model, words, batch), given.rate)
    torch.save(model.state_dict(), given.out / f"{name}.pt")
    if given.leave_out is not None:
        held = [row for row in rows if row.fold == given.leave_out]
        judged = judge(model, words, [(row.first, row.second) for row in held])
        with open(given.out / f"{name}.jsonl", "w", encoding="utf-8") as lines:
            for row, (label, verdict, kind) in zip(held, judged):
                print(json.dumps({**vars(row), "logits": [label, verdict, kind]}), file=lines)


if __name__ == "__main__":
    main()
