"""Real sentences in which one thing was changed: a figure, a day, the spelling of a name, a word of a quotation.

Articles on one event often differ in no more than that, and hand-made pairs are too few to show it in all its forms. For
every pair that was changed there is one that was not, cut in the same way, so that neither the cut nor the likeness tells.
"""

import random
import re

from common import read_lines
from labels import name_spans
from model import KINDS, VERDICTS
from stories import Example, sentences

EACH = 700  # changed pairs of each kind; as many again unchanged
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
SMALL = "two three four five six seven eight nine ten eleven twelve".split()
NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?![\w,])|(?<![\w.,])\d+(?:\.\d+)?(?![\w,])|\b(?:" + "|".join(SMALL) + r")\b")
YEAR = re.compile(r"(?:19|20)\d\d")
DATE = re.compile(r"\b(?:" + "|".join(DAYS + MONTHS) + r")\b")
QUOTED = re.compile(r"[“\"]([^“”\"]{40,})[”\"]")
ALIKE = {"a": "e", "e": "a", "i": "y", "y": "i", "o": "u", "u": "o", "c": "k", "k": "c", "s": "z", "z": "s"}
FAMILIAR = 4  # letters; a shorter word is no part of a name or of a quotation that anyone would miss


def another(rng, names, name):
    return rng.choice([other for other in names if other != name])


def number(rng, text):
    """A figure near the old one."""
    if text in SMALL:
        return another(rng, SMALL[max(0, SMALL.index(text) - 2) : SMALL.index(text) + 3], text)
    if YEAR.fullmatch(text):
        return str(int(text) + rng.choice([-3, -2, -1, 1, 2]))
    value, decimals = float(text.replace(",", "")), len(text.partition(".")[2])
    step = rng.choice([10**-decimals, 2 * 10**-decimals, 0.1 * value, 0.3 * value, value])
    changed = round(max(10**-decimals, value + rng.choice([-1, 1]) * step), decimals)
    return f"{changed:,.{decimals}f}" if "," in text else f"{changed:.{decimals}f}"


def spelling(rng, name):
    """One word of the name with a letter left out, doubled, exchanged or misplaced."""
    words = name.split()
    long = [i for i, word in enumerate(words) if len(word) >= FAMILIAR and word.isalpha()]
    if not long:
        return name
    chosen = rng.choice(long)
    word = words[chosen]
    at = rng.randrange(1, len(word) - 1)
    words[chosen] = rng.choice([
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + ALIKE.get(word[at], word[at]) + word[at + 1 :],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    ])  # fmt: skip
    return " ".join(words)


def wording(rng, quotation):
    """The quotation without one of its inner words."""
    words = quotation.split()
    long = [i for i, word in enumerate(words[1:-1], 1) if len(word) > FAMILIAR and word.isalpha() and word.islower()]
    if not long:
        return quotation
    del words[rng.choice(long)]
    return " ".join(words)


def cut(rng, text, start, end):
    """What is around [start, end), with some words on each side or all of them."""
    before, after = text[:start].split(), text[end:].split()
    left, right = (rng.choice([rng.randint(1, 8), 99]) for _ in "ab")
    return " ".join([*before[-left:], text[start:end], *after[:right]])


def pair(rng, text, start, end, changed, kind):
    """Two cuts of a sentence, in the second of which [start, end) reads `changed`; unmarked where that is what it was."""
    second = text[:start] + changed + text[end:]
    same = changed == text[start:end]
    verdict, kind = (None, None) if same else (VERDICTS.index("conflict"), KINDS.index(kind))
    return Example(cut(rng, text, start, end), cut(rng, second, start, start + len(changed)), verdict, kind, -1, "swap")


def places(data):
    """(sentence, start, end, kind, how to change it), every place that can be changed in leads and, for names, newswire."""
    for row in read_lines(data / "leads/neus.jsonl"):
        for article in row["articles"]:
            lead = " ".join(article["lead"].split())
            for start, end in sentences(lead):
                text = lead[start:end].strip()
                for found in NUMBER.finditer(text):
                    kind = "time" if YEAR.fullmatch(found[0]) else "number"
                    yield text, *found.span(), kind, number
                for found in DATE.finditer(text):
                    names = DAYS if found[0] in DAYS else MONTHS
                    yield text, *found.span(), "time", lambda rng, name, names=names: another(rng, names, name)
                for found in QUOTED.finditer(text):
                    yield text, *found.span(1), "quote", wording
    for row in read_lines(data / "ner/gmb_train.jsonl"):
        text, spans = name_spans(row)
        for start, end, kind in spans:
            if kind == "person":
                yield text, start, end, "who", spelling


def swaps(data):
    """`EACH` changed and as many unchanged pairs of each kind."""
    rng, by_kind = random.Random(6), {}
    for place in places(data):
        by_kind.setdefault(place[3], []).append(place)
    for kind, found in by_kind.items():
        for text, start, end, _, change in rng.sample(found, min(len(found), EACH)):
            changed = change(rng, text[start:end])
            for reading in (changed, text[start:end]):
                yield pair(rng, text, start, end, reading, kind)
