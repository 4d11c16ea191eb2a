"""Sentences with labels a word piece: names, syntax, attribution."""

import json
import re

from common import read_lines
from model import ATTRIBUTION_TAGS, NAME_TAGS, PARTS, RELATIONS

NONE = -100
KINDS = {
    "PER": "person", "politician": "person", "person": "person",
    "ORG": "organization", "politicalparty": "organization", "organisation": "organization",
    "LOC": "place", "country": "place", "location": "place",
    "NORP": "other", "MISC": "other", "EVENT": "other", "misc": "other", "event": "other", "election": "other",
}  # fmt: skip
# File, how often a turn goes through it. GUM, whose names were derived from its mentions, contradicts the others.
NAMES = [("gmb_train", 1), ("redocred", 1), ("wikigold", 2), ("crossner_politics", 1)]
MARK = re.compile(r"\[([SCT])=\s*|\s*\]")
FIELDS = {"S": "source", "C": "cue", "T": "content"}


def name_spans(row):
    """The text of a row of tokens, and its names as (start, end, kind)."""
    text, spans = "", []
    for token, tag in zip(row["tokens"], row["tags"]):
        start = len(text)
        text += token + " "
        kind = KINDS.get(tag[2:])
        if kind is None:
            continue
        if tag[0] == "I" and spans and spans[-1][2] == kind and spans[-1][1] == start - 1:
            spans[-1] = (spans[-1][0], start + len(token), kind)
        else:
            spans.append((start, start + len(token), kind))
    return text.rstrip(), spans


def bracketed(line):
    """`[S=Police] [C=say] [T=…]` as its text and spans (start, end, field)."""
    text, spans, opened, at = "", [], None, 0
    for mark in MARK.finditer(line):
        text += line[at : mark.start()]
        at = mark.end()
        if mark.group(1):
            opened = (len(text), FIELDS[mark.group(1)])
        elif opened:
            spans.append((opened[0], len(text), opened[1]))
            opened = None
        else:
            text += mark.group(0)
    return text + line[at:], spans


def piece_tags(offsets, spans, tags):
    """BIO tags of word pieces; special tokens, which have empty offsets, are not scored."""
    out = []
    for start, end in offsets:
        if start == end:
            out.append(NONE)
            continue
        held = next((span for span in spans if span[0] < end and start < span[1]), None)
        out.append(0 if held is None else tags.index(("B-" if start <= held[0] else "I-") + held[2]))
    return out


def names(data, folder, own=2):
    """(text, spans) of every sentence with names, as often as a turn sees it; `folder` holds our own labels."""
    for file, times in NAMES:
        for row in read_lines(data / f"ner/{file}.jsonl"):
            for _ in range(times):
                yield name_spans(row)
    marked = {row["document"]: row["names"] for row in read_lines(folder / "names-ewt.jsonl")}
    for key, text, _ in sentences(data / "syntax/ewt_train.conllu"):
        document, number = key.rsplit("-", 1)
        if document in marked:
            spans = [(start, end, kind) for sentence, start, end, kind in marked[document] if sentence == number]
            for _ in range(own):
                yield text, spans


def attributions(folder):
    """(text, spans) of every sentence of our own labels."""
    for file in sorted(folder.glob("attribution-*.jsonl")):
        for row in read_lines(file):
            yield bracketed(row["marked"])


def sentences(path):
    """Sentences of a CoNLL-U file as (key, text, rows of cells)."""
    with open(path, encoding="utf-8") as lines:
        blocks = lines.read().split("\n\n")
    for block in blocks:
        lines = block.split("\n")
        told = dict(line[2:].split(" = ", 1) for line in lines if line.startswith("# ") and " = " in line)
        if "text" in told:
            yield told["sent_id"], told["text"], [line.split("\t") for line in lines if not line.startswith("#")]


def conllu(path):
    """Sentences as (text, words), a word as (start, end, part, head number, relation); those that do not fit are left out."""
    for _, text, rows in sentences(path):
        at, words = 0, []
        for cells in rows:
            if len(cells) < 8 or not cells[0].isdigit():
                continue
            start = text.find(cells[1], at)
            if start < 0 or start > at + 2:
                words = []
                break
            at = start + len(cells[1])
            relation = cells[7] if cells[7] in RELATIONS else cells[7].split(":")[0]
            words.append((start, at, cells[3], int(cells[6]), relation))
        if words:
            yield text, words


def syntax_labels(offsets, words):
    """Part, relation and head of the first piece of each word, nothing for the others; the root's head is piece 0."""
    first, taken = [], set()
    for start, end, *_ in words:
        own = [i for i, (s, e) in enumerate(offsets) if s < e and s < end and start < e and i not in taken]
        first.append(own[0] if own else None)
        taken.update(own[:1])
    parts, relations, heads = ([NONE] * len(offsets) for _ in range(3))
    for place, (_, _, part, head, relation) in zip(first, words):
        if place is None:
            continue
        parts[place] = PARTS.index(part)
        relations[place] = RELATIONS.index(relation)
        above = 0 if head == 0 else first[head - 1]
        heads[place] = NONE if above is None else above
    return parts, relations, heads


def name_labels(offsets, spans):
    return piece_tags(offsets, spans, NAME_TAGS)


def attribution_labels(offsets, spans):
    return piece_tags(offsets, spans, ATTRIBUTION_TAGS)


def convert(source, lines):
    """Rows for `training/data` from labelled lines `KEY<TAB>marked sentence`."""
    for line in lines:
        key, marked = line.rstrip("\n").split("\t", 1)
        yield json.dumps({"source": f"{source}/{key}", "marked": marked}, ensure_ascii=False)
