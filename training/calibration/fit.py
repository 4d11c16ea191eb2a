#!/usr/bin/env python3
"""Fits the confidence of each kind of finding: fit.py PROPOSALS.jsonl ANNOTATIONS.jsonl …  See README.md."""
import collections
import json
import math
import sys

FEATURES = ["slot", "sentence", "plainness"]
MARKED = {"conflict", "dispute"}
IMAGINED = 10.0  # observations at the overall share
PENALTY = 1.0  # on the slopes


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


def examples(proposals, annotations):
    items = {}
    for path in annotations:
        for line in open(path, encoding="utf-8"):
            story = json.loads(line)
            for pair in story["pairs"]:
                items[story["story"], pair["a"], pair["b"]] = pair["items"]
    for line in open(proposals, encoding="utf-8"):
        row = json.loads(line)
        documents = row["judged"]["documents"]
        index = [flat(document["text"]) for document in documents]
        gold = [
            (item["relation"], locate(documents[0], index[0], item["a_quote"]), locate(documents[1], index[1], item["b_quote"]))
            for item in items[row["story"], row["a"], row["b"]]
        ]
        seen = set()
        for proposal in row["judged"]["proposals"]:
            if proposal["verdict"] not in MARKED:
                continue
            sides = [sentences(documents[i], side["start"], side["end"]) for i, side in enumerate(proposal["sides"])]
            key = proposal["kind"], frozenset(sides[0]), frozenset(sides[1])
            hits = {relation for relation, a, b in gold if a & sides[0] and b & sides[1]}
            if key in seen or (not hits & MARKED and "update" in hits):
                continue
            seen.add(key)
            features = [float(proposal["features"][name]) for name in FEATURES]
            yield row["story"], proposal["kind"], features, bool(hits & MARKED)


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


def main():
    rows = list(examples(sys.argv[1], sys.argv[2:]))
    share = sum(right for *_, right in rows) / len(rows)
    kinds = collections.defaultdict(list)
    for story, kind, features, right in rows:
        kinds[kind].append((story, features, right))
    bands = collections.defaultdict(list)
    for kind, members in sorted(kinds.items()):
        weights = fit([(f, right) for _, f, right in members], share)
        right = sum(r for *_, r in members)
        print(f"{kind:10} {right:3} of {len(members):3} right  base {weights[0]:+.2f}  "
              + "  ".join(f"{name} {w:+.2f}" for name, w in zip(FEATURES, weights[1:])))
        for held in sorted({story for story, *_ in members}):
            others = fit([(f, r) for story, f, r in members if story != held], share)
            for story, features, r in members:
                if story == held:
                    bands[min(9, int(10 * probability(others, features)))].append(r)
    print(f"overall share {share:.2f}")
    for band, held in sorted(bands.items()):
        print(f"said {band / 10:.1f} to {band / 10 + 0.1:.1f} of stories held out: {sum(held)} of {len(held)} right")


if __name__ == "__main__":
    main()
