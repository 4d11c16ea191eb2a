#!/usr/bin/env python3
"""What the usual method gives on annotated stories: baseline.py STORIES.json … -- ANNOTATIONS.jsonl …  See README.md.

Two sentences with many words in common are called a conflict where their figures differ, or where one of them alone denies.
Right is counted as `measure.py` counts it.
"""
import json
import math
import re
import sys

from fit import MARKED, annotated, flat, locate

ALIKE = 0.35  # cosine of the words two sentences share
SENTENCE = re.compile(r"[^\n]+?(?:[.!?][\"”']?(?=\s|$)|(?=\n)|$)")
COMMON = set(
    "the a an of in on at to for and or but is are was were be been has have had it its this that with by as from he she they his "
    "her their who which will would not no said says".split()
)
DENIAL = re.compile(r"\b(not|no|never|without|denied|denies|refused|rejected|failed)\b|n't", re.IGNORECASE)


class Sentence:
    def __init__(self, text):
        self.words = {word for word in re.findall(r"[a-z0-9]+", text.lower()) if word not in COMMON}
        self.figures = set(re.findall(r"\d[\d,.]*\d|\d", text))
        self.denies = bool(DENIAL.search(text))

    def alike(self, other):
        return len(self.words & other.words) / math.sqrt(max(1, len(self.words)) * max(1, len(other.words)))

    def clashes(self, other):
        figures = self.figures and other.figures and not self.figures & other.figures
        return self.alike(other) >= ALIKE and (figures or self.denies != other.denies)


def read(article):
    text = (article["title"] + "\n\n" if article["title"] else "") + article["text"]
    places = [{"start": found.start(), "end": found.end()} for found in SENTENCE.finditer(text) if found.group().strip()]
    document = {"text": text, "sentences": places}
    return document, [Sentence(text[place["start"] : place["end"]]) for place in places], flat(text)


def main():
    split = sys.argv.index("--")
    articles = {
        (story["story"], article["id"]): read(article)
        for path in sys.argv[1:split]
        for story in json.load(open(path, encoding="utf-8"))
        for article in story["docs"]
    }
    shown = right = 0
    items = annotated(sys.argv[split + 1 :])
    for (story, *pair), marked in items.items():
        (a, first, a_index), (b, second, b_index) = (articles[story, name] for name in pair)
        gold = [(item["relation"], locate(a, a_index, item["a_quote"]), locate(b, b_index, item["b_quote"])) for item in marked]
        for i, one in enumerate(first):
            for j, other in enumerate(second):
                met = {relation for relation, on_a, on_b in gold if i in on_a and j in on_b}
                if one.clashes(other) and not (met & {"update"} and not met & MARKED):
                    shown += 1
                    right += bool(met & MARKED)
    plain = sum(item["relation"] in MARKED and item["strength"] == 2 for marked in items.values() for item in marked)
    print(f"{len(items)} pairs, {plain} plain marks; overlap with a differing figure or a lone denial: {right} of {shown} right")


if __name__ == "__main__":
    main()
