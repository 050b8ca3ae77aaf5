"""One picture of a run, as SVG without any library: peers side by side, what does not grow, and single figures.

It is transparent, and takes its colours from what the reader prefers, light or dark.
"""

import math
import statistics
from html import escape

WIDTH, HEIGHT = 880, 400
STYLE = """
text { font: 13px system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif; fill: #1f2328 }
.head { font-size: 15px; font-weight: 600 } .muted { fill: #59636e; font-size: 12px } .end { text-anchor: end }
.middle { text-anchor: middle } .strong { font-weight: 600 } .figure { font-size: 20px; font-weight: 600 }
.ours { fill: #cf4a1f } .work { fill: #8f9aa6 } .fixed { fill: #c9d1d9 }
.line { fill: none; stroke-width: 2; stroke-linejoin: round } .grid { stroke: #d1d9e0 } .range { stroke: #1f2328 }
.s0 { stroke: #cf4a1f; fill: #cf4a1f } .s1 { stroke: #0969da; fill: #0969da } .s2 { stroke: #1a7f37; fill: #1a7f37 }
.s3 { stroke: #8250df; fill: #8250df } .line.s0, .line.s1, .line.s2, .line.s3 { fill: none }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 } .muted { fill: #9198a1 } .grid { stroke: #3d444d } .range { stroke: #e6edf3 }
  .ours { fill: #ff7b54 } .work { fill: #656c76 } .fixed { fill: #3d444d }
  .s0 { stroke: #ff7b54; fill: #ff7b54 } .s1 { stroke: #4493f8; fill: #4493f8 } .s2 { stroke: #3fb950; fill: #3fb950 }
  .s3 { stroke: #ab7df8; fill: #ab7df8 } .line.s0, .line.s1, .line.s2, .line.s3 { fill: none }
}
"""
FIXED = ("floor", "nginx")  # they send the same bytes whatever was asked
CURVES = (("create", "create"), ("first page of 10", "list 10"), ("get", "get"), ("delete", "delete"))


def text(x, y, content, *classes):
    return f'<text x="{x:.1f}" y="{y:.1f}" class="{" ".join(classes)}">{escape(content)}</text>'


def box(x, y, width, height, kind):
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 1):.1f}" height="{height:.1f}" rx="2" class="{kind}"/>'


def line(x1, y1, x2, y2, kind):
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" class="{kind}"/>'


def peers_panel(report, left, top, width):
    """A bar for each peer's creates a second, and across its end a line for the range over the rounds."""
    contest = report["contests"].get("HTTP/1.1")
    if not contest:
        return []
    values = {key: [one["requests_per_second"] for one in rounds] for key, rounds in contest.items()}
    order = sorted(values, key=lambda key: -statistics.median(values[key]))
    label, room = 136, 66
    scale = (width - label - room) / max(max(rounds) for rounds in values.values())
    parts = [text(left, top, "Creates a second over HTTP/1.1, one core", "head"),
             box(left, top + 14, 10, 10, "fixed"), text(left + 16, top + 23, "a fixed answer", "muted"),
             box(left + 116, top + 14, 10, 10, "work"), text(left + 132, top + 23, "a mock as one writes it", "muted")]
    if report["rounds"] > 1:
        parts += [line(left + 282, top + 19, left + 302, top + 19, "range"),
                  text(left + 309, top + 23, "range over the rounds", "muted")]
    for index, key in enumerate(order):
        y, median = top + 44 + index * 30, statistics.median(values[key])
        ours = key in ("localtenant", "bare")
        kind = "ours" if ours else "fixed" if key in FIXED else "work"
        bar = left + label
        parts += [text(bar - 8, y + 14, report["titles"][key], "end", *(["strong"] if ours else [])),
                  box(bar, y, median * scale, 20, kind)]
        lowest, highest = min(values[key]), max(values[key])
        if (highest - lowest) * scale > 2:
            parts.append(line(bar + lowest * scale, y + 10, bar + highest * scale, y + 10, "range"))
        parts.append(text(bar + highest * scale + 7, y + 14, f"{median:,.0f}", *(["strong"] if ours else ["muted"])))
    return parts


