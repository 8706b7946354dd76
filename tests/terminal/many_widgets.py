"""A small app that makes Textual draw in many ways: scrolling, tables, modals, wide and combining characters."""

from typing import ClassVar

from rich.text import Text
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen, Screen
from textual.widgets import DataTable, Footer, Input, OptionList, Static

from sahel_tui.tui.wire import WireMixin

SENTENCES = (
    "Mali put its dead at 14 ≠ 12; JNIM spoke of 31–35.",
    "Diafarabé, Ségou: e\u0301te\u0301, o\u0302 and \u0627\u0644\u0633\u0627\u062d\u0644 in one line.",
    "世界 news 12 人 killed, ｗｉｄｅ, \U0001f1f2\U0001f1f1 and \U0001f468\u200d\U0001f469\u200d\U0001f467.",
    "‘quotes’ … dots ─────── rule │ bar ⚠\ufe0f sign",
    "",
    "trailing     spaces and a tab\tinside",
)


class OtherScreen(Screen[None]):
    """Fills the screen with one text."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("q", "app.pop_screen", "Back")]

    def compose(self) -> ComposeResult:
        yield Static("\n".join(["another screen", *SENTENCES * 3]), markup=False)
        yield Footer(compact=True)


class SmallDialog(ModalScreen[None]):
    """A box over a dimmed screen."""

    CSS = "SmallDialog { align: center middle; } #box { width: 30; height: 5; background: blue; border: round red; }"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("q", "app.pop_screen", "Back")]

    def compose(self) -> ComposeResult:
        yield Static("世界 dialog e\u0301", id="box")


class ManyWidgets(WireMixin, App[None]):
    """List, table, text, input and footer."""

    CSS = """
    OptionList { width: 31; border: none; } DataTable { height: 8; } VerticalScroll { height: 1fr; }
    .wide OptionList { width: 46; }
    """
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "widen", "Widen"),
        Binding("t", "change_theme", "Theme"),
        Binding("n", "say", "Notify"),
        Binding("o", "open_other", "Other"),
        Binding("m", "open_dialog", "Dialog"),
        Binding("slash", "focus_input", "Type"),
        Binding("ctrl+l", "repaint", "Repaint"),
    ]

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield OptionList(*[Text(f"{number:02} {SENTENCES[number % 6][:26]}") for number in range(60)])
            with VerticalScroll(can_focus=True):
                yield DataTable()
                yield Static("\n".join(SENTENCES * 8), markup=False)
        search = Input(placeholder="search 世界")
        search.cursor_blink = False  # Two programs may blink in opposite time for as long as a test waits.
        yield search
        yield Footer(compact=True)

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        table.add_columns("figure", "世界", "verdict")
        for number in range(20):
            table.add_row(str(number), Text(SENTENCES[number % 6][:20], "underline"), Text("≠", "bold red"))

    def action_widen(self) -> None:
        self.toggle_class("wide")

    def action_focus_input(self) -> None:
        self.query_one(Input).focus()

    def action_change_theme(self) -> None:
        self.theme = {"textual-dark": "textual-light", "textual-light": "ansi-dark"}.get(self.theme, "textual-dark")

    def action_say(self) -> None:
        self.notify("世界 e\u0301 note", timeout=60)

    def action_open_other(self) -> None:
        self.push_screen(OtherScreen())

    def action_open_dialog(self) -> None:
        self.push_screen(SmallDialog())


def main() -> int:
    """Run it in this terminal as the browser is run."""
    from sahel_tui.tui.driver import TerminalDriver
    from sahel_tui.tui.lifeline import run_guarded

    return run_guarded(ManyWidgets(driver_class=TerminalDriver))


if __name__ == "__main__":
    from sahel_tui.tui.terminal import prepare_environment

    prepare_environment()
    raise SystemExit(main())
