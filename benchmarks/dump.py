"""A made-up XML dump of a wiki goes in: its pages stream through, whatever its size.

    python benchmarks/dump.py [--megabytes 1000] [--events 0.002]

Most pages are about no event and are left out, as in a real dump. Prints the rate and the memory of the import, that of
the program and of its workers added up.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape

from importing import time_import
from invented import Inventor

PAGE = 6_000
"""Characters of a page."""
HEAD = """<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en">
<siteinfo><sitename>Wikipedia</sitename><base>https://en.wikipedia.org/wiki/Main_Page</base></siteinfo>
"""
FOOT = "</mediawiki>\n"
EVENT = """{{{{Infobox military conflict
| conflict = {title}
| date = {{{{start date|2021|5|{day}}}}}
| place = [[{place}]], [[Mali]]
| combatant1 = {{{{flag|Mali}}}}
| combatant2 = {{{{ubl|[[JNIM]]|allies}}}}
| casualties1 = {killed} killed (per Mali)<br>{more} killed (per JNIM)
}}}}
'''{title}''' took place near [[{place}]].<ref>{{{{cite web |title={title} |publisher=RFI}}}}</ref> {prose}
"""
OTHER = """{{{{Infobox settlement | name = {place} | country = [[Mali]] }}}}
'''{place}''' is a town.<ref>{{{{cite web |title={place} |publisher=Census}}}}</ref>

== History ==
{prose}
"""


def main() -> None:
    """Write a dump, import it, print what it took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=int, default=1_000)
    parser.add_argument("--events", type=float, default=0.002, help="share of the pages (default: %(default)s)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        dump, library = Path(folder, "dump.xml"), Path(folder, "library.sqlite")
        pages, events = write_dump(dump, options.megabytes * 1_000_000, options.events)
        size = dump.stat().st_size / 1e6
        print(f"dump     {size:,.0f} MB, {pages:,} pages, {events:,} about events", file=sys.stderr)
        seconds, memory = time_import(dump, library)
    print(f"import   {seconds:,.0f} s, {size / seconds:,.0f} MB a second, {memory:,.0f} MB of memory at most")


def write_dump(path: Path, size: int, share: float) -> tuple[int, int]:
    """Fill a file with pages up to so many bytes; how many they are, and how many are about events."""
    written = pages = events = 0
    with path.open("w", encoding="utf-8") as stream:
        stream.write(HEAD)
        for is_event, page in make_pages(share):
            written += stream.write(page)
            pages, events = pages + 1, events + is_event
            if written >= size:
                break
        stream.write(FOOT)
    return pages, events


def make_pages(share: float) -> Iterator[tuple[bool, str]]:
    """Pages without end, the same ones every time; whether each is about an event."""
    inventor, random = Inventor(1), Random(2)
    prose = [text.partition("\n\n== ")[2] for _, text in inventor.make_texts(200, PAGE)]
    for number in count(1):
        place, is_event = random.choice(inventor.places), random.random() < share
        title = f"Attack on {place} ({number})" if is_event else f"{place} ({number})"
        facts = {"title": title, "place": place, "prose": random.choice(prose), "day": number % 28 + 1}
        text = (EVENT if is_event else OTHER).format(**facts, killed=number % 90 + 1, more=number % 70 + 2)
        revision = f"<revision><id>{number}</id><text>{escape(text)}</text></revision>"
        yield is_event, f"<page><title>{title}</title><ns>0</ns><id>{number}</id>{revision}</page>\n"


if __name__ == "__main__":
    main()
