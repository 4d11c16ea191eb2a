"""How the sentence network does: `python measure_sentences.py DATA SENTENCE.pt` (or `base` for the base model's vectors).

Names by exact span on two development sets, parts of speech and heads on EWT, attribution by token on PolNeAR (with
which nothing was trained), and where an annotated partner ranks among the other article's sentences (stories dev-8, dev-9).
"""

import argparse
import collections
import math
import pathlib

import torch

import labels
from common import MAX_TOKENS, by_length, device, grid, read_lines, tokenizer
from model import ATTRIBUTION_TAGS, NAME_TAGS, SentenceModel, encode_sentence
from sentences import HELD_OUT_FOLD, PIECES, syntax, vectors
from stories import article_pairs, sentences as split


def likeliest(chances):
    """The likeliest row of BIO tags in which "inside" only follows its own label, as the program reads them."""
    rows = chances.clamp(min=1e-6).log().tolist()
    score, before = [0.0] + [-math.inf] * (len(rows[0]) - 1), []
    for row in rows:
        best = max(range(len(score)), key=score.__getitem__)
        own = [max(tag - 1, tag, key=score.__getitem__) if tag and tag % 2 == 0 else best for tag in range(len(score))]
        score = [score[own[tag]] + row[tag] for tag in range(len(score))]
        before.append(own)
    tags = [max(range(len(score)), key=score.__getitem__)]
    for own in before[:0:-1]:
        tags.append(own[tags[-1]])
    return tags[::-1]


def run(model, encoded, heads, size=48):
    """The best tag (or head) of every piece, by head; the special tokens have none."""
    out = [None] * len(encoded)
    with torch.inference_mode():
        for part in by_length([len(row[0]) for row in encoded], size):
            ids, mask, shapes = grid([encoded[i] for i in part])
            hidden = model.hidden(ids, mask, shapes)
            found = {}
            for head in heads:
                if head == "heads":
                    found[head] = (model.arcs(hidden) + (1 - mask[:, None, :]) * -1e4).argmax(2)
                else:
                    found[head] = getattr(model, head)(hidden).softmax(2)
            for row, i in enumerate(part):
                inner = slice(1, len(encoded[i][0]) - 1)
                out[i] = {head: [0, *read(head, tags[row, inner]), 0] for head, tags in found.items()}
    return out


def read(head, tags):
    if head in ("names", "attribution"):
        return likeliest(tags)
    return (tags if head == "heads" else tags.argmax(1)).tolist()


def spans(tags, names):
    """BIO tags as (first, end, kind) in pieces."""
    out = []
    for place, tag in enumerate(tags):
        name = names[tag] if tag >= 0 else "O"
        if name.startswith("I-") and out and out[-1][1] == place and out[-1][2] == name[2:]:
            out[-1] = (out[-1][0], place + 1, name[2:])
        elif name != "O":
            out.append((place, place + 1, name[2:]))
    return set(out)


def score(name, right, found, wanted):
    precision, recall = right / max(1, found), right / max(1, wanted)
    print(f"{name}: P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / max(1e-9, precision + recall):.3f} of {wanted}")


def names(model, words, path):
    rows = [labels.name_spans(row) for row in read_lines(path)]
    encoded = [encode_sentence(words, text, 256) for text, _ in rows]
    count = collections.Counter()
    for (_, gold), item, tags in zip(rows, encoded, run(model, encoded, ["names"])):
        wanted = {s for s in spans(labels.name_labels(item[2], gold), NAME_TAGS) if s[2] != "other"}
        found = {s for s in spans(tags["names"], NAME_TAGS) if s[2] != "other"}
        count.update(right=len(wanted & found), found=len(found), wanted=len(wanted))
    score(path.stem, count["right"], count["found"], count["wanted"])


def parse(model, words, path):
    encoded, gold = [], []
    for text, given in labels.conllu(path):
        item = encode_sentence(words, text, MAX_TOKENS)
        encoded.append(item)
        gold.append(syntax(item[2], given))
    count = collections.Counter()
    for truth, found in zip(gold, run(model, encoded, ["parts", "relations", "heads"])):
        for head, tags in truth.items():
            for place, tag in enumerate(tags):
                if tag != labels.NONE:
                    count[head, "n"] += 1
                    count[head, "right"] += found[head][place] == tag
    print(path.stem, {head: round(count[head, "right"] / count[head, "n"], 3) for head in ("parts", "relations", "heads")})


def attributions(model, words, path):
    """Pieces tagged as source, cue or content against PolNeAR's, sentence by sentence."""
    count = collections.Counter()
    for row in read_lines(path):
        text, encoded, gold = row["text"], [], []
        given = [(s, e, field) for a in row["annotations"][0]["attributions"] for field in ("source", "cue", "content") for s, e, _ in a.get(field) or []]
        for start, end in split(text):
            item = encode_sentence(words, text[start:end], 256)
            encoded.append(item)
            gold.append([{f for s, e, f in given if s < start + b and start + a < e} if a < b else set() for a, b in item[2]])
        for truth, tags in zip(gold, run(model, encoded, ["attribution"])):
            for wanted, tag in zip(truth, tags["attribution"]):
                found = ATTRIBUTION_TAGS[tag][2:]
                for field in ("source", "cue", "content"):
                    count[field, "right"] += found == field and field in wanted
                    count[field, "found"] += found == field
                    count[field, "wanted"] += field in wanted
    for field in ("source", "cue", "content"):
        score(f"{path.stem} {field}", count[field, "right"], count[field, "found"], count[field, "wanted"])


def ranks(model, words, data):
    """Share of annotated conflicts and disputes whose partner is the best, among the 5 and among the 10 best, of both sides."""
    count = collections.Counter()
    for _, fold, invented, a, b, items in article_pairs(data):
        if fold != HELD_OUT_FOLD or invented:
            continue
        with torch.inference_mode():
            sides = [vectors(model, [encode_sentence(words, doc.sentence(i), PIECES)[:2] for i in range(len(doc.spans))]) for doc in (a, b)]
        likeness = sides[0] @ sides[1].T
        forth, back = (x.argsort(1, descending=True).argsort(1) for x in (likeness, likeness.T))
        for item in items:
            if item["relation"] not in ("conflict", "dispute"):
                continue
            places = [(i, j) for i in a.around(item["a_quote"]) for j in b.around(item["b_quote"])]
            if places:
                best = min(max(forth[i, j].item(), back[j, i].item()) for i, j in places)
                count.update(n=1, one=best < 1, five=best < 5, ten=best < 10)
    print("mutual rank", {k: round(count[k] / count["n"], 3) for k in ("one", "five", "ten")}, "of", count["n"])


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("data", type=pathlib.Path)
    arguments.add_argument("weights")
    given = arguments.parse_args()
    model, words = SentenceModel().to(device()).eval(), tokenizer()
    if given.weights != "base":
        state = torch.load(given.weights, map_location=device(), weights_only=True)
        model.load_state_dict(state.get("model", state))
        names(model, words, given.data / "ner/gmb_dev.jsonl")
        names(model, words, given.data / "ner/uner_ewt_dev.jsonl")
        parse(model, words, given.data / "syntax/ewt_dev.conllu")
        attributions(model, words, given.data / "attribution/polnear_dev.jsonl")
    ranks(model, words, given.data)


if __name__ == "__main__":
    main()
