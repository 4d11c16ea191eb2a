"""Second and third step of the pair network: the verdict and the kind.

    python verdicts.py DATA OUT --own             families written for this project: OUT/own.pt
    python verdicts.py DATA OUT --leave-out N     from there, without fold N, which it then judges: OUT/fold-N.pt, .jsonl
    python verdicts.py DATA OUT                   from there, on everything: OUT/pair.pt

The families are in no fold, so the third step starts from the same weights every time. Its lower layers stay as the second
step left them, so their output is worked out once.
"""

import argparse
import json
import pathlib
import random

import torch
from torch.nn.functional import cross_entropy, log_softmax

from common import Run, batches, device, grid, optimizer, pad, seed, tokenizer, train
from model import KINDS, LABELS, VERDICTS, PairModel, encode_pair, mean
from pretrain import sample
from stories import Example, authored, contrast, marked, unmarked

LIMIT = 160
BATCH = 20
LABELLED = pathlib.Path(__file__).parent.parent / "data"
CONTESTED = [VERDICTS.index(name) for name in ("update", "dispute", "conflict")]
# How many of each origin one pass over the data takes; an origin that is not named is left out.
ALL = 10**9
OWN = {"contrast": ALL, "entailment": 1500}
TAKE = {
    "authored": ALL, "story-passage": ALL, "invented-passage": ALL, "story-sentence": 1000, "invented-sentence": 200, "unmarked": 600,
    "contrast": 1500, "entailment": 700,
}  # fmt: skip
# The authored pairs are few and clean: each pass takes them in both directions.
BOTH_WAYS = {"authored"}


class Rows:
    """Texts as word pieces, and the hidden states that the frozen lower layers give them, kept once they are known."""

    def __init__(self, model, frozen):
        self.words, self.model, self.frozen, self.known = tokenizer(), model, frozen, {}

    def hidden(self, pairs):
        """Hidden states, mask and segments of a batch of pairs of texts."""
        encoded = [encode_pair(self.words, a, b, LIMIT) for a, b in pairs]
        ids, mask, segments = grid(encoded)
        if any(pair not in self.known for pair in pairs):
            with torch.no_grad():
                low = self.model.trunk(self.model.embed(ids, segments), mask, 0, self.frozen)
            for row, pair in enumerate(pairs):
                self.known[pair] = low[row, : len(encoded[row][0])].to(torch.bfloat16)
            return low, mask, segments
        low = torch.zeros(*mask.shape, self.known[pairs[0]].shape[1], device=device())
        for row, pair in enumerate(pairs):
            known = self.known[pair]
            low[row, : len(known)] = known.float()
        return low, mask, segments


def vectors_of(model, words):
    """The base model's sentence vectors: they choose which unmarked sentences resemble each other."""
    known = {}

    def vectors(texts):
        ids = {text: [101, *words.encode(text, add_special_tokens=False).ids[:94], 102] for text in texts if text not in known}
        order = sorted(ids, key=lambda text: len(ids[text]))
        for start in range(0, len(order), 32):
            part = order[start : start + 32]
            mask = pad([[1] * len(ids[text]) for text in part])
            with torch.inference_mode():
                hidden = model.trunk(model.words(input_ids=pad([ids[text] for text in part])), mask)
                known.update(zip(part, torch.nn.functional.normalize(mean(hidden, mask), dim=1)))
        return torch.stack([known[text] for text in texts])

    return vectors


def examples(data, out):
    """All examples; the unmarked ones, which need the base model, are kept in a file."""
    kept = out / "unmarked.json"
    if not kept.exists():
        found = [vars(e) for e in unmarked(data, vectors_of(PairModel(), tokenizer()))]
        kept.write_text(json.dumps(found), encoding="utf-8")
    rows = [Example(**row) for row in json.loads(kept.read_text(encoding="utf-8"))]
    return [*authored(data), *contrast(LABELLED), *marked(data), *rows]


def one_pass(rng, rows, pretraining, take):
    """What one pass takes of each origin, in a drawn direction: the verdict knows no first and second, entailment does."""
    by_origin = {"entailment": [(a, b, None, None, LABELS.index(label)) for a, b, label in pretraining]}
    for row in rows:
        by_origin.setdefault(row.origin, []).append((row.first, row.second, row.verdict, row.kind, None))
    taken = []
    for origin, count in take.items():
        drawn = rng.sample(by_origin[origin], min(len(by_origin[origin]), count))
        turned = [(b, a, *rest) for a, b, *rest in drawn]
        if origin == "entailment":
            taken += drawn
        elif origin in BOTH_WAYS:
            taken += drawn + turned
        else:
            taken += [rng.choice(both) for both in zip(drawn, turned)]
    return taken