def curves_panel(report, left, top, width, height):
    """What an operation costs as modules grow in number: level lines."""
    curve = report["scaling"].get("modules of a tenant")
    if not curve:
        return []
    chosen = [(label, curve["costs"][name]) for name, label in CURVES]
    highest = max(max(costs) for _, costs in chosen)
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000, math.inf) if highest / step <= 4)
    top_value = math.ceil(highest / step) * step
    plot_left, plot_right, plot_top, plot_bottom = left + 26, left + width - 54, top + 44, top + height - 38

    def x(size):
        first, last = math.log10(curve["sizes"][0]), math.log10(curve["sizes"][-1])
        return plot_left + (math.log10(size) - first) / (last - first) * (plot_right - plot_left)

    def y(cost):
        return plot_bottom - cost / top_value * (plot_bottom - plot_top)

    parts = [text(left, top, "CPU µs a request, as modules grow", "head")]
    for value in range(0, int(top_value) + 1, int(step)):
        parts += [line(plot_left, y(value), plot_right, y(value), "grid"),
                  text(plot_left - 6, y(value) + 4, str(value), "muted", "end")]
    parts += [text(x(size), plot_bottom + 20, f"{size:,}", "muted", "middle") for size in curve["sizes"]]
    parts.append(text((plot_left + plot_right) / 2, plot_bottom + 38, "modules of the tenant", "muted", "middle"))
    labels = []
    for index, (label, costs) in enumerate(chosen):
        points = " ".join(f"{x(size):.1f},{y(cost):.1f}" for size, cost in zip(curve["sizes"], costs))
        parts.append(f'<polyline points="{points}" class="line s{index}"/>')
        parts += [f'<circle cx="{x(size):.1f}" cy="{y(cost):.1f}" r="3" class="s{index}"/>'
                  for size, cost in zip(curve["sizes"], costs)]
        labels.append([y(costs[-1]) + 4, label])
    labels.sort()
    for above, below in zip(labels, labels[1:]):
        below[0] = max(below[0], above[0] + 14)
    return parts + [text(plot_right + 9, height_of, label, "muted") for height_of, label in labels]


def figures(report):
    """Single figures and what they are of; those that were measured."""
    def ratio(name):
        contest = report["contests"].get(name, {})
        ours, theirs = contest.get("localtenant"), contest.get("nginx")
        return ours and theirs and statistics.median(
            one["requests_per_second"] / other["requests_per_second"] for one, other in zip(ours, theirs))

    idle, used = (report["memory"].get(key, {}).get(kind) for key, kind in (("localtenant", "idle"), ("bare", "used")))
    start = report["start"].get("localtenant")
    found = [
        (start and f"{statistics.median(start):.1f} ms", "to the first answer"),
        (idle and f"{idle['resident_bytes'] / 1e6:.0f} MB", "in memory at rest"),
        (idle and f"{list(idle['bytes_per_connection'].values())[-1]:,.0f} B", "an idle connection"),
        (used and f"{used['bytes_per_module']:,.0f} B", "a stored module"),
        (ratio("h2c") and f"{ratio('h2c'):.1f} ×", "nginx, over h2c"),
        (ratio("TLS h2") and f"{ratio('TLS h2'):.1f} ×", "nginx, over TLS h2"),
    ]
    return [(figure, of) for figure, of in found if figure]


def drawn(report):
    """The picture's text."""
    parts = peers_panel(report, 16, 28, 510) + curves_panel(report, 566, 28, 306, 256)
    found = figures(report)
    parts.append(line(16, 318, WIDTH - 16, 318, "grid"))
    for index, (figure, of) in enumerate(found):
        x = 16 + (index + 0.5) * (WIDTH - 32) / len(found)
        parts += [text(x, 352, figure, "figure", "middle"), text(x, 374, of, "muted", "middle")]
    body = "\n".join(parts)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
            f'role="img">\n<title>LocalTenant measured beside other servers</title>\n<style>{STYLE}</style>\n'
            f"{body}\n</svg>\n")
