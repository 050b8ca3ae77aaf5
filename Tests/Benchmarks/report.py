"""What a run has measured, as tables: the medians over its rounds with their range, and how they stand to the bars."""

import json
import statistics
from dataclasses import dataclass
from typing import Callable

import measure
from peers import HERE
from wire import BenchmarkError

COLUMNS = [  # key, heading, decimals
    ("requests_per_second", "req/s", 0),
    ("cpu_us_per_request", "CPU µs/req", 2),
    ("p50_ms", "p50 ms", 2),
    ("p99_ms", "p99 ms", 2),
    ("p99_9_ms", "p99.9 ms", 2),
    ("server_busy", "server core", 2),
    ("load_busy", "load core", 2),
    ("others_busy", "others", 2),
]
RESULTS = COLUMNS[:5]  # the shares of a core behind them explain, they are no results
H2_CLIENTS = f"{measure.H2_CLIENTS} connections of {measure.H2_STREAMS} streams"
NOT_MEASURED = "not measured"
OTHERS_BUSY_MAX = 0.05  # of one core; above it a round measured the neighbours too


def ratios(report, contest, column, base, of="localtenant"):
    """One peer's figure over that of another, round by round; a round too short to be counted is none."""
    figures = report["contests"].get(contest, {})
    ours, theirs = figures.get(of, []), figures.get(base, [])
    return [one[column] / other[column] for one, other in zip(ours, theirs) if column in one and other[column]]


@dataclass(frozen=True)
class Bar:
    """What a figure is held to."""

    text: str
    values: Callable  # from the report: one figure a round, or none
    sign: str  # ≤ or ≥
    bar: float
    goal: float = None
    decimals: int = 2

    def meets(self, value, limit):
        return value <= limit if self.sign == "≤" else value >= limit

    def verdict(self, values):
        """Of the median; the words behind it tell when not all rounds agree."""
        if not values:
            return NOT_MEASURED
        median = statistics.median(values)
        held = self.meets(median, self.bar)
        verdict = "held" if held else "MISSED"
        if len({self.meets(value, self.bar) for value in values}) > 1:
            verdict += ", not in every round"
        elif held and self.goal is not None:
            verdict += ", the goal too" if self.meets(median, self.goal) else ", not the goal"
        return verdict

    def row(self, report):
        values = self.values(report)
        goal = "–" if self.goal is None else f"{self.sign} {self.goal:,g}"
        return [self.text, spread(values, self.decimals), f"{self.sign} {self.bar:,g}", goal, self.verdict(values)]


def against(text, contest, column, base, sign, bar, goal=None, of="localtenant"):
    return Bar(text, lambda report: ratios(report, contest, column, base, of), sign, bar, goal)


def cpu(text, base, bar, goal=None, of="localtenant"):
    return against(text, "HTTP/1.1", "cpu_us_per_request", base, "≤", bar, goal, of)


def one_figure(text, value, bar, goal=None, decimals=0):
    def values(report):
        try:
            return [value(report)]
        except (KeyError, TypeError):  # not measured
            return []

    return Bar(text, values, "≤", bar, goal, decimals)


def instructions_of_create(_):
    return json.loads((HERE / "instructions.json").read_text())["create"]


def memory_of_connection(part):
    def value(report):
        return list(report["memory"]["localtenant"][part]["bytes_per_connection"].values())[-1]

    return value


