#!/usr/bin/env python3
"""Times Dawid & Skene's model beside crowd-kit, on the same made-up ratings.

  truth_peers.py --program PATH --bench PATH [--rounds 3] [--folder DIR]

Ten steps each, on 10^6 ratings in memory; and whole processes from start to end: crowd-kit reads the file
with pandas and fits, `tiebreak annotators` reads it, goes on until the model has settled, computes every
annotator's figures and writes the posteriors of all items. Prints a Markdown table, and how many items got
the same label. `make bench` installs crowd-kit into .bench/venv and runs this.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys

from peers import Run

RATINGS = 1_000_000
STEPS = 10


def fit(path, labels):
    """Fits in this process; prints the seconds, and writes the labels where that is wanted."""
    import pandas
    from crowdkit.aggregation import DawidSkene

    votes = pandas.read_csv(path).rename(columns={"item": "task", "annotator": "worker"})
    start = time.perf_counter()
    model = DawidSkene(n_iter=STEPS, tol=float("-inf")).fit(votes)
    print(json.dumps({"seconds": time.perf_counter() - start}))
    if labels:
        model.labels_.to_csv(labels, header=False)


def our_fit(options):
    """Seconds of ten steps, from the benchmarks' own table."""
    table = subprocess.run(
        [options.bench, "truth", "--rounds", "1", "--markdown", "--program", options.program,
         "--folder", options.folder],
        check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.decode()
    for line in table.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if cells[0] == "Dawid–Skene":
            number, unit = cells[2].rsplit(" ", 1)
            assert unit == "ms", line
            return float(number.replace(" ", "")) / 1e3
    raise SystemExit("the benchmarks print no row for Dawid–Skene")


def same_labels(posteriors, labels):
    theirs = dict(line.rstrip("\n").rsplit(",", 1) for line in open(labels))
    same = total = 0
    for line in open(posteriors):
        unit = json.loads(line)
        if not unit["tied"]:
            total += 1
            same += theirs[unit["item"]] == unit["label"]
    return same, total


def row(name, fits, ours, wholes, own):
    ratios = [theirs / mine for theirs, mine in zip(fits, ours)]
    whole = [theirs.seconds / mine.seconds for theirs, mine in zip(wholes, own)]
    print(
        f"| {name} | {statistics.median(fits):.3f} s | "
        f"{statistics.median(ratios):.1f} ({min(ratios):.1f}–{max(ratios):.1f}) | "
        f"{statistics.median(value.seconds for value in wholes):.2f} s | "
        f"{statistics.median(whole):.1f} ({min(whole):.1f}–{max(whole):.1f}) | "
        f"{statistics.median(value.processor_seconds for value in wholes):.2f} s | "
        f"{max(value.megabytes for value in wholes):.0f} MB |")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=".build/release/tiebreak")
    parser.add_argument("--bench", default=".build/release/Bench")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", default=".bench/data")
    parser.add_argument("--fit", nargs=2, metavar=("FILE", "LABELS"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.fit:
        fit(*options.fit)
        return
    os.makedirs(options.folder, exist_ok=True)
    path = os.path.join(options.folder, f"made-{RATINGS}.csv")
    labels = os.path.join(options.folder, "crowd-kit-labels.csv")
    posteriors = os.path.join(options.folder, "posteriors.jsonl")
    if not os.path.exists(path):
        subprocess.run([options.bench, "generate", str(RATINGS), path], check=True)
    ours, theirs, own, wholes = [], [], [], []
    for _ in range(options.rounds):
        ours.append(our_fit(options))
        own.append(Run([options.program, "annotators", path, "--posteriors", posteriors]))
        wholes.append(Run([sys.executable, os.path.abspath(__file__), "--fit", path, labels]))
        theirs.append(json.loads(wholes[-1].output)["seconds"])
    print(f"\n{RATINGS:,} ratings, Dawid & Skene's model\n")
    print("| tool | ten steps | beside tiebreak (spread) | whole process | beside tiebreak (spread) "
          "| its CPU | peak memory |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    row("tiebreak annotators", ours, ours, own, own)
    row("crowd-kit", theirs, ours, wholes, own)
    same, total = same_labels(posteriors, labels)
    print(f"\nThe same label for {same:,} of {total:,} items that are not tied.")


if __name__ == "__main__":
    main()
