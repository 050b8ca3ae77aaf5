"""What can be told of a page without looking at it: names, headings, landmarks, contrast."""

import pathlib

HERE = pathlib.Path(__file__).resolve().parent
CONTRAST_MIN = 4.5


def audit(page):
    """Faults of what the page shows just now."""
    faults = page.evaluate((HERE / "audit.js").read_text())
    lowest = page.evaluate((HERE / "contrast.js").read_text())
    if lowest["ratio"] < CONTRAST_MIN or not lowest["count"]:
        faults.append(f"contrast {lowest['ratio']:.2f} of {lowest['count']} texts: {lowest['where']}")
    return faults
