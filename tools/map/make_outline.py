"""Makes `outline.txt`, the coasts and borders of the page's map, from Natural Earth by way of world-atlas."""

import heapq
import json
import sys
from pathlib import Path

OUT = Path(__file__).resolve().parents[2] / "crates" / "tawatur-view" / "data" / "outline.txt"
GRID = 100  # a hundredth of a degree
LEAST_TRIANGLE = 0.004  # square degrees: points that change an outline by less are left out
LEAST_RING = 0.02  # square degrees: smaller islands are left out, unless they are a country's largest


def points(arc, transform):
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    x = y = 0
    found = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        found.append((x * sx + tx, y * sy + ty))
    return found


def triangle(a, b, c):
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def simplified(line):
    """Visvalingam's way: the point of the smallest triangle goes first; ends stay, so that neighbours keep meeting."""
    left = {i: i - 1 for i in range(len(line))}
    right = {i: i + 1 for i in range(len(line))}
    area = {i: triangle(line[i - 1], line[i], line[i + 1]) for i in range(1, len(line) - 1)}
    queue = [(size, i) for i, size in area.items()]
    heapq.heapify(queue)
    kept = set(range(len(line)))
    least = 4 if line[0] == line[-1] else 2
    while queue and len(kept) > least:
        size, i = heapq.heappop(queue)
        if i not in kept or size != area[i]:
            continue
        if size >= LEAST_TRIANGLE:
            break
        kept.discard(i)
        a, b = left[i], right[i]
        right[a], left[b] = b, a
        for j in (a, b):
            if j in area and j in kept:
                area[j] = max(size, triangle(line[left[j]], line[j], line[right[j]]))
                heapq.heappush(queue, (area[j], j))
    return [line[i] for i in sorted(kept)]


def encoded(line):
    """Differences in hundredths of a degree as a polyline."""
    text, x, y = "", 0, 0
    for lon, lat in line:
        nx, ny = round(lon * GRID), round(lat * GRID)
        if text and (nx, ny) == (x, y):
            continue
        for d in (nx - x, ny - y):
            value = d << 1 if d >= 0 else ~(d << 1)
            while value >= 32:
                text += chr((value & 31 | 32) + 63)
                value >>= 5
            text += chr(value + 63)
        x, y = nx, ny
    return text


def ring_area(ring, arcs):
    line = [p for i in ring for p in (arcs[i] if i >= 0 else arcs[~i][::-1])]
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(line, line[1:] + line[:1]))) / 2


def rings_of(country, arcs):
    polygons = [country["arcs"]] if country["type"] == "Polygon" else country.get("arcs", [])
    rings = [ring for polygon in polygons for ring in polygon]
    sizes = [ring_area(ring, arcs) for ring in rings]
    largest = max(sizes, default=0)
    return [ring for ring, size in zip(rings, sizes) if size >= LEAST_RING or size == largest]


def main():
    atlas = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    raw = [points(arc, atlas["transform"]) for arc in atlas["arcs"]]
    countries = atlas["objects"]["countries"]["geometries"]
    rings = [r for c in countries if c["properties"]["name"] != "Antarctica" for r in rings_of(c, raw)]
    used = sorted({i if i >= 0 else ~i for ring in rings for i in ring})
    number = {arc: n for n, arc in enumerate(used)}
    arcs = [simplified(raw[i]) for i in used]
    lines = ["a " + encoded(arc) for arc in arcs]
    lines += ["r " + " ".join(f"{number[i]}" if i >= 0 else f"~{number[~i]}" for i in ring) for ring in rings]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(arcs)} arcs, {sum(map(len, arcs))} points, {len(rings)} rings, {OUT.stat().st_size} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
