"""Fits how likely two sentences say the same: `python agreements.py ANNOTATIONS… -- PROPOSALS…`. See README.md."""

import collections
import json
import pathlib
import sys

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from fit import flat, locate

SAME = {"agree", "refine"}
FOLDS = 8


def rows_of(proposals, annotations):
    """Of every encounter: story, pair of articles, sentences, features, relations marked there; and what is marked as agreeing."""
    items = {}
    for path in annotations:
        for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
            story = json.loads(line)
            items.update({(story["story"], pair["a"], pair["b"]): pair["items"] for pair in story["pairs"]})
    rows, agreed = [], {}
    for path in proposals:
        for line in open(path, encoding="utf-8"):
            row = json.loads(line)
            key = row["story"], row["a"], row["b"]
            documents = row["judged"]["documents"]
            index = [flat(document["text"]) for document in documents]
            gold = []
            for item in items[key]:
                sides = [locate(documents[i], index[i], item[quote]) for i, quote in enumerate(("a_quote", "b_quote"))]
                gold.append((item["relation"], *sides))
            agreed[key] = [g for g in gold if g[0] == "agree"]
            for encounter in row["judged"]["encounters"]:
                a, b = encounter["sentences"]
                marked = {relation for relation, first, second in gold if a in first and b in second}
                rows.append((key, (a, b), encounter["features"], marked))
    return rows, agreed


def measure(rows, agreed, chance, leasts):
    total = sum(map(len, agreed.values()))
    for least in leasts:
        shown = [row for row, p in zip(rows, chance) if p >= least]
        right = sum(bool(marked & SAME) for *_, marked in shown)
        clash = sum(bool(marked & {"conflict", "dispute"}) and not marked & SAME for *_, marked in shown)
        at = collections.defaultdict(set)
        for key, sentences, _, _ in shown:
            at[key].add(sentences)
        found = sum(any(a in first and b in second for a, b in at[key]) for key, gold in agreed.items() for _, first, second in gold)
        print(f"  from {least:.2f}: {len(shown) / len(agreed):4.1f} a pair, marked as the same {right / max(1, len(shown)):.3f}, "
              f"as clashing {clash / max(1, len(shown)):.3f}; of those marked found {found / total:.3f}")


def main():
    split = sys.argv.index("--")
    rows, agreed = rows_of(sys.argv[split + 1 :], sys.argv[1:split])
    stories = np.array([key[0] for key, *_ in rows])
    right = np.array([bool(marked & SAME) for *_, marked in rows])
    x = np.array([features for _, _, features, _ in rows])

    def model():
        return make_pipeline(StandardScaler(), LogisticRegression(C=0.1, max_iter=5000))

    chance = np.zeros(len(rows))
    for train, test in GroupKFold(FOLDS).split(x, right, stories):
        chance[test] = model().fit(x[train], right[train]).predict_proba(x[test])[:, 1]
    print(f"area {roc_auc_score(right, chance):.3f} of {len(rows)}, on stories left out")
    measure(rows, agreed, chance, np.arange(0.15, 0.8, 0.05))
    scale, fitted = model().fit(x, right)
    weights = fitted.coef_[0] / scale.scale_
    print(f"base {fitted.intercept_[0] - weights @ scale.mean_:.3g}, weights", ", ".join(f"{w:.3g}" for w in weights))


if __name__ == "__main__":
    main()
