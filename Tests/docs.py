#!/usr/bin/env python3
"""Makes a web site of the catalogue's pages with the toolchain's DocC: `make docs`.

    Tests/docs.py OUTPUT      77 where the toolchain has no docc

The pages are Markdown that leads from file to file, as every reader of Markdown understands it. DocC knows pages by their
names and pictures by theirs, so it gets a copy in which links are its own.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
CATALOGUE = ROOT / "Sources/localtenant/Documentation.docc"
LINK = re.compile(r"(!?)\[([^\]]+)\]\(([^)\s]+)\)")
FENCE = re.compile(r"(^```.*?^```$)", re.MULTILINE | re.DOTALL)


def anchors(page):
    """DocC's anchors of a page's headings, by those that the pages use."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", text).replace(" ", "-").lower(): re.sub(r"[^\w]+", "-", re.sub("[`,']", "", text)).strip("-")
            for text in headings}


def converted(page, pictures):
    """The page's text as DocC wants it."""
    def link(match):
        bang, text, target = match.groups()
        path, _, anchor = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        if bang:
            pictures.add(file)
            return f"![{text}]({file.name})"
        if CATALOGUE in file.parents:
            place = f"#{anchors(file)[anchor]}" if anchor else ""
            return f"<doc:{file.stem}>" if not place and page.stem == "Documentation" else f"[{text}](doc:{file.stem}{place})"
        # What is not of the catalogue is named.
        return target if "://" in target else text

    parts = FENCE.split(page.read_text(encoding="utf-8"))
    text = "".join(part if part.startswith("```") else LINK.sub(link, part) for part in parts)
    if page.stem == "Documentation":
        # What lists pages is a page's topics.
        text = re.sub(r"^(- <doc:\w+>).*$", r"\1", text, flags=re.MULTILINE).replace("\n## ", "\n### ")
        text = text.replace("\n### ", "\n## Topics\n\n### ", 1)
        text = text.replace("\n\n", "\n\n@Metadata {\n    @TechnologyRoot\n}\n\n", 1)
    return text


def main():
    docc = shutil.which("docc")
    if docc is None:
        print("the toolchain has no docc")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        catalogue = pathlib.Path(folder, "LocalTenant.docc")
        catalogue.mkdir()
        pictures = set()
        for page in CATALOGUE.rglob("*.md"):
            (catalogue / page.name).write_text(converted(page, pictures), encoding="utf-8")
        for picture in pictures:
            shutil.copy(picture, catalogue)
        sys.exit(subprocess.run([
            docc, "convert", catalogue, "--fallback-display-name", "LocalTenant", "--fallback-bundle-identifier",
            "localtenant", "--transform-for-static-hosting", "--warnings-as-errors", "--output-path", sys.argv[1]]).returncode)


main()
