"""A bare Textual app with three panes of stock widgets: what the browser is measured against.

    python benchmarks/bare.py FOLDER

A list of the files of FOLDER, the text of the one under the cursor, and an input that narrows the list while one types.
"""

import os
import sys
from pathlib import Path
from typing import ClassVar

os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, OptionList, Static


class Bare(App[None]):
    """List, two texts, input."""

    CSS = """
    OptionList { width: 50; } #head { height: 15; border: solid gray; } VerticalScroll { border: solid gray; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("slash", "search", "Search"), ("Q", "quit", "Quit")]

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.files = sorted(folder.glob("*.txt"), reverse=True)
        self.shown = self.files

    def compose(self) -> ComposeResult:
        """The list beside the two texts, over the input."""
        with Horizontal():
            yield OptionList(*[file.stem for file in self.files])
            with VerticalScroll():
                yield Static(id="head", markup=False)
                yield Static(id="text", markup=False)
        line = Input(placeholder="search")
        line.cursor_blink = False  # it would never be still
        yield line

    def on_option_list_option_highlighted(self, message: OptionList.OptionHighlighted) -> None:
        """Show the file under the cursor."""
        lines = self.shown[message.option_index].read_text(encoding="utf-8").splitlines()
        self.query_one("#head", Static).update("\n".join(lines[:12]))
        self.query_one("#text", Static).update("\n".join(lines[12:80]))

    def action_search(self) -> None:
        """Type."""
        self.query_one(Input).focus()

    def on_input_changed(self, message: Input.Changed) -> None:
        """Narrow the list."""
        self.shown = [file for file in self.files if message.value.lower() in file.stem]
        events = self.query_one(OptionList)
        events.clear_options()
        events.add_options([file.stem for file in self.shown])


if __name__ == "__main__":
    Bare(Path(sys.argv[1])).run(mouse=False)