def loss_of_batch(model, rows, frozen, batch):
    hidden, mask, segments = rows.hidden([(a, b) for a, b, *_ in batch])
    label, verdict, kind = model(hidden, mask, segments, frozen)
    total = torch.zeros((), device=device())
    labelled = [i for i, row in enumerate(batch) if row[4] is not None]
    judged = [i for i, row in enumerate(batch) if row[2] is not None]
    kinds = [i for i, row in enumerate(batch) if row[3] is not None]
    quiet = [i for i, row in enumerate(batch) if row[2] is None and row[4] is None]

    def targets(index, chosen):
        return torch.tensor([batch[i][index] for i in chosen], device=device())

    if labelled:
        total = total + cross_entropy(label[labelled], targets(4, labelled), reduction="sum")
    if judged:
        total = total + cross_entropy(verdict[judged], targets(2, judged), reduction="sum")
    if kinds:
        total = total + 0.3 * cross_entropy(kind[kinds], targets(3, kinds), reduction="sum")
    if quiet:
        contested = log_softmax(verdict[quiet], 1)[:, CONTESTED].exp().sum(1).clamp(max=0.999)
        total = total - torch.log1p(-contested).sum()
    return total / len(batch)


def judge(model, rows, frozen, pairs, size=64):
    """Logits of label, verdict and kind, both directions averaged (label: the first direction alone)."""
    model.eval()
    out = [None] * len(pairs)
    order = sorted(range(len(pairs)), key=lambda i: len(pairs[i][0]) + len(pairs[i][1]))
    with torch.inference_mode():
        for start in range(0, len(order), size):
            part = order[start : start + size]
            there = model(*rows.hidden([pairs[i] for i in part]), frozen)
            back = model(*rows.hidden([pairs[i][::-1] for i in part]), frozen)
            for row, i in enumerate(part):
                out[i] = [there[0][row].tolist()] + [((there[k] + back[k]) / 2)[row].tolist() for k in (1, 2)]
    return out


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("data", type=pathlib.Path)
    arguments.add_argument("out", type=pathlib.Path)
    arguments.add_argument("--own", action="store_true")
    arguments.add_argument("--leave-out", type=int)
    arguments.add_argument("--frozen", type=int)
    arguments.add_argument("--passes", type=int, default=3)
    arguments.add_argument("--rate", type=float, default=2e-4)
    arguments.add_argument("--name")
    given = arguments.parse_args()
    seed()
    start, take, name, frozen = ("pretrained", OWN, "own", 0) if given.own else ("own", TAKE, "pair", 2)
    if given.leave_out is not None:
        name = f"fold-{given.leave_out}"
    name, frozen = given.name or name, frozen if given.frozen is None else given.frozen
    rows = examples(given.data, given.out)
    model = PairModel().to(device())
    model.load_state_dict(torch.load(given.out / f"{start}.pt", map_location=device(), weights_only=True))
    for layer in model.trunk.layers[:frozen]:
        layer.requires_grad_(False)
    cache = Rows(model, frozen)
    rng = random.Random(3)
    pretraining = sample(given.data, 60000)
    learnt = [row for row in rows if row.fold != given.leave_out]
    plan = []
    for _ in range(given.passes):
        taken = one_pass(rng, learnt, pretraining, take)
        lengths = [len(a) + len(b) for a, b, *_ in taken]
        plan += [[taken[i] for i in part] for part in batches(lengths, BATCH, rng)]
    run = Run(given.out / f"{name}.ckpt", model, optimizer(model))
    train(run, plan, lambda batch: loss_of_batch(model, cache, frozen, batch), given.rate)
    torch.save(model.state_dict(), given.out / f"{name}.pt")
    if given.leave_out is not None:
        held = [row for row in rows if row.fold == given.leave_out]
        judged = judge(model, cache, frozen, [(row.first, row.second) for row in held])
        with open(given.out / f"{name}.jsonl", "w", encoding="utf-8") as lines:
            for row, (label, verdict, kind) in zip(held, judged):
                print(json.dumps({**vars(row), "logits": [label, verdict, kind]}), file=lines)


if __name__ == "__main__":
    main()
