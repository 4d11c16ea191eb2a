#!/usr/bin/env python3
"""Fits the confidence of each kind of finding: fit.py PROPOSALS.jsonl ANNOTATIONS.jsonl …  See README.md."""
import collections
import json
import math
import sys
from typing import NamedTuple

FEATURES = ["slot", "sentence", "plainness"]
MARKED = {"conflict", "dispute"}
IMAGINED = 10.0  # observations at the overall share
PENALTY = 1.0  # on the slopes
RARE = 5  # a kind with fewer examples is taken to be right as often as figures are
AS_FIGURES = [-0.40, 0.0, 0.0, 0.0]


def flat(text):
    kept, places = [], []
    for place, char in enumerate(text):
        if not char.isspace():
            for folded in {"“": '"', "”": '"', "‘": "'", "’": "'"}.get(char, char.lower()):
                kept.append(folded)
                places.append(place)
    return "".join(kept), places


def sentences(document, start, end):
    return {i for i, s in enumerate(document["sentences"]) if s["start"] < end and start < s["end"]}


def locate(document, index, quote):
    text, places = index
    quote = flat(quote)[0]
    at = text.find(quote) if quote else -1
    return set() if at < 0 else sentences(document, places[at], places[at + len(quote) - 1] + 1)


class Example(NamedTuple):
    """One thing that a rule said, and what editors made of it."""

    pair: tuple[str, str, str]  # story, one article, the other
    kind: str
    features: list[float]
    marks: list[int]  # which of the pair's annotations it meets

    @property
    def story(self):
        return self.pair[0]

    @property
    def right(self):
        return bool(self.marks)


def annotated(paths):
    """The annotations of every pair of articles."""
    stories = (json.loads(line) for path in paths for line in open(path, encoding="utf-8"))
    return {(story["story"], pair["a"], pair["b"]): pair["items"] for story in stories for pair in story["pairs"]}


def examples(proposals, items):
    for line in open(proposals, encoding="utf-8"):
        row = json.loads(line)
        pair = row["story"], row["a"], row["b"]
        documents = row["judged"]["documents"]
        index = [flat(document["text"]) for document in documents]
        gold = [
            (item["relation"], locate(documents[0], index[0], item["a_quote"]), locate(documents[1], index[1], item["b_quote"]))
            for item in items[pair]
        ]
        seen = set()
        for proposal in row["judged"]["proposals"]:
            if proposal["verdict"] not in MARKED:
                continue
            sides = [sentences(documents[i], side["start"], side["end"]) for i, side in enumerate(proposal["sides"])]
            key = proposal["kind"], frozenset(sides[0]), frozenset(sides[1])
            met = [mark for mark, (_, a, b) in enumerate(gold) if a & sides[0] and b & sides[1]]
            marks = [mark for mark in met if gold[mark][0] in MARKED]
            if key in seen or (not marks and any(gold[mark][0] == "update" for mark in met)):
                continue
            seen.add(key)
            features = [float(proposal["features"][name]) for name in FEATURES]
            yield Example(pair, proposal["kind"], features, marks)


def probability(weights, features):
    return 1 / (1 + math.exp(-weights[0] - sum(w * x for w, x in zip(weights[1:], features))))


def fit(rows, share):
    mean = [sum(r[i] for r, _ in rows) / max(1, len(rows)) for i in range(len(FEATURES))]
    data = [(r, float(right), 1.0) for r, right in rows]
    data += [(mean, 1.0, IMAGINED * share), (mean, 0.0, IMAGINED * (1 - share))]
    weights = [0.0] * (len(FEATURES) + 1)
    for _ in range(4000):
        slope = [0.0] + [-PENALTY * w for w in weights[1:]]
        for features, right, weight in data:
            error = weight * (right - probability(weights, features))
            slope[0] += error
            for i, x in enumerate(features):
                slope[i + 1] += error * x
        weights = [w + 0.5 * s / len(data) for w, s in zip(weights, slope)]
    return weights


def held_out(rows):
    """Each example with a confidence that was fitted to other stories."""
    share = sum(row.right for row in rows) / len(rows)
    for kind in sorted({row.kind for row in rows}):
        members = [row for row in rows if row.kind == kind]
        for story in sorted({row.story for row in members}):
            others = [(row.features, row.right) for row in members if row.story != story]
            weights = fit(others, share) if len(members) >= RARE else AS_FIGURES
            yield from ((probability(weights, row.features), row) for row in members if row.story == story)


def main():
    rows = list(examples(sys.argv[1], annotated(sys.argv[2:])))
    share = sum(row.right for row in rows) / len(rows)
    for kind in sorted({row.kind for row in rows}):
        members = [(row.features, row.right) for row in rows if row.kind == kind]
        weights = fit(members, share)
        print(f"{kind:10} {sum(right for _, right in members):3} of {len(members):3} right  base {weights[0]:+.2f}  "
              + "  ".join(f"{name} {w:+.2f}" for name, w in zip(FEATURES, weights[1:])))
    print(f"overall share {share:.2f}")


if __name__ == "__main__":
    main()
