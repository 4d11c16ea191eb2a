"""How the verdict does on what it was not trained on: `python measure_pairs.py OUT/fold-*.jsonl --out CALIBRATION.json`.

The area under the ROC curve of conflict-or-dispute against agree, refine and trap, all together and by kind, beside
the contradiction of the first step; the accuracy of the verdict; and the temperatures that make its odds come true.
"""

import argparse
import collections
import json
import pathlib

import numpy
import torch
from sklearn.metrics import roc_auc_score

from common import read_lines
from model import KINDS, VERDICTS

WORTH = [VERDICTS.index(name) for name in ("dispute", "conflict")]
HEADS = ("label", "verdict", "kind")
UPDATE = VERDICTS.index("update")


def softmax(rows, temperature=1.0):
    return torch.softmax(torch.tensor(rows) / temperature, 1).numpy()


def area(rows, score):
    truth = [row["verdict"] in WORTH for row in rows]
    return roc_auc_score(truth, [score(row) for row in rows]) if 0 < sum(truth) < len(truth) else float("nan")


def temperature(rows, name):
    """The temperature with the least surprise over the verdict or the kind of these rows, to two digits."""
    known = [row for row in rows if row[name] is not None]
    logits = torch.tensor([row["logits"][HEADS.index(name)] for row in known])
    truth = torch.tensor([row[name] for row in known])
    tries = numpy.arange(0.7, 3.01, 0.05)
    return round(float(min(tries, key=lambda t: torch.nn.functional.cross_entropy(logits / t, truth).item())), 2)


def report(name, rows):
    rows = [row for row in rows if row["verdict"] is not None]
    ranked = [row for row in rows if row["verdict"] != UPDATE]
    best = numpy.mean([numpy.argmax(row["logits"][1]) == row["verdict"] for row in rows])
    kinds = [row for row in rows if row["kind"] is not None]
    heat = temperature(rows, "verdict")
    kind = numpy.mean([numpy.argmax(row["logits"][2]) == row["kind"] for row in kinds])
    print(
        f"{name}: n {len(rows)} area {area(ranked, contested):.3f} (contradiction {area(ranked, contradiction):.3f})"
        f" verdict accuracy {best:.3f} kind accuracy {kind:.3f} temperature {heat:.2f}"
    )
    return ranked


def contested(row):
    return row["score"]


def contradiction(row):
    return row["contradiction"]


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("files", nargs="+", type=pathlib.Path)
    arguments.add_argument("--out", type=pathlib.Path)
    given = arguments.parse_args()
    groups = collections.defaultdict(list)
    for file in given.files:
        for row in read_lines(file):
            row["score"] = float(softmax([row["logits"][1]])[0, WORTH].sum())
            row["contradiction"] = float(softmax([row["logits"][0]])[0, 2])
            groups[row["origin"]].append(row)
    for origin, rows in groups.items():
        if origin == "unmarked":
            continue
        ranked = report(origin, rows)
        if origin.startswith("story"):
            for kind in range(len(KINDS)):
                part = [row for row in ranked if row["kind"] == kind or row["kind"] is None]
                print(f"    {KINDS[kind]:12} {area(part, contested):.3f} (contradiction {area(part, contradiction):.3f})")
    if given.out:
        # Passages of real articles: what the program asks about most resembles them.
        rows = [row for row in groups["story-passage"] if row["verdict"] is not None]
        temperatures = {"label": 1.0, **{name: temperature(rows, name) for name in HEADS[1:]}}
        given.out.write_text(json.dumps({"temperature": temperatures}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
