"""The sentence network: one trunk with heads for names, syntax, attribution and the sentence's vector.

    python sentences.py DATA OUT      writes OUT/sentence.pt

Each batch teaches one task. Stories dev-8 and dev-9 are kept from the vectors, so that they can be judged on them.
"""

import argparse
import functools
import itertools
import pathlib
import random
import re

import torch
from torch.nn.functional import cross_entropy

import labels
from common import MAX_TOKENS, Run, batches, by_length, device, grid, optimizer, pad, read_lines, seed, tokenizer, train
from model import SentenceModel, encode_sentence
from stories import article_pairs

HELD_OUT_FOLD = 4
LABELLED = pathlib.Path(__file__).parent.parent / "data"
TURNS = 2
PASSES = {"syntax": 2, "attribution": 4}  # of a turn; the others are gone through once
SENTENCES, PIECES = 40, 72  # of an article, when its sentences are matched with another's
EVENTS, OF_EVENTS = 8, 640
PHRASES, OF_PHRASES = 128, 51_200


def rows(words, texts, tasks, limit=MAX_TOKENS):
    """Encoded sentences of one task, each with its labels by head."""
    for text, given in texts:
        ids, shapes, offsets = encode_sentence(words, text, limit)
        yield ids, shapes, tasks(offsets, given)


def syntax(offsets, given):
    return dict(zip(("parts", "relations", "heads"), labels.syntax_labels(offsets, given)))


def story_batches(data, words):
    """The sentences of two articles of one story, and which were marked as speaking of the same thing."""
    for _, fold, invented, a, b, items in article_pairs(data):
        if fold == HELD_OUT_FOLD and not invented:
            continue
        pairs = {
            (i, j)
            for item in items
            if item["relation"] != "trap"
            for i in a.around(item["a_quote"])
            for j in b.around(item["b_quote"])
            if i < SENTENCES and j < SENTENCES
        }
        if pairs:
            texts = [doc.sentence(i) for doc in (a, b) for i in range(min(len(doc.spans), SENTENCES))]
            yield [encode_sentence(words, text, PIECES)[:2] for text in texts], min(len(a.spans), SENTENCES), sorted(pairs)


def event_batches(data, words, rng):
    """Titles and leads of a few events as several outlets told them; what tells the same event belongs together."""
    events = read_lines(data / "leads/neus.jsonl")
    chosen = rng.sample(events, OF_EVENTS)
    for start in range(0, OF_EVENTS, EVENTS):
        texts = [
            (event, " ".join(article[part].split()))
            for event, row in enumerate(chosen[start : start + EVENTS])
            for article in row["articles"]
            for part in ("title", "lead")
            if article.get(part)
        ]
        yield [encode_sentence(words, text, PIECES)[:2] for _, text in texts], [event for event, _ in texts]


def phrase_batches(data, words, rng):
    """Names and noun phrases: what stands between the small words of titles and leads."""
    small = set((LABELLED / "small-words.txt").read_text(encoding="utf-8").split())
    phrases = set()
    for row in read_lines(data / "leads/neus.jsonl"):
        for text in (article.get(part) or "" for article in row["articles"] for part in ("title", "lead")):
            for run in re.split(r"[^\w\s'’-]+", text):
                for is_small, phrase in itertools.groupby(run.split(), lambda word: word.lower() in small):
                    if not is_small:
                        phrases.add(" ".join(itertools.islice(phrase, 6)))
    chosen = rng.sample(sorted(phrases), OF_PHRASES)
    for start in range(0, OF_PHRASES, PHRASES):
        yield [encode_sentence(words, phrase, PIECES)[:2] for phrase in chosen[start : start + PHRASES]]


def tag_loss(model, batch):
    ids, mask, shapes = grid(batch)
    hidden = model.hidden(ids, mask, shapes)
    total = torch.zeros((), device=device())
    for head in batch[0][2]:
        truth = pad([row[2][head] for row in batch], labels.NONE).to(device())
        if head == "heads":
            scores = model.arcs(hidden) + (1 - mask[:, None, :]) * -1e4
        else:
            scores = getattr(model, head)(hidden)
        total = total + cross_entropy(scores.flatten(0, 1), truth.flatten(), ignore_index=labels.NONE)
    return total


