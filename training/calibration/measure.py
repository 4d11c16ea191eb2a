#!/usr/bin/env python3
"""Measures what is shown at each threshold: measure.py PROPOSALS.jsonl ANNOTATIONS.jsonl …  See README.md.

Every confidence is worked out by numbers that were fitted without the story in question.
"""
import sys

from fit import MARKED, annotated, examples, held_out

SHIPPED = 0.35  # DISPLAY_THRESHOLD
KINDS = ["number", "time", "place", "who", "cause", "denial", "certainty", "stance", "quote", "description"]


def counted(told, wanted=None):
    """How many are shown, how many of them are right, and how many marks of the editors they find."""
    told = [row for row in told if wanted is None or row.kind == wanted]
    found = {(row.pair, mark) for row in told for mark in row.marks}
    return f"shown = {len(told)}, right = {sum(row.right for row in told)}, found = {len(found)}"


def main():
    items = annotated(sys.argv[2:])
    marks = [item["kind"] for pair in items.values() for item in pair if item["relation"] in MARKED]
    told = list(held_out(list(examples(sys.argv[1], items))))
    print("# Made by training/calibration/measure.py; see docs/evaluation.md.")
    print(f"stories = {len({story for story, *_ in items})}")
    print(f"pairs = {len(items)}")
    print(f"marked = {len(marks)}")
    print("\n# What is shown from a confidence on, of stories that the confidence was not fitted to.")
    print("points = [")
    for step in range(7, 15):
        threshold = step / 20
        print(f"    {{ threshold = {threshold:.2f}, {counted(row for said, row in told if said >= threshold)} }},")
    print("]\n\n# Of what was said to be right so often, how much was.")
    print("bands = [")
    for low in (30, 40, 50, 60, 70):
        band = [row for said, row in told if low <= 100 * said < low + 10]
        print(f"    {{ from = {low / 100:.1f}, {counted(band)} }},")
    print("]\n\n# What is shown of each kind at the threshold that ships.\n[kinds]")
    shown = [row for said, row in told if said >= SHIPPED]
    for kind in KINDS:
        of_kind = marks.count(kind)
        print(f"{kind} = {{ marked = {of_kind}, {counted(shown, kind)} }}")


if __name__ == "__main__":
    main()
