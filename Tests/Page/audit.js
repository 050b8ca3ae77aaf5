// What can be told of a page without looking at it: names, headings, landmarks. Gives one sentence for each fault.
() => {
  const faults = [];
  const find = (selector) => [...document.querySelectorAll(selector)].filter(isVisible);
  const tell = (element) => element.outerHTML.slice(0, 90);

  function isVisible(element) {
    return element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  }

  function nameOf(element) {
    const ids = (element.getAttribute("aria-labelledby") ?? "").split(" ");
    const referred = ids.map((id) => document.getElementById(id));
    const names = [...referred, ...(element.labels ?? [])].map((label) => label?.textContent ?? "");
    const own = /^(input|select|textarea)$/.test(element.localName) ? "" : element.textContent;
    return (element.getAttribute("aria-label") || names.join(" ").trim() || own).trim();
  }

  for (const element of find("input, select, textarea, button, a[href], summary, dialog, section, [role=region]")) {
    if (!nameOf(element)) faults.push(`no name: ${tell(element)}`);
  }
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) faults.push(`id twice: ${id}`);
  for (const label of find("label")) if (!label.control) faults.push(`label of nothing: ${tell(label)}`);

  let level = 0;
  for (const heading of find("h1, h2, h3, h4, h5, h6")) {
    const next = Number(heading.localName[1]);
    if (next > level + 1) faults.push(`heading skips a level: ${tell(heading)}`);
    level = next;
  }
  for (const one of ["h1", "header", "nav", "main"]) {
    if (find(one).length !== 1) faults.push(`there is not one ${one}`);
  }
  if (!document.documentElement.lang) faults.push("no language");
  if (!document.title) faults.push("no title");
  for (const table of find("table:not(.diff)")) {
    if (!table.querySelector("thead th[scope=col]")) faults.push(`table without headings: ${tell(table)}`);
  }

  for (const element of document.querySelectorAll("*")) {
    const inline = [...element.attributes].find(({ name }) => name === "style" || name.startsWith("on"));
    if (inline) faults.push(`in line: ${inline.name} of ${tell(element)}`);
  }
  for (const element of find("main *")) {
    const scrolls = element.scrollWidth > element.clientWidth + 1;
    const isReached = element.tabIndex >= 0 || element.querySelector("a, button");
    if (scrolls && /auto|scroll/.test(getComputedStyle(element).overflowX) && !isReached) {
      faults.push(`scrolls, but not by keyboard: ${tell(element)}`);
    }
  }
  const { scrollWidth } = document.documentElement;
  if (scrollWidth > innerWidth) faults.push(`wider than the window: ${scrollWidth}`);
  return faults;
}
