"""Writes what the trained weights say of a few texts, so that the program can be held to it.

    python pin.py ../../tests/fixtures/network.json --sentence SENTENCE.pt --pair PAIR.pt [--calibration CALIBRATION.json]

The weights are those that `export.py` was given, here in full precision. `tests/pinned.rs` compares.
"""

import json

import torch

import weights
from common import tokenizer
from model import ATTRIBUTION_TAGS, KINDS, LABELS, NAME_TAGS, PARTS, RELATIONS, VERDICTS
from model import encode_pair, encode_sentence

LIMIT = 256
# A tag counts only where the likeliest is ahead of the next by this much: rounding may turn the others.
AHEAD = 0.2

SENTENCES = [
    "The harbor office said 17 passengers were hurt on Monday.",
    "Mara Lind, the mayor of Port Ellery, told the Coastal Record that the pier would not open again.",
    "“We did not see it coming,” said Captain Ruiz, who had joined the U.S. Coast Guard in 2009.",
    "Café Łódź naïve İstanbul 北京 😀",
    "According to the ministry, talks with Norwick's union broke off because wages were cut by 4.5%.",
    "The ferry sank at noon.",
]
PAIRS = [
    ("The harbor office said 17 passengers were hurt.", "The hospital said 23 passengers were hurt."),
    ("The ferry left Norwick at noon.", "The ferry did not leave Norwick at noon."),
    ("Mara Lind opened the new pier on Tuesday.", "The mayor opened a pier this week."),
    ("Workers struck over pay.", "The strike began after two men were dismissed."),
    ("About 30 boats were lost.", "The storm sank 31 boats."),
    ("The council will vote in May.", "A baker in Norwick won the lottery."),
]


def sure(scores, labels):
    """The likeliest of the labels, or nothing where another comes near."""
    first, second = scores.softmax(-1).topk(2)[0].tolist()
    return labels[int(scores.argmax())] if first - second > AHEAD else None


def kind(scores, tags):
    """The same for tags: what the word is part of, the empty text for nothing."""
    chances = scores.softmax(-1)
    # Outside, then beginning and inside of each together.
    sums = torch.cat([chances[:1], chances[1:].reshape(-1, 2).sum(1)])
    return sure(sums.log(), [""] + [tag[2:] for tag in tags[1::2]])


def sentence(model, words, text):
    ids, shapes, offsets = encode_sentence(words, text, LIMIT)
    mask = torch.ones(1, len(ids))
    hidden = model.hidden(torch.tensor([ids]), mask, torch.tensor([shapes]))
    firsts, spans = [], []
    for place, word in enumerate(words.encode(text, add_special_tokens=False).word_ids, start=1):
        start, end = offsets[place]
        if word == len(firsts):
            firsts.append(place)
            spans.append([start, end])
        spans[-1][1] = end
    arcs, parts, relations = model.arcs(hidden)[0], model.parts(hidden)[0], model.relations(hidden)[0]
    names, attribution = model.names(hidden)[0], model.attribution(hidden)[0]
    told = []
    for index, (first, (start, end)) in enumerate(zip(firsts, spans)):
        # The root is told as the word itself.
        heads = [index if other == index else place for other, place in enumerate(firsts)]
        governing = arcs[first][[0 if other == index else place for other, place in enumerate(firsts)]]
        told.append({
            "text": text[start:end],
            "part": sure(parts[first], PARTS),
            "relation": sure(relations[first], RELATIONS),
            "head": sure(governing, list(range(len(heads)))) if len(heads) > 1 else 0,
            "name": kind(names[first], NAME_TAGS),
            "attribution": kind(attribution[first], ATTRIBUTION_TAGS),
        })  # fmt: skip
    vector = [round(x, 4) for x in model.vector(hidden, mask)[0].tolist()]
    return {"text": text, "vector": vector, "words": told}


def pair(model, words, temperature, first, second):
    def chances(a, b):
        ids, segments = (torch.tensor([row]) for row in encode_pair(words, a, b, LIMIT))
        logits = model(ids, torch.ones(1, ids.shape[1]), segments)
        scales = (temperature["label"], temperature["verdict"], temperature.get("kind", 1.0))
        return [(row[0] / scale).softmax(-1) for row, scale in zip(logits, scales)]

    there, back = chances(first, second), chances(second, first)
    told = {"label": there[0], "verdict": (there[1] + back[1]) / 2, "kind": (there[2] + back[2]) / 2}
    names = {"label": LABELS, "verdict": VERDICTS, "kind": KINDS}
    rounded = {key: {name: round(x, 4) for name, x in zip(names[key], row.tolist())} for key, row in told.items()}
    return {"premise": first, "hypothesis": second, **rounded}


def main():
    given = weights.arguments()
    models, calibration = weights.load(given)
    words = tokenizer()
    with torch.inference_mode():
        told = {
            "sentences": [sentence(models["sentence"], words, text) for text in SENTENCES],
            "pairs": [pair(models["pair"], words, calibration["temperature"], *texts) for texts in PAIRS],
        }
    given.out.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
