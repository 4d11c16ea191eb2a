"""The two trunks and their heads.

Both trunks are the six transformer layers of all-MiniLM-L6-v2. Its word pieces, positions, segments and the
normalisation after them are one frozen part that both share, so that the program carries them once.
"""

import torch
from torch import nn
from transformers import BertModel

from common import base_model

WIDTH = 384
LABELS = ["entailment", "neutral", "contradiction"]
VERDICTS = ["agree", "refine", "update", "dispute", "conflict", "none"]
KINDS = ["number", "time", "place", "who", "cause", "denial", "certainty", "stance", "quote", "description"]


def base(dropout):
    """all-MiniLM-L6-v2; `dropout`, a tenth of the time on a processor, is worth it on examples that are seen several times."""
    chance = {"hidden_dropout_prob": dropout, "attention_probs_dropout_prob": 0.0}
    return BertModel.from_pretrained(base_model(), **chance, attn_implementation="eager", add_pooling_layer=False)


class Trunk(nn.Module):
    """The six layers over embedded tokens: [batch, tokens, 384] and a mask [batch, tokens] → [batch, tokens, 384]."""

    def __init__(self, bert):
        super().__init__()
        self.layers = bert.encoder.layer

    def forward(self, hidden, mask):
        bias = (1.0 - mask[:, None, None, :].to(hidden.dtype)) * -1e4
        for layer in self.layers:
            out = layer(hidden, attention_mask=bias)
            hidden = out[0] if isinstance(out, tuple) else out
        return hidden


def mean(hidden, mask):
    """The mean of the tokens under the mask: [batch, tokens, width] → [batch, width]."""
    weight = mask[:, :, None].to(hidden.dtype)
    return (hidden * weight).sum(1) / weight.sum(1).clamp(min=1.0)


class PairModel(nn.Module):
    """Two statements in one pass: entailment, verdict and kind."""

    def __init__(self, dropout=0.0):
        super().__init__()
        bert = base(dropout)
        self.words = bert.embeddings.requires_grad_(False)
        self.trunk = Trunk(bert)
        self.join = nn.Linear(5 * WIDTH, WIDTH)
        self.label = nn.Linear(WIDTH, len(LABELS))
        self.verdict = nn.Linear(WIDTH, len(VERDICTS))
        self.kind = nn.Linear(WIDTH, len(KINDS))

    def join_sides(self, hidden, mask, segments):
        """First token, both sides' means, their difference and product, in one vector."""
        first, second = mean(hidden, mask * (1 - segments)), mean(hidden, mask * segments)
        sides = torch.cat([hidden[:, 0], first, second, (first - second).abs(), first * second], dim=1)
        return nn.functional.gelu(self.join(sides))

    def forward(self, ids, mask, segments):
        with torch.no_grad():
            embedded = self.words(input_ids=ids, token_type_ids=segments)
        joined = self.join_sides(self.trunk(embedded, mask), mask, segments)
        return self.label(joined), self.verdict(joined), self.kind(joined)


def encode_pair(tokenizer, first, second, limit):
    """Word pieces and segments of `[CLS] first [SEP] second [SEP]`; the longer side is cut first."""
    a, b = (tokenizer.encode(text, add_special_tokens=False).ids for text in (first, second))
    while len(a) + len(b) > limit - 3:
        (a if len(a) >= len(b) else b).pop()
    return [101, *a, 102, *b, 102], [0] * (len(a) + 2) + [1] * (len(b) + 1)

NAME_TAGS = ["O"] + [f"{edge}-{kind}" for kind in ("person", "organization", "place", "other") for edge in ("B", "I")]
PARTS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
RELATIONS = (
    "acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl fixed flat "
    "goeswith iobj list mark nmod nsubj nsubj:pass nummod obj obl orphan parataxis punct reparandum root vocative xcomp"
).split()
ATTRIBUTION_TAGS = ["O"] + [f"{edge}-{part}" for part in ("source", "cue", "content") for edge in ("B", "I")]
SHAPES = 8
ARC = 128


def shape(text):
    """How a word piece is written, which its lower-cased number does not tell: 1 lower, 2 Title, 3 UPPER, 4 miXed, 5 one
    capital, 6 with a digit, 7 without a letter; 0 is left to special tokens."""
    if any(c.isdigit() for c in text):
        return 6
    letters = [c for c in text if c.isalpha()]
    if not letters:
        return 7
    upper = sum(c.isupper() for c in letters)
    if upper == 0:
        return 1
    if upper == len(letters):
        return 5 if upper == 1 else 3
    return 2 if upper == 1 and letters[0].isupper() else 4


class SentenceModel(nn.Module):
    """One sentence in one pass: its vector, names, parts of speech, dependencies and attributions."""

    def __init__(self):
        super().__init__()
        bert = base(0.0)
        self.words = bert.embeddings.requires_grad_(False)
        self.trunk = Trunk(bert)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.names = nn.Linear(WIDTH, len(NAME_TAGS))
        self.parts = nn.Linear(WIDTH, len(PARTS))
        self.relations = nn.Linear(WIDTH, len(RELATIONS))
        self.attribution = nn.Linear(WIDTH, len(ATTRIBUTION_TAGS))
        self.child = nn.Linear(WIDTH, ARC)
        self.parent = nn.Linear(WIDTH, ARC)

    def embed(self, ids):
        with torch.no_grad():
            return self.words(input_ids=ids)

    def hidden(self, ids, mask, shapes):
        return self.trunk(self.embed(ids) + self.shapes(shapes), mask)

    def arcs(self, hidden):
        """How well token j governs token i: [batch, i, j]; the first token stands for the root."""
        return self.child(hidden) @ self.parent(hidden).transpose(1, 2) / ARC**0.5

    def vector(self, hidden, mask):
        return nn.functional.normalize(mean(hidden, mask), dim=1)


def encode_sentence(tokenizer, text, limit):
    """Word pieces with the special tokens around them, their shapes, and where each piece stands in the text."""
    pieces = tokenizer.encode(text, add_special_tokens=False)
    ids, offsets = pieces.ids[: limit - 2], pieces.offsets[: limit - 2]
    shapes = [shape(text[start:end]) for start, end in offsets]
    return [101, *ids, 102], [0, *shapes, 0], [(0, 0), *offsets, (0, 0)]