BARS = [
    cpu("CPU ÷ floor", "floor", 1.6, 1.45),
    cpu("CPU ÷ floor, bare", "floor", 1.4, of="bare"),
    cpu("CPU ÷ nginx", "nginx", 1.7, 1.4),
    cpu("CPU ÷ Hummingbird", "hummingbird", 0.25),
    cpu("CPU ÷ Node", "node", 0.6),
    cpu("CPU ÷ WireMock", "wiremock", 0.05),
    against("p99 ÷ floor", "HTTP/1.1", "p99_ms", "floor", "≤", 3, 2),
    against("h2c req/s ÷ nginx", "h2c", "requests_per_second", "nginx", "≥", 1.5, 2.4),
    against("TLS h2 req/s ÷ nginx", "TLS h2", "requests_per_second", "nginx", "≥", 1.3, 2.0),
    against("CPU of a new TLS connection ÷ nginx", "new TLS connections", "cpu_us_per_request", "nginx", "≤", 1.2),
    against("CPU of a resumed one ÷ nginx", "resumed TLS connections", "cpu_us_per_request", "nginx", "≤", 1.2),
    one_figure("bytes of an idle connection", memory_of_connection("idle"), 512, 200),
    one_figure("bytes of an idle TLS connection", memory_of_connection("idle TLS"), 20_000),
    one_figure("bytes of a stored module",
               lambda report: report["memory"]["bare"]["used"]["bytes_per_module"], 1_200, 1_000),
    Bar("start to first answer, ms", lambda report: report["start"].get("localtenant", []), "≤", 15, decimals=1),
    Bar("the same, making the CA", lambda report: report["start"].get("first", []), "≤", 30, decimals=1),
    Bar("the same, static executable", lambda report: report["start"].get("static", []), "≤", 8, decimals=1),
    one_figure("instructions of a create, bare (stored)", instructions_of_create, 35_000, 25_000),
]


def spread(values, decimals):
    """The median and, in brackets, the range over the rounds."""
    if not values:
        return "–"
    median, lowest, highest = (f"{value:,.{decimals}f}" for value in (
        statistics.median(values), min(values), max(values)))
    return f"{median} [{lowest}–{highest}]" if lowest != highest else median


def print_table(title, headings, rows):
    print(f"\n{title}\n")
    table = [["", *headings], *rows]
    widths = [max(len(row[column]) for row in table) for column in range(len(table[0]))]
    for row in table:
        cells = [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]
        print("  ".join([row[0].ljust(widths[0]), *cells]).rstrip())


def print_all(report):
    for name, figures in report["contests"].items():
        if figures:
            print_contest(report, name, figures)
    if report["memory"]:
        print_memory(report)
    if report["start"]:
        print_table("Start to first answer, ms; median [range]", ["ms", "starts"], [
            [report["titles"][key], spread(samples, 1), str(len(samples))] for key, samples in report["start"].items()])
    for title, curve in report["scaling"].items():
        print_curve(title, curve)
    print_bars(report)


def print_contest(report, name, figures):
    columns = [column for column in COLUMNS if any(column[0] in one for rounds in figures.values() for one in rounds)]
    headings = [heading_of(name, heading) for _, heading, _ in columns]
    clients = {"HTTP/1.1": f"{report['connections']} connections", "h2c": H2_CLIENTS, "TLS h2": H2_CLIENTS}
    print_table(
        f"{name}: {clients.get(name, 'one request each')}, {report['rounds']} round(s) of {report['seconds']} s, "
        "one core each for server and load; median [range]", headings,
        [[report["titles"][key],
          *(spread([one[column] for one in rounds], decimals) for column, _, decimals in columns)]
         for key, rounds in figures.items()])
    others = [key for key in figures if key != "localtenant"]
    if "localtenant" in figures and others:
        print_table("LocalTenant's figures over the others', within each round; median [range]", [
            f"÷ {report['titles'][key].split()[0].rstrip(',')}" for key in others],
            [[heading, *(spread(ratios(report, name, column, key), 2) for key in others)]
             for (column, *_), heading in zip(columns, headings) if column in {key for key, *_ in RESULTS}])
    print(f"\n{noise(name, figures)}")


def noise(name, figures):
    """How far rounds lie apart, and whether others were at work."""
    if any(len(rounds) < 2 for rounds in figures.values()):
        text = f"Noise of {name}: unknown after a single round."
    else:
        widest = []
        for column, heading, _ in RESULTS:
            of_peers = [[one[column] for one in rounds if column in one] for rounds in figures.values()]
            ranges = [(max(values) - min(values)) / statistics.median(values) for values in of_peers if any(values)]
            if ranges:
                widest.append(f"{heading_of(name, heading)} {max(ranges):.0%}")
        text = f"Noise of {name}: {', '.join(widest)}."
    busy = max(one["others_busy"] for rounds in figures.values() for one in rounds)
    if busy > OTHERS_BUSY_MAX:
        text += f" Other programs took up to {busy:.0%} of a core meanwhile: repeat on a quiet machine."
    return text


def heading_of(contest, heading):
    return heading.replace("req", "conn") if contest.endswith("connections") else heading


