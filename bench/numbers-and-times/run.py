#!/usr/bin/env python3
"""Numbers and times side by side with the Python peers: bytes a second of processor time, one core, same lines, one run.

usage: run.py THROUGHPUT [--seconds S] [--out FILE]

THROUGHPUT is the built example (`cargo build --release -p tawatur-extract --example throughput`). The peers come from
`pip install -r requirements.txt`; one that cannot be imported is left out and named. Every reader gets the lines of the
sample stories, one call a line, until its seconds are over; a peer that fails on a line is charged for it and counted.
"""
import argparse
import json
import os
import pathlib
import platform
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]


def lines():
    """The bodies of the sample stories' reports, line by line."""
    found = []
    for path in sorted(ROOT.glob("stories/*/*.txt")):
        found += [x for x in path.read_text(encoding="utf-8").split("\n") if x.strip()]
    return found


def duckling():
    import duckling as d
    zones = d.load_time_zones("/usr/share/zoneinfo")
    import pendulum
    now = d.parse_ref_time(zones, "Asia/Riyadh", int(pendulum.datetime(2022, 1, 10, tz="Asia/Riyadh").timestamp()))
    context = d.Context(now, d.default_locale_lang(d.parse_lang("AR")))
    both = d.parse_dimensions(["number", "ordinal", "duration", "time"])
    times = d.parse_dimensions(["time"])
    numbers = d.parse_dimensions(["number"])
    yield "Duckling: numbers, ordinals, durations, times", lambda x: d.parse(x, context, both, False)
    yield "Duckling: numbers", lambda x: d.parse(x, context, numbers, False)
    yield "Duckling: times", lambda x: d.parse(x, context, times, False)


def maha():
    from maha.parsers.functions import parse_dimension
    yield "Maha: numerals", lambda x: parse_dimension(x, numeral=True)
    yield "Maha: durations", lambda x: parse_dimension(x, duration=True)
    yield "Maha: times", lambda x: parse_dimension(x, time=True)


def ovos():
    import datetime
    from ovos_date_parser import extract_datetime
    from ovos_number_parser import extract_number
    now = datetime.datetime(2022, 1, 10)
    yield "OVOS: first number", lambda x: extract_number(x, lang="ar")
    yield "OVOS: first time", lambda x: extract_datetime(x, lang="ar", anchorDate=now)


def dateparser():
    import datetime
    from dateparser.search import search_dates
    settings = {"RELATIVE_BASE": datetime.datetime(2022, 1, 10), "PREFER_DATES_FROM": "past"}
    yield "dateparser: times", lambda x: search_dates(x, languages=["ar"], settings=settings)


def pyarabic():
    from pyarabic.number import extract_number_phrases
    yield "PyArabic: number phrases", lambda x: extract_number_phrases(x)


def heideltime():
    """One run of Java over all lines, charged with what its process used; starting up is part of it."""
    from accuracy import heideltime as reader
    many = reader()
    yield "HeidelTime: times, all lines in one run", (
        lambda text: many([{"text": x, "kind": "time", "ref_time": "2022-01-10"} for x in text]))


def measure_at_once(read, text):
    before = os.times()
    read(text)
    after = os.times()
    used = sum(after[:4]) - sum(before[:4])
    return {"bytes": sum(len(x.encode()) for x in text), "seconds": used, "calls": 1, "failed": 0}


def measure(read, text, seconds):
    start, size, failed, calls = time.process_time(), 0, 0, 0
    while True:
        for line in text:
            try:
                read(line)
            except Exception:
                failed += 1
            size += len(line.encode())
            calls += 1
            passed = time.process_time() - start
            if passed > seconds:
                return {"bytes": size, "seconds": passed, "calls": calls, "failed": failed}


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("throughput")
    ap.add_argument("--seconds", type=float, default=8.0)
    ap.add_argument("--out")
    a = ap.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {sorted(os.sched_getaffinity(0))[-1]})
    text = lines()
    file = pathlib.Path("/tmp") / f"tawatur-bench-{os.getpid()}.txt"
    file.write_text("\n".join(text), encoding="utf-8")
    ours = json.loads(subprocess.run([a.throughput, str(file), str(a.seconds)], capture_output=True, check=True).stdout)
    file.unlink()
    rows = [("Tawatur: numbers and times", ours)]
    for peer in (duckling, maha, heideltime, ovos, dateparser, pyarabic):
        try:
            readers = list(peer())
        except Exception as why:
            print(f"{peer.__name__} left out: {why!r}", file=sys.stderr)
            continue
        at_once = peer is heideltime
        rows += [(name, measure_at_once(read, text) if at_once else measure(read, text, a.seconds)) for name, read in readers]
    best = ours["bytes"] / ours["seconds"]
    report = [f"{'reader':46} {'MB/s':>9} {'times slower':>13}  failed calls"]
    for name, r in rows:
        speed = r["bytes"] / r["seconds"]
        report.append(f"{name:46} {speed / 1e6:9.4f} {best / speed:13.1f}  {r.get('failed', 0)} of {r.get('calls', '-')}")
    report.append(f"{platform.machine()}, {platform.platform(terse=True)}, Python {platform.python_version()}, "
                  f"load {os.getloadavg()[0]:.1f}, one core, {sum(len(x.encode()) for x in text)} bytes of text")
    print("\n".join(report))
    if a.out:
        pathlib.Path(a.out).write_text("\n".join(report) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
