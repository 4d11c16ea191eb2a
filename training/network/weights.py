"""Trained weights as `export.py` turns them into files and `pin.py` holds the program to them."""

import argparse
import json
import pathlib

import torch

from common import seed
from model import PairModel, SentenceModel


def arguments():
    found = argparse.ArgumentParser()
    for name in ("out", "--sentence", "--pair", "--calibration"):
        found.add_argument(name, type=pathlib.Path)
    return found.parse_args()


def load(given):
    """Both models by name, and the calibration. Heads without weights are untrained, and the same at every call."""
    seed()
    models = {"sentence": SentenceModel(), "pair": PairModel()}
    for name, model in models.items():
        if path := getattr(given, name):
            model.load_state_dict(torch.load(path, map_location="cpu", weights_only=True))
        model.eval()
    calibration = {"temperature": {"label": 1.0, "verdict": 1.0}}
    if given.calibration:
        calibration = json.loads(given.calibration.read_text(encoding="utf-8"))
    return models, calibration
