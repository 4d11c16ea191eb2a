"""Second and third step of the pair network: the verdict and the kind.

    python verdicts.py DATA OUT --own             what was written and labelled for this project: OUT/own.pt
    python verdicts.py DATA OUT --leave-out N     from there, without fold N, which it then judges: OUT/fold-N.pt, .jsonl
    python verdicts.py DATA OUT                   from there, on everything: OUT/pair.pt

Our own families and leads are in no fold, so the third step starts from the same weights every time.
"""

import argparse
import json
import pathlib
import random

import torch
from torch.nn.functional import cross_entropy, log_softmax

from common import Run, batches, by_length, device, grid, optimizer, pad, seed, tokenizer, train
from model import LABELS, VERDICTS, PairModel, encode_pair, mean
from pretrain import sample
from stories import Example, authored, contrast, leads, marked, unmarked

LIMIT = 160
BATCH = 32
LABELLED = pathlib.Path(__file__).parent.parent / "data"
CONTESTED = [VERDICTS.index(name) for name in ("update", "dispute", "conflict")]
# How many of each origin one pass over the data takes; an origin that is not named is left out. No pass forgets entailment.
ALL = 10**9
OWN = {"contrast": ALL, "lead": ALL, "entailment": 8000}
TAKE = {
    "authored": ALL, "story-passage": ALL, "invented-passage": ALL, "story-sentence": 600, "invented-sentence": 100, "unmarked": 400,
    "contrast": 900, "lead": 900, "entailment": 600,
}  # fmt: skip
# Few examples are read several times, by people who do not agree on every verdict: neither learnt by heart nor believed blindly.
DROPOUT, SMOOTHING = 0.1, 0.1


def vectors_of(model, words):
    """The base model's sentence vectors: they choose which unmarked sentences resemble each other."""
    known = {}

    def vectors(texts):
        new = [text for text in texts if text not in known]
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
    return [*authored(data), *contrast(LABELLED), *leads(data, LABELLED), *marked(data), *rows]


def one_pass(rng, rows, pretraining, take):
    """What one pass takes of each origin, in a drawn direction: the verdict knows no first and second, entailment does."""
    by_origin = {"entailment": [(a, b, None, None, LABELS.index(label)) for a, b, label in pretraining]}
    for row in rows:
        by_origin.setdefault(row.origin, []).append((row.first, row.second, row.verdict, row.kind, None))
    taken = []
    for origin, count in take.items():
        for a, b, *rest in rng.sample(by_origin[origin], min(len(by_origin[origin]), count)):
            turned = origin != "entailment" and rng.random() < 0.5
            taken.append((b, a, *rest) if turned else (a, b, *rest))
    return taken


def logits(model, words, pairs):
    """Label, verdict and kind of a batch of pairs of texts."""
    return model(*grid([encode_pair(words, a, b, LIMIT) for a, b in pairs]))


def loss_of_batch(model, words, batch):
    label, verdict, kind = logits(model, words, [(a, b) for a, b, *_ in batch])
    total = torch.zeros((), device=device())
    for scores, index, weight, smoothing in ((label, 4, 1.0, 0.0), (verdict, 2, 1.0, SMOOTHING), (kind, 3, 0.3, SMOOTHING)):
        known = [i for i, row in enumerate(batch) if row[index] is not None]
        if known:
            truth = torch.tensor([batch[i][index] for i in known], device=device())
            total = total + weight * cross_entropy(scores[known], truth, reduction="sum", label_smoothing=smoothing)
    # Nobody marked these: all that is known is that they are no conflict.
    quiet = [i for i, row in enumerate(batch) if row[2] is None and row[4] is None]
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
    arguments.add_argument("--passes", type=int, default=2)
    arguments.add_argument("--rate", type=float, default=1.5e-4)
    given = arguments.parse_args()
    seed()
    start, take, name = ("pretrained", OWN, "own") if given.own else ("own", TAKE, "pair")
    if given.leave_out is not None:
        name = f"fold-{given.leave_out}"
    rows = examples(given.data, given.out)
    words, model = tokenizer(), PairModel(DROPOUT).to(device())
    model.load_state_dict(torch.load(given.out / f"{start}.pt", map_location=device(), weights_only=True))
    rng = random.Random(3)
    pretraining = sample(given.data)
    learnt = [row for row in rows if row.fold != given.leave_out]
    plan = []
    for _ in range(given.passes):
        taken = one_pass(rng, learnt, pretraining, take)
        lengths = [len(a) + len(b) for a, b, *_ in taken]
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
