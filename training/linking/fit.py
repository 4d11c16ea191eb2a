"""Fits the odds that a description refers to a chain: `python fit.py DATA LINKS.jsonl`. See README.md."""

import argparse
import collections
import json
import pathlib
import re

import numpy as np
from sklearn.linear_model import LogisticRegression

FOLDS = 5
# Features that the network works out, by their place.
LIKENESSES = {"antecedents": (4, 5, 25, 27, 28), "introductions": (4, 5, 8, 18, 19, 25, 27), "counterparts": (4, 5, 8, 18, 19, 25, 27)}
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
    """What is known of each document's mentions: as marked in it, and as listed for the story that it is part of."""
    marked, listed = {}, {}
    for name, kinds in (("ecbplus", ("human", "loc", "nonhuman")), ("meantime", ("entity",))):
        for row in lines(data / f"coref/{name}_mentions.jsonl"):
            if row["kind"] in kinds and row.get("cluster"):
                marked.setdefault(row["doc_id"], Marked()).add(row["start"], row["end"], row["cluster"])
    for path in sorted((data / "stories").glob("*.ann.jsonl")):
        for story in lines(path):
            for number, entity in enumerate(story["entities"]):
                for document, forms in entity["mentions"].items():
                    for form in forms:
                        listed.setdefault(document, Listed()).add(form, (story["story"], number))
    return marked, listed


class Story:
    """A line of what `examples/links.rs` prints, with what is known of its mentions."""

    def __init__(self, row, marked, listed):
        self.row = row
        known = listed if all(document in listed for document in row["ids"]) else marked
        self.marks = [known.get(document) for document in row["ids"]]
        self.raw = [text.encode() for text in row["texts"]]

    def cluster(self, place):
        document, start, end = place
        marks = self.marks[document]
        if marks is None:
            return None
        start, end = (len(self.raw[document][:byte].decode()) for byte in (start, end))
        return marks.cluster(start, end, self.row["texts"][document][start:end])

    def clusters(self, places):
        return {self.cluster(place) for place in places} - {None}

    def complete(self, place):
        marks = self.marks[place[0]]
        return marks is not None and marks.complete

    def antecedents(self):
        """For every description: whether its entity is known, and each option's features, truth and weight."""
        for question in self.row["antecedents"]:
            place = question["description"]
            own, complete = self.cluster(place), self.complete(place)
            options = []
            for features, places in question["options"]:
                clusters = self.clusters(places)
                if own in clusters:
                    options.append((features, True, 1.0))
                elif own is not None and (clusters or complete):
                    options.append((features, False, 1.0))
                elif own is None and clusters and complete:
                    options.append((features, False, SOFTLY))
            if options:
                yield own is not None, options

    def introductions(self):
        """The same for every description that comes before a name."""
        return self.pairs("introductions")

    def counterparts(self):
        """The same for every description that its own article does not explain."""
        return self.pairs("counterparts")

    def pairs(self, name):
        asked = collections.defaultdict(list)
        for pair in self.row[name]:
            one, other = pair["mentions"]
            if not one or not other:
                continue
            own, clusters = self.clusters(one), self.clusters(other)
            if own & clusters:
                asked[str(one)].append((pair["features"], True, 1.0))
            elif own and (clusters or self.complete(other[0])):
                asked[str(one)].append((pair["features"], False, 1.0))
            elif clusters and self.complete(one[0]):
                asked[str(one)].append((pair["features"], False, SOFTLY))
        for options in asked.values():
            yield max(weight for *_, weight in options) == 1.0, options


def fit(asked, without=()):
    """The weights; zero for the features `without` which it must do."""
    options = [option for _, options in asked for option in options]
    x, y, weight = (np.array(column) for column in zip(*options))
    x[:, list(without)] = 0
    return LogisticRegression(C=10, max_iter=5000, fit_intercept=False).fit(x, y, weight).coef_[0]


def judge(asked, weights, least):
    """How often the likeliest option, if likely enough, is right; and how many of the right ones are found."""
    count = collections.Counter()
    for known, options in asked:
        best = max(options, key=lambda option: np.dot(option[0], weights))
        joined = np.dot(best[0], weights) >= least
        count["to find"] += any(right for _, right, _ in options)
        count["joined" if known else "joined, unlisted"] += joined
        count["right"] += joined and best[1]
    return count


def report(name, stories):
    """Measures on stories left out, and prints what all stories give."""
    asked = [list(getattr(story, name)()) for story in stories]
    for least in (-2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0):
        total = collections.Counter()
        for fold in range(FOLDS):
            weights = fit([row for number, rows in enumerate(asked) if number % FOLDS != fold for row in rows])
            total += judge([row for number, rows in enumerate(asked) if number % FOLDS == fold for row in rows], weights, least)
        precision, recall = total["right"] / max(1, total["joined"]), total["right"] / max(1, total["to find"])
        print(f"{name} from {least:+.1f}: precision {precision:.3f} recall {recall:.3f}", dict(total))
    every = [row for rows in asked for row in rows]
    for kind, without in (("with the network", ()), ("by rules alone", LIKENESSES[name])):
        print(kind, ", ".join(f"{weight:.3}" for weight in fit(every, without)))


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("data", type=pathlib.Path)
    arguments.add_argument("links", type=pathlib.Path)
    given = arguments.parse_args()
    marked, listed = gold(given.data)
    stories = [Story(row, marked, listed) for row in lines(given.links)]
    for name in LIKENESSES:
        report(name, stories)


if __name__ == "__main__":
    main()
