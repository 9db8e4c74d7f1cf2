#!/usr/bin/env python3
"""Times `tiebreak agree` and the tools one would otherwise use, on the same made-up files.

  peers.py --program PATH --bench PATH [--sizes 100000,1000000] [--rounds 3] [--folder DIR]
           [--files A.csv,B.csv] [--anchor FILE.c] [--without TOOL,TOOL]

Every tool runs in a process of its own, from start to end, reads the file and computes Krippendorff's
alpha for nominal data; Tiebreak prints what `tiebreak agree FILE` prints, with every coefficient,
interval, label and pair. All alphas must be the same. The tools take turns, round by round.
`--files` measures files with the columns item, annotator, label instead of made-up ones. `--anchor`
adds a program in C that prints {"alpha_nominal": ...} for a file and a number of threads: what plain
native code reaches; it is built where there is a compiler, and left out otherwise. Prints Markdown
tables. `make bench` installs the tools into .bench/venv and runs this.
"""
import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import time


def alpha(own, counts):
    """From the diagonal of the coincidence matrix and its margins."""
    total = counts.sum()
    observed = 1 - own.sum() / total
    expected = 1 - (counts * (counts - 1)).sum() / (total * (total - 1))
    return float(1 - observed / expected)


def polars_alpha(path):
    import polars

    column = polars.col
    table = (
        polars.scan_csv(path)
        .group_by("item", "label").agg(n=polars.len())
        .with_columns(m=column("n").sum().over("item"))
        .filter(column("m") >= 2)
        .with_columns(own=column("n").cast(float) * (column("n").cast(float) - 1) / (column("m") - 1))
        .group_by("label").agg(column("own").sum(), column("n").sum())
        .collect()
    )
    return alpha(table["own"].to_numpy(), table["n"].to_numpy().astype(float))


def duckdb_alpha(path):
    import duckdb

    found = duckdb.sql(
        f"""
        WITH votes AS (
          SELECT item, label, count(*) AS n
          FROM read_csv('{path}', header = true,
            columns = {{'item': 'VARCHAR', 'annotator': 'VARCHAR', 'label': 'VARCHAR'}})
          GROUP BY ALL),
        sizes AS (SELECT item, sum(n) AS m FROM votes GROUP BY item HAVING sum(n) >= 2)
        SELECT label, sum(n * (n - 1) / (m - 1.0)) AS own, sum(n) AS n
        FROM votes JOIN sizes USING (item) GROUP BY label
        """).fetchnumpy()
    return alpha(found["own"].astype(float), found["n"].astype(float))


def pandas_alpha(path):
    import pandas

    table = pandas.read_csv(path)
    votes = table.groupby(["item", "label"], sort=False).size().rename("n").reset_index()
    votes["m"] = votes.groupby("item", sort=False)["n"].transform("sum")
    votes = votes[votes.m >= 2]
    votes["own"] = votes.n * (votes.n - 1) / (votes.m - 1)
    sums = votes.groupby("label")[["own", "n"]].sum()
    return alpha(sums.own.values, sums.n.values.astype(float))


def krippendorff_alpha(path):
    import krippendorff
    import numpy
    import pandas

    table = pandas.read_csv(path)
    items, _ = pandas.factorize(table["item"])
    labels, names = pandas.factorize(table["label"])
    counts = numpy.bincount(items * len(names) + labels, minlength=(items.max() + 1) * len(names))
    return float(krippendorff.alpha(
        value_counts=counts.reshape(-1, len(names)), level_of_measurement="nominal"))


PEERS = {
    "polars": polars_alpha, "DuckDB": duckdb_alpha, "pandas": pandas_alpha,
    "krippendorff (pandas)": krippendorff_alpha,
}
OURS = "tiebreak agree"
LINES = "`wc -l`"


