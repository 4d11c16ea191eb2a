"""Annotated stories and authored pairs as examples for the verdict, each with the fold that it is left out of."""

import collections
import dataclasses
import json
import re

from common import read_lines
from model import KINDS, VERDICTS

FOLDS = 5
RELATIONS = {"trap": "none"}
ENDS = re.compile(r"(?<=[.!?])[\"”’')]*\s+(?=[\"“‘'(]*[A-Z0-9])|\n+")


@dataclasses.dataclass
class Example:
    """Two texts; `verdict` is nothing where nobody marked the pair: then all that is known is that it is no conflict."""

    first: str
    second: str
    verdict: int | None
    kind: int | None
    fold: int
    origin: str
    story: str = ""


def sentences(text):
    """Spans of sentences, as simple as training needs them."""
    out, start = [], 0
    for gap in ENDS.finditer(text):
        if text[start : gap.start()].strip():
            out.append((start, gap.end()))
        start = gap.end()
    if text[start:].strip():
        out.append((start, len(text)))
    return out


def squeeze(text):
    """Text without white space, with straight quotes, in lower case, and where each character came from."""
    straight = {"“": '"', "”": '"', "‘": "'", "’": "'"}
    kept = [(straight.get(c, c.lower()), i) for i, c in enumerate(text) if not c.isspace()]
    return "".join(c[0] for c, _ in kept), [i for _, i in kept]


class Article:
    """A text with its sentences, and quotations found in it again."""

    def __init__(self, row):
        title = row.get("title") or ""
        self.text = row["text"] if not title or row["text"].startswith(title) else f"{title}\n\n{row['text']}"
        self.spans = sentences(self.text)
        self.flat, self.places = squeeze(self.text)

    def sentence(self, index):
        start, end = self.spans[index]
        return " ".join(self.text[start:end].split())

    def around(self, quote):
        """The numbers of the sentences that a quotation lies in."""
        flat, _ = squeeze(quote)
        at = self.flat.find(flat)
        if at < 0 or not flat:
            return []
        start, end = self.places[at], self.places[at + len(flat) - 1] + 1
        return [i for i, (s, e) in enumerate(self.spans) if s < end and start < e]


def number(names, name):
    return names.index(name) if name in names else None


def story_sets(data):
    """(file of articles, file of annotations, fold, whether invented), the invented ones last."""
    for i in range(10):
        yield data / f"stories/dev-{i}.json", data / f"stories/dev-{i}.ann.jsonl", i // 2, False
    for i in range(2):
        yield data / f"authored/stories-{i}.json", data / f"authored/stories-{i}.ann.jsonl", i, True


def article_pairs(data):
    """Every annotated pair of articles: (story, fold, invented, first article, second article, items)."""
    for articles, annotations, fold, invented in story_sets(data):
        stories = {story["story"]: story for story in json.loads(articles.read_text(encoding="utf-8"))}
        for row in read_lines(annotations):
            docs = {doc["id"]: Article(doc) for doc in stories[row["story"]]["docs"]}
            for pair in row["pairs"]:
                yield row["story"], fold, invented, docs[pair["a"]], docs[pair["b"]], pair["items"]


def authored(data):
    """The sentence pairs written for the project; each file is one fold."""
    for fold, file in enumerate(sorted((data / "authored").glob("pairs-*.jsonl"))):
        for row in read_lines(file):
            yield Example(
                row["a"], row["b"], VERDICTS.index(row["verdict"]), number(KINDS, row["kind"]), fold, "authored"
            )


def contrast(folder):
    """Families of like passages with different verdicts; they are in no fold, and so always taught."""
    for row in read_lines(folder / "pairs-contrast.jsonl"):
        yield Example(row["a"], row["b"], VERDICTS.index(row["verdict"]), number(KINDS, row["kind"]), -1, "contrast")


def leads(data, folder):
    """Leads of three outlets on one event, labelled for this project; the labels name places in the corpus, not its words."""
    events = {row["event_id"]: row["articles"] for row in read_lines(data / "leads/neus.jsonl")}
    for row in read_lines(folder / "leads.jsonl"):
        texts = []
        for article, part, start, end in (row["a"], row["b"]):
            texts.append(" ".join(events[row["event"]][article][part].split())[start:end])
        relation = RELATIONS.get(row["relation"], row["relation"])
        yield Example(*texts, VERDICTS.index(relation), number(KINDS, row.get("kind")), -1, "lead", row["event"])


def marked(data):
    """Annotated passages as they were quoted, and again with the sentences around them."""
    for story, fold, invented, a, b, items in article_pairs(data):
        for item in items:
            verdict = VERDICTS.index(RELATIONS.get(item["relation"], item["relation"]))
            kind = number(KINDS, item.get("kind"))
            origin = "invented" if invented else "story"
            yield Example(item["a_quote"], item["b_quote"], verdict, kind, fold, origin + "-passage", story)
            sides = [article.around(item[key]) for article, key in ((a, "a_quote"), (b, "b_quote"))]
            if all(0 < len(side) <= 2 for side in sides):
                first, second = (" ".join(doc.sentence(i) for i in side) for doc, side in zip((a, b), sides))
                if (first, second) != (item["a_quote"], item["b_quote"]):
                    yield Example(first, second, verdict, kind, fold, origin + "-sentence", story)


def unmarked(data, vectors, each=8):
    """Pairs of sentences that resemble each other and that nobody marked: the closest `each` of a pair of articles.

    `vectors` gives unit vectors of a list of sentences.
    """
    for story, fold, _, a, b, items in article_pairs(data):
        taken = collections.defaultdict(set)
        for item in items:
            for i in a.around(item["a_quote"]):
                taken[i].update(b.around(item["b_quote"]))
        rows = [[article.sentence(i) for i in range(len(article.spans))] for article in (a, b)]
        likeness = vectors(rows[0]) @ vectors(rows[1]).T
        order = likeness.flatten().argsort(descending=True).tolist()
        found = 0
        for place in order:
            i, j = divmod(place, len(rows[1]))
            if j in taken[i] or rows[0][i].lower() == rows[1][j].lower() or likeness[i, j] < 0.3:
                continue
            yield Example(rows[0][i], rows[1][j], None, None, fold, "unmarked", story)
            found += 1
            if found == each:
                break
