#!/usr/bin/env python3
"""Writes the table of README.md that says how sure the findings are, from assets/measures/findings.toml.

`scripts/figures.py` writes it; `scripts/figures.py --check` only says whether it is up to date.
"""

import pathlib
import re
import sys
import tomllib

ROOT = pathlib.Path(__file__).resolve().parent.parent
BEGIN = "<!-- Figures: made by scripts/figures.py -->\n"
END = "<!-- End of the figures -->\n"
OTHERS = (0.50, 0.60, 0.70)


def shipped_threshold():
    code = (ROOT / "src/analysis/conflicts/confidence.rs").read_text()
    return float(re.search(r"DISPLAY_THRESHOLD: f32 = ([\d.]+);", code)[1])


def table(measures):
    threshold_shipped = shipped_threshold()
    marked = measures["marked"]
    points = {point["threshold"]: point for point in measures["points"]}
    rows = [
        f"Measured on {measures['stories']} stories of three articles each ({measures['pairs']} pairs), in which editors marked "
        f"{marked:,} differences, with the confidence fitted to other stories than those it was measured on:",
        "",
        "| shown from a confidence of | marks shown | of these right | of the editors' marks found |",
        "|---|---|---|---|",
    ]
    for threshold in [threshold_shipped] + [other for other in OTHERS if other in points and other > threshold_shipped]:
        point = points[threshold]
        shipped = " (as shipped)" if threshold == threshold_shipped else ""
        right, found = point["right"] / point["shown"], point["found"] / marked
        rows.append(f"| {threshold:.2f}{shipped} | {point['shown']} | {right:.0%} | {found:.1%} |")
    rows += ["", "By kind, as shipped:", "", "| kind | editors marked | shown | of these right |", "|---|---|---|---|"]
    for kind, counted in measures["kinds"].items():
        rows.append(f"| {kind} | {counted['marked']} | {counted['shown']} | {counted['right']} |")
    return "\n".join(rows) + "\n"


def main():
    measures = tomllib.loads((ROOT / "assets/measures/findings.toml").read_text())
    readme = ROOT / "README.md"
    text = readme.read_text()
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    now = before + BEGIN + table(measures) + END + after
    if "--check" in sys.argv:
        sys.exit(0 if now == text else "README.md: the figures are not those of assets/measures/findings.toml; run scripts/figures.py")
    readme.write_text(now)


if __name__ == "__main__":
    main()