class Run:
    """A process from start to end: seconds, seconds of all processors, peak MB and its output."""

    def __init__(self, command):
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.PIPE)
        self.output = process.stdout.read().decode()
        _, status, usage = os.wait4(process.pid, 0)
        self.seconds = time.perf_counter() - start
        process.returncode = status
        if status != 0:
            raise SystemExit(f"{command[0]} ended with status {status}")
        self.processor_seconds = usage.ru_utime + usage.ru_stime
        self.megabytes = usage.ru_maxrss * 1024 / 1e6


def find_alpha(output):
    answer = json.loads(output)
    for name in ("alpha", "alpha_nominal"):
        if name in answer:
            return answer[name]
    return answer["coefficients"]["krippendorff_alpha"]["value"]


def build_anchor(options):
    """The program in C, or None without a source or a compiler."""
    compiler = shutil.which("cc")
    if options.anchor is None or compiler is None:
        print("The program in C is left out: no source was named, or there is no compiler.")
        return None
    program = os.path.abspath(os.path.join(options.folder, "anchor"))
    subprocess.run(
        [compiler, "-Ofast", "-march=native", "-pthread", options.anchor, "-o", program, "-lm"],
        check=True)
    return program


def check(path, options, runs):
    """All tools find the alpha that `agree --json` tells."""
    ours = find_alpha(Run([options.program, "agree", path, "--json"]).output)
    for name, values in runs.items():
        if name not in (OURS, LINES) and abs(find_alpha(values[0].output) - ours) > 1e-9:
            raise SystemExit(f"{name} finds {find_alpha(values[0].output)}, tiebreak {ours}")


def made(ratings, options):
    """A made-up file, the same every time."""
    path = os.path.join(options.folder, f"made-{ratings}.csv")
    if not os.path.exists(path):
        subprocess.run([options.bench, "generate", str(ratings), path], check=True)
    return path


def measure(path, options, anchor):
    tools = {LINES: ["wc", "-l", path], OURS: [options.program, "agree", path]}
    if anchor is not None:
        tools["one pass in C, 2 threads"] = [anchor, path, "2"]
    for name in PEERS:
        if name not in options.without.split(","):
            tools[name] = [sys.executable, os.path.abspath(__file__), "--peer", name, path]
    runs = {name: [] for name in tools}
    for _ in range(options.rounds):
        for name, command in tools.items():
            runs[name].append(Run(command))
    check(path, options, runs)
    for name, values in runs.items():
        lines = [value.seconds / line.seconds for value, line in zip(values, runs[LINES])]
        ratios = [value.seconds / own.seconds for value, own in zip(values, runs[OURS])]
        print(
            f"| {name} | {statistics.median(value.seconds for value in values):.3f} s | "
            f"{min(value.seconds for value in values):.3f} s | "
            f"{statistics.median(value.processor_seconds for value in values):.2f} s | "
            f"{statistics.median(lines):.1f} | "
            f"{statistics.median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f}) | "
            f"{max(value.megabytes for value in values):.0f} MB |")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=".build/release/tiebreak")
    parser.add_argument("--bench", default=".build/release/Bench")
    parser.add_argument("--sizes", default="100000,1000000")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", default=".bench/data")
    parser.add_argument("--files", help="files to measure instead, parted by commas")
    parser.add_argument("--anchor", metavar="FILE.c")
    parser.add_argument("--without", default="", help="tools to leave out, parted by commas")
    parser.add_argument("--peer", nargs=2, metavar=("NAME", "FILE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.peer:
        name, path = options.peer
        print(json.dumps({"alpha": PEERS[name](path)}))
        return
    os.makedirs(options.folder, exist_ok=True)
    anchor = build_anchor(options)
    files = options.files.split(",") if options.files else [
        made(int(size), options) for size in options.sizes.split(",")]
    for path in files:
        with open(path, "rb") as file:
            rows = sum(1 for _ in file) - 1
        print(f"\n{rows:,} ratings, {os.path.getsize(path) / 1e6:.1f} MB\n")
        print("| tool | time | least | CPU | beside `wc -l` | beside tiebreak (spread) | peak memory |")
        print("| --- | --- | --- | --- | --- | --- | --- |")
        measure(path, options, anchor)


if __name__ == "__main__":
    main()
