"""What can be told of a page without looking at it: names, headings, landmarks, contrast."""

# Runs in the page; gives one sentence for each fault.
AUDIT = r"""
() => {
  const faults = [];
  const visible = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const tell = (element) => element.outerHTML.slice(0, 90);

  const nameOf = (element) => (element.getAttribute("aria-label") || (element.getAttribute("aria-labelledby") ?? "").split(" ")
    .map((id) => document.getElementById(id)?.textContent ?? "").join(" ") || [...element.labels ?? []].map((label) => label.textContent)
    .join(" ") || (/^(input|select|textarea)$/.test(element.localName) ? "" : element.textContent)).trim();
  for (const element of document.querySelectorAll("input, select, textarea, button, a[href], summary, dialog, [role=region]")) {
    if (visible(element) && !nameOf(element)) faults.push(`no name: ${tell(element)}`);
  }

  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  for (const id of new Set(ids)) if (ids.filter((other) => other === id).length > 1) faults.push(`id twice: ${id}`);
  for (const label of document.querySelectorAll("label")) if (!label.control) faults.push(`label of nothing: ${tell(label)}`);

  let level = 0;
  const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter(visible);
  for (const heading of headings) {
    const next = Number(heading.localName[1]);
    if (next > level + 1) faults.push(`heading skips a level: ${tell(heading)}`);
    level = next;
  }
  if (headings.filter((heading) => heading.localName === "h1").length !== 1) faults.push("there is not one h1");
  for (const landmark of ["header", "nav", "main"]) {
    if (document.querySelectorAll(landmark).length !== 1) faults.push(`there is not one ${landmark}`);
  }
  if (!document.documentElement.lang) faults.push("no language");
  if (!document.title) faults.push("no title");
  for (const table of document.querySelectorAll("table:not(.diff)")) {
    if (!table.querySelector("thead th[scope=col]")) faults.push(`table without headings: ${tell(table)}`);
  }
  for (const element of document.querySelectorAll("*")) {
    const inline = [...element.attributes].find(({ name }) => name === "style" || name.startsWith("on"));
    if (inline) faults.push(`in line: ${inline.name} of ${tell(element)}`);
    const scrolls = element.scrollWidth > element.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(element).overflowX);
    if (scrolls && visible(element) && element.tabIndex < 0 && !element.querySelector("a, button")) {
      faults.push(`scrolls, but not by keyboard: ${tell(element)}`);
    }
  }
  if (document.documentElement.scrollWidth > innerWidth) faults.push(`wider than the window: ${document.documentElement.scrollWidth}`);
  return faults;
}
"""

# Runs in the page; the lowest contrast of any text with its ground, and where (WCAG 2.2, 1.4.3).
CONTRAST = r"""
() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];
  const ground = (element) => {
    const layers = [];
    for (let each = element; each; each = each.parentElement) layers.push(rgba(getComputedStyle(each).backgroundColor));
    return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255, 1]);
  };
  const luminance = (colour) => {
    const [r, g, b] = colour.map((value) => value / 255).map((value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  let lowest = { ratio: 21, count: 0, where: "" };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility({ visibilityProperty: true })) continue;
    const below = ground(element);
    const [a, b] = [luminance(over(rgba(getComputedStyle(element).color), below)), luminance(below)];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    lowest.count += 1;
    if (ratio < lowest.ratio) Object.assign(lowest, { ratio, where: element.outerHTML.slice(0, 90) });
  }
  return lowest;
}
"""

CONTRAST_MIN = 4.5


def audit(page):
    """Faults of what the page shows just now."""
    faults = page.evaluate(AUDIT)
    lowest = page.evaluate(CONTRAST)
    if lowest["ratio"] < CONTRAST_MIN or not lowest["count"]:
        faults.append(f"contrast {lowest['ratio']:.2f} of {lowest['count']} texts: {lowest['where']}")
    return faults
