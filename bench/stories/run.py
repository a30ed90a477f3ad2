"""Measures `tawatur group` on growing numbers of reports: seconds, processor seconds, memory.

usage: run.py TAWATUR REPORTS.jsonl[.gz] [--sizes 500,1000,2000] [--copies 10] [--shift 37] [--out FILE]

The sizes are first so many reports by day; then come all of them, and so many copies of all with their days shifted, each
copy by so many days more, so that stories of one copy are still compared with those of the one before.
"""
import argparse, datetime, gzip, json, os, platform, subprocess, sys, tempfile, time

def read(path):
    opened = gzip.open(path, "rt", encoding="utf8") if path.endswith(".gz") else open(path, encoding="utf8")
    with opened as lines:
        return sorted((json.loads(l) for l in lines), key=lambda r: (r.get("published") or "", r["id"]))

def shifted(report, number, days):
    stamp = report.get("published")
    if not stamp:
        return {**report, "id": f"{report['id']}-{number}"}
    day = datetime.date.fromisoformat(stamp[:10]) + datetime.timedelta(days=days * number)
    url = report.get("url")
    return {**report, "id": f"{report['id']}-{number}", "published": f"{day}{stamp[10:]}", "url": url and f"{url}?copy={number}"}

def run(program, reports):
    """Wall seconds, processor seconds, megabytes at most, stories."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as given:
        for report in reports:
            given.write(json.dumps(report, ensure_ascii=False) + "\n")
        given.flush()
        start = time.monotonic()
        child = subprocess.Popen([program, "group", given.name], stdout=subprocess.PIPE)
        stories = {json.loads(line)["story"] for line in child.stdout}
        _, status, used = os.wait4(child.pid, 0)
        if status:
            sys.exit(f"{program} ended with {status}")
        return time.monotonic() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, len(stories)

def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program"); parser.add_argument("reports")
    parser.add_argument("--sizes", default="500,1000,2000"); parser.add_argument("--copies", type=int, default=10)
    parser.add_argument("--shift", type=int, default=37); parser.add_argument("--out")
    asked = parser.parse_args()
    reports = read(asked.reports)
    sets = [(str(n), reports[:n]) for n in map(int, asked.sizes.split(",")) if n < len(reports)]
    sets.append((str(len(reports)), reports))
    if asked.copies > 1:
        sets.append((f"{asked.copies} x {len(reports)}", [shifted(r, n, asked.shift) for n in range(asked.copies) for r in reports]))
    lines = [f"{'reports':>12} {'MB of text':>10} {'seconds':>8} {'cpu s':>8} {'ms a report':>11} {'memory MB':>9} {'stories':>8}"]
    for name, given in sets:
        text = sum(len(r["text"].encode()) for r in given) / 1e6
        wall, cpu, memory, stories = run(asked.program, given)
        lines.append(f"{name:>12} {text:10.1f} {wall:8.2f} {cpu:8.2f} {1000 * cpu / len(given):11.3f} {memory:9.0f} {stories:8}")
        print(lines[-1], file=sys.stderr)
    lines.append(f"{platform.machine()}, {platform.platform()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    out = "\n".join(lines) + "\n"
    print(out, end="")
    if asked.out:
        open(asked.out, "w", encoding="utf8").write(out)

main()