def vectors(model, sentences):
    """Unit vectors, worked out in parts of like length to spare padding."""
    out = [None] * len(sentences)
    for part in by_length([len(row[0]) for row in sentences], 16):
        ids, mask, shapes = grid([sentences[i] for i in part])
        for i, row in zip(part, model.vector(model.hidden(ids, mask, shapes), mask)):
            out[i] = row
    return torch.stack(out)


def match_loss(scores, truth):
    """Each marked pair against every other partner that either side could have; `truth` is a mask."""
    out = torch.zeros((), device=scores.device)
    for s, t in ((scores, truth), (scores.T, truth.T)):
        used = t.any(1)
        right = s.masked_fill(~t, -1e4).logsumexp(1)
        out = out + (s.logsumexp(1) - right)[used].mean()
    return out / 2


def story_loss(model, batch, warmth=0.05):
    sentences, border, pairs = batch
    found = vectors(model, sentences)
    truth = torch.zeros(border, len(sentences) - border, dtype=torch.bool, device=device())
    truth[tuple(zip(*pairs))] = True
    return match_loss(found[:border] @ found[border:].T / warmth, truth)


def event_loss(model, batch, warmth=0.05):
    sentences, events = batch
    found, events = vectors(model, sentences), torch.tensor(events, device=device())
    own = torch.eye(len(events), dtype=torch.bool, device=device())
    scores = (found @ found.T / warmth).masked_fill(own, -1e4)
    return match_loss(scores, (events[:, None] == events[None, :]) & ~own)


def phrase_loss(model, phrases, base, weight=3.0):
    """How far the vectors of phrases went from the base model's, which knows what many of them stand for: "former Soviet
    state" lies near "Turkmenistan" there, and learning names and grammar alone forgets it."""
    with torch.no_grad():
        known = vectors(base, phrases)
    return weight * (1 - (vectors(model, phrases) * known).sum(1)).mean()


LOSSES = {"names": tag_loss, "syntax": tag_loss, "attribution": tag_loss, "story": story_loss, "event": event_loss}


def plan(data, words, rng):
    """Every batch of the run, the tasks mixed evenly."""
    out = []
    tasks = {
        "names": (labels.names(data, LABELLED), lambda o, g: {"names": labels.name_labels(o, g)}),
        "syntax": (labels.conllu(data / "syntax/ewt_train.conllu"), syntax),
        "attribution": (labels.attributions(LABELLED), lambda o, g: {"attribution": labels.attribution_labels(o, g)}),
    }
    for task, (texts, labelled) in tasks.items():
        encoded = list(rows(words, texts, labelled))
        for _ in range(PASSES.get(task, 1)):
            for part in batches([len(row[0]) for row in encoded], 32, rng):
                out.append((task, [encoded[i] for i in part]))
    out += [("story", batch) for batch in story_batches(data, words)]
    out += [("event", batch) for batch in event_batches(data, words, rng)]
    out += [("phrase", batch) for batch in phrase_batches(data, words, rng)]
    rng.shuffle(out)
    return out


def one_turn(model, data, name, rate, turn):
    """Goes through everything once, with the learning rate begun anew; what it leaves is kept and not done again."""
    kept = name.with_suffix(".pt")
    if kept.exists():
        model.load_state_dict(torch.load(kept, map_location=device(), weights_only=True))
        return
    batches_ = plan(data, tokenizer(), random.Random(4 + turn))
    print(len(batches_), "batches", flush=True)
    run = Run(name.with_suffix(".ckpt"), model, optimizer(model))
    # Untrained, it is the base model.
    losses = {**LOSSES, "phrase": functools.partial(phrase_loss, base=SentenceModel().to(device()).eval())}
    train(run, batches_, lambda step: losses[step[0]](model, step[1]), rate)
    torch.save(model.state_dict(), kept)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("data", type=pathlib.Path)
    arguments.add_argument("out", type=pathlib.Path)
    arguments.add_argument("--rate", type=float, default=1.5e-4)
    given = arguments.parse_args()
    seed()
    given.out.mkdir(parents=True, exist_ok=True)
    model = SentenceModel().to(device())
    for turn in range(TURNS):
        one_turn(model, given.data, given.out / f"sentence-{turn}", given.rate, turn)
    torch.save(model.state_dict(), given.out / "sentence.pt")


if __name__ == "__main__":
    main()