def print_memory(report):
    counts = sorted({count for found in report["memory"].values() if found.get("idle")
                     for count in found["idle"]["bytes_per_connection"]})
    rows = []
    for key, found in report["memory"].items():
        idle, used, secure = found.get("idle"), found.get("used"), found.get("idle TLS")
        rows.append([
            report["titles"][key], f"{idle['resident_bytes'] / 1e6:.1f}" if idle else "–",
            f"{used['resident_bytes'] / 1e6:.1f}" if used else "–", f"{used['modules']:,}" if used else "–",
            *(f"{idle['bytes_per_connection'][count]:,.0f}" if idle else "–" for count in counts),
            f"{list(secure['bytes_per_connection'].values())[-1]:,.0f}" if secure else "–",
            f"{used['bytes_per_module']:,.0f}" if used and "bytes_per_module" in used else "–"])
    print_table("Memory", [
        "RSS idle MB", "after creates MB", "creates", *(f"B/connection at {count:,}" for count in counts),
        "B/TLS connection", "B/module"], rows)


def print_curve(title, curve):
    print_table(f"CPU µs a request, or what the line says, by {title}", [
        *(f"{size:,}" for size in curve["sizes"]), "dearest ÷ cheapest"], [
        [name, *(f"{cost:,.2f}" for cost in costs), f"{max(costs) / min(costs):.2f}"]
        for name, costs in curve["costs"].items()])


def print_bars(report):
    if report["contests"]:
        print("\nNoise is the widest range of any peer, as part of its median. A difference smaller than that is none.")
    rows = [bar.row(report) for bar in BARS]
    print_table("Bars", ["measured", "bar", "goal", ""], [row for row in rows if row[-1] != NOT_MEASURED])
    if missing := [text for text, *_, verdict in rows if verdict == NOT_MEASURED]:
        print(f"\nNot measured: {', '.join(missing)}")


PAGE = "Sources/localtenant/Documentation.docc/Design/Performance.md"
MARKS = "<!-- measured by make bench -->", "<!-- end of what was measured -->"
PICTURE = ".github/benchmark.svg"


def publish(report, picture, package):
    """Puts the figures between the marks of the page, and the picture where that page shows it."""
    page = package / PAGE
    before, after = MARKS
    head, marked, rest = page.read_text().partition(before)
    _, ended, tail = rest.partition(after)
    if not (marked and ended):
        raise BenchmarkError(f"{PAGE} has no place for the figures, between {before} and {after}")
    page.write_text(f"{head}{before}\n{markdown(report)}{after}{tail}")
    (package / PICTURE).parent.mkdir(exist_ok=True)
    (package / PICTURE).write_text(picture)


def markdown_table(rows):
    head, *rest = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([head, "|---" * len(rows[0]) + "|", *rest]) + "\n"


def markdown(report):
    contest = report["contests"]["HTTP/1.1"]
    peers = [["Creates over HTTP/1.1", "a second", "CPU µs", "÷ floor", "p50 ms", "p99 ms", "p99.9 ms", "start ms",
              "idle MB"]]
    for key, rounds in contest.items():
        memory, start = report["memory"].get(key, {}).get("idle"), report["start"].get(key)
        title = report["titles"][key]
        medians = [(statistics.median(one[column] for one in rounds), decimals) for column, _, decimals in RESULTS]
        cells = [f"{median:,.{decimals}f}" for median, decimals in medians]
        against_floor = ratios(report, "HTTP/1.1", "cpu_us_per_request", "floor", of=key)
        cells.insert(2, f"{statistics.median(against_floor):.2f}" if against_floor else "–")
        peers.append([
            f"**{title}**" if key == "localtenant" else title, *cells,
            f"{statistics.median(start):,.1f}" if start else "–",
            f"{memory['resident_bytes'] / 1e6:,.1f}" if memory else "–"])
    bars = [["LocalTenant", "measured [range]", "bar", "goal", ""], *(bar.row(report) for bar in BARS)]
    machine = report["machine"]
    noises = "\n".join(f"- {noise(name, figures)}" for name, figures in report["contests"].items() if figures)
    return (f"\nMeasured on {report['taken_at'][:10]}: {machine['cpu']}, {machine['cores']} cores, "
            f"Linux {machine['kernel']}.\n\n{markdown_table(peers)}\n{markdown_table(bars)}\n{noises}\n")
