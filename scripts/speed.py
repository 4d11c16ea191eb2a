#!/usr/bin/env python3
"""Prints how fast the program is, as tables, beside what else does a part of the work, in one run on one machine.

Usage: scripts/speed.py [--target target] [--rounds 5]. Builds nothing: run these first.
    cargo build --locked --release
    cargo build --locked --release --no-default-features --example speed

Peers are measured where they are there, and named as left out where they are not: onnxruntime and PyTorch (the Python that
runs this script, with what training/network/requirements.txt names), compromise (`npm install compromise` in a folder that
COMPROMISE names), meld.
"""

import argparse
import importlib.util
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
SAMPLES = [ROOT / "assets/samples/port-ellery-sentinel.html", ROOT / "assets/samples/coastal-record.txt"]
GROWTH = [(2, 100), (2, 600), (2, 1_000), (2, 10_000), (2, 100_000), (5, 600), (10, 600), (20, 600), (50, 600)]


def wall(command, rounds, **more):
    """The least and the middle of so many runs, in milliseconds, and the most memory of any in MB."""
    times, memory = [], 0
    for _ in range(rounds):
        start = time.perf_counter()
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **more)
        _, status, usage = os.wait4(child.pid, 0)
        times.append((time.perf_counter() - start) * 1000)
        memory = max(memory, usage.ru_maxrss // 1024)
        if os.waitstatus_to_exitcode(status) != 0:
            raise SystemExit(f"failed: {' '.join(map(str, command))}")
    return min(times), statistics.median(times), memory


def speed(program, articles, words):
    out = subprocess.run([program, str(articles), str(words)], capture_output=True, text=True, check=True).stdout.strip()
    return dict(field.rsplit(" ", 1) for field in out.split("\t"))


def stages(program, rounds):
    runs = [speed(program, 2, 600) for _ in range(rounds)]
    print("\n### Two articles of 600 words, stage by stage\n\n| stage | ms |\n|---|---|")
    for name in runs[0]:
        if name not in ("articles", "words", "findings", "memory-kB"):
            print(f"| {name} | {statistics.median(float(run[name]) for run in runs):.1f} |")


def growth(program):
    print("\n### Growth\n\n| articles | words each | whole, s | memory, MB |\n|---|---|---|---|")
    for articles, words in GROWTH:
        run = speed(program, articles, words)
        print(f"| {articles} | {words:,} | {float(run['whole']) / 1000:.2f} | {int(run['memory-kB']) / 1024:.0f} |", flush=True)


def whole(program, rounds):
    print("\n### As a whole process\n\n| what | least, ms | middle, ms | memory, MB |\n|---|---|---|---|")
    rows = {
        "`compare`, the two samples (420 and 490 words)": [program, "compare", *SAMPLES],
        "the same, rules alone": [program, "compare", *SAMPLES, "--no-network-model"],
        "`--version`": [program, "--version"],
    }
    for name, command in rows.items():
        least, middle, memory = wall(command, rounds)
        print(f"| {name} | {least:.0f} | {middle:.0f} | {memory} |", flush=True)


def peers(program, rounds):
    print("\n### Beside other programs\n\n| what | ms |\n|---|---|", flush=True)
    left_out = []
    if all(importlib.util.find_spec(name) for name in ("onnxruntime", "torch", "transformers")):
        out = subprocess.run(
            [sys.executable, ROOT / "training/network/speed.py", ROOT / "assets/models"], capture_output=True, text=True
        )
        for line in out.stdout.splitlines():
            name, figure = line.split(": ")
            print(f"| the network, {name.replace('_', ' ')} | {figure.removesuffix(' ms')} |")
        if out.returncode:
            left_out.append(f"onnxruntime and PyTorch ({out.stderr.strip().splitlines()[-1]})")
    else:
        left_out.append("onnxruntime and PyTorch")
    folder = os.environ.get("COMPROMISE")
    if folder and shutil.which("node"):
        script = (
            "const nlp=require('compromise');const text=require('fs').readFileSync(process.argv[1],'utf8');"
            "const doc=nlp(text);doc.people().out('array');doc.organizations().out('array');doc.places().out('array');"
        )
        command = ["node", "-e", script, SAMPLES[1]]
        least, _, memory = wall(command, rounds, cwd=folder)
        print(f"| compromise: names in one sample, whole process ({memory} MB) | {least:.0f} |")
    else:
        left_out.append("compromise")
    least, _, memory = wall([program, "annotate", SAMPLES[1]], rounds)
    print(f"| `annotate`: names, links and statements in the same sample, whole process ({memory} MB) | {least:.0f} |")
    for name in left_out:
        print(f"\nLeft out, not on this machine: {name}.")


def windows(program, rounds):
    """From the start of the process to a window with something in it, on a display of its own."""
    if not all(shutil.which(tool) for tool in ("Xvfb", "xdotool", "import")):
        print("\nThe window was left out: Xvfb, xdotool or imagemagick is not on this machine.")
        return
    print("\n### Start to first frame (software graphics, Xvfb)\n\n| program | least, ms | middle, ms |\n|---|---|---|", flush=True)
    meld = [("Meld, empty", ["meld"])] if shutil.which("meld") else []
    for name, command in [("Counterpoint, empty", [program]), ("Counterpoint, the samples", [program, *SAMPLES]), *meld]:
        times = [first_frame(command) for _ in range(rounds)]
        print(f"| {name} | {min(times):.0f} | {statistics.median(times):.0f} |", flush=True)
    if not meld:
        print("\nLeft out, not on this machine: Meld.")


def first_frame(command):
    with tempfile.TemporaryDirectory() as home:
        read, write = os.pipe()
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-noreset", "-nolisten", "tcp"],
            pass_fds=[write], stderr=subprocess.DEVNULL,
        )
        display = os.read(read, 16).decode().strip()
        env = {**os.environ, "DISPLAY": f":{display}", "HOME": home, "XDG_RUNTIME_DIR": home, "LIBGL_ALWAYS_SOFTWARE": "1",
               "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}
        env.pop("WAYLAND_DISPLAY", None)
        colors = ["import", "-window", "root", "-format", "%k", "info:"]
        start = time.perf_counter()
        child = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            # A bare root has one color, an empty window two: text and buttons have many.
            while int(subprocess.run(colors, env=env, capture_output=True, text=True).stdout or 0) < 20:
                if child.poll() is not None or time.perf_counter() - start > 60:
                    raise SystemExit(f"no window: {' '.join(map(str, command))}")
            return (time.perf_counter() - start) * 1000
        finally:
            child.kill()
            child.wait()
            server.kill()
            server.wait()


def machine():
    cpu = next((line.split(": ")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.processor())
    load = os.getloadavg()[0]
    commit = subprocess.run(["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True).stdout.strip()
    print(f"Commit {commit}; {os.cpu_count()} cores of {cpu}; load {load:.1f} when it began.")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--target", type=pathlib.Path, default=pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")))
    arguments.add_argument("--rounds", type=int, default=5)
    given = arguments.parse_args()
    program, example = given.target / "release/counterpoint", given.target / "release/examples/speed"
    machine()
    whole(program, given.rounds)
    stages(example, given.rounds)
    growth(example)
    peers(program, given.rounds)
    windows(program, given.rounds)


if __name__ == "__main__":
    main()
