"""Fits the odds that a description refers to a chain before it: `python fit.py DATA LINKS.jsonl`. See README.md."""

import argparse
import collections
import json
import pathlib
import re

import numpy as np
from sklearn.linear_model import LogisticRegression

FOLDS = 5
# An article's list of what is important leaves out some descriptions: one that it lacks speaks only softly against a link.
SOFTLY = 0.25


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def plain(text):
    return re.sub("^(the|a|an) ", "", " ".join(text.lower().split()))


class Marked:
    """Mentions marked in the text; most sentences of an article are not marked at all."""

    complete = False

    def __init__(self):
        self.by_end = collections.defaultdict(list)

    def add(self, start, end, cluster):
        self.by_end[end].append((start, cluster))

    def cluster(self, start, end, text):
        """Of the mention that ends where the span ends, the nearest in length."""
        found = [(abs(start - other), cluster) for other, cluster in self.by_end.get(end, ())]
        return min(found)[1] if found else None


class Listed:
    """The words for each important entity, wherever they stand; words for two of them tell nothing."""

    complete = True

    def __init__(self):
        self.by_words = {}

    def add(self, words, cluster):
        known = self.by_words.setdefault(plain(words), cluster)
        if known != cluster:
            self.by_words[plain(words)] = None

    def cluster(self, start, end, text):
        return self.by_words.get(plain(text))


def gold(data):
    """What is known of each document's mentions."""
    found = {}
    for name, kinds in (("ecbplus", ("human", "loc", "nonhuman")), ("meantime", ("entity",))):
        for row in lines(data / f"coref/{name}_mentions.jsonl"):
            if row["kind"] in kinds and row.get("cluster"):
                found.setdefault(row["doc_id"], Marked()).add(row["start"], row["end"], row["cluster"])
    for path in sorted((data / "stories").glob("*.ann.jsonl")):
        for story in lines(path):
            for number, entity in enumerate(story["entities"]):
                for document, forms in entity["mentions"].items():
                    for form in forms:
                        found.setdefault(document, Listed()).add(form, number)
    return found


def questions(path, known):
    """For every description: its document, whether its entity is known, and each option's features, truth and weight."""
    for row in lines(path):
        marks = known.get(row["id"])
        if marks is None:
            continue
        raw = row["text"].encode()

        def cluster(span):
            start, end = (len(raw[:byte].decode()) for byte in span)
            return marks.cluster(start, end, row["text"][start:end])

        for question in row["questions"]:
            own = cluster(question["span"])
            options = []
            for features, mentions in question["options"]:
                clusters = {cluster(span) for span in mentions} - {None}
                if own in clusters:
                    options.append((features, True, 1.0))
                elif own is not None and (clusters or marks.complete):
                    options.append((features, False, 1.0))
                elif own is None and clusters and marks.complete:
                    options.append((features, False, SOFTLY))
            if options:
                yield row["id"], own is not None, options


def fit(asked):
    options = [option for _, _, options in asked for option in options]
    x, y, weight = (np.array(column) for column in zip(*options))
    return LogisticRegression(C=10, max_iter=5000, fit_intercept=False).fit(x, y, weight).coef_[0]


def judge(asked, weights, least):
    """How often the likeliest option, if likely enough, is right; and how many of the right ones are found."""
    count = collections.Counter()
    for _, known, options in asked:
        best = max(options, key=lambda option: np.dot(option[0], weights))
        joined = np.dot(best[0], weights) >= least
        possible = any(right for _, right, _ in options)
        count["possible"] += possible
        if joined and (known or possible):
            count["joined"] += 1
            count["right"] += best[1]
        count["joined unlisted"] += joined and not known
        count["unlisted"] += not known
    return count


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("data", type=pathlib.Path)
    arguments.add_argument("links", type=pathlib.Path)
    given = arguments.parse_args()
    asked = list(questions(given.links, gold(given.data)))
    documents = sorted({document for document, _, _ in asked})
    fold = {document: number % FOLDS for number, document in enumerate(documents)}
    for least in (-1.0, -0.5, 0.0, 0.5, 1.0):
        total = collections.Counter()
        for left_out in range(FOLDS):
            weights = fit([row for row in asked if fold[row[0]] != left_out])
            total += judge([row for row in asked if fold[row[0]] == left_out], weights, least)
        precision, recall = total["right"] / max(1, total["joined"]), total["right"] / max(1, total["possible"])
        print(f"from {least:+.1f}: precision {precision:.3f} recall {recall:.3f}", dict(total))
    print(",\n".join(f"    {weight:.3}" for weight in fit(asked)))


if __name__ == "__main__":
    main()
