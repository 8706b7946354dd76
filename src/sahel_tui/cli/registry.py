"""Every command, in the order the help lists them; each is imported when it is asked for."""

from importlib import import_module

from sahel_tui.cli.command import Command

_PLACES = {
    "list": "list_events.LIST",
    "search": "list_events.SEARCH",
    "show": "show_event.SHOW",
    "compare": "compare_events.COMPARE",
    "claims": "list_claims.CLAIMS",
    "disputes": "list_disputes.DISPUTES",
    "timeline": "show_timeline.TIMELINE",
    "note": "keep_notes.NOTE",
    "notes": "keep_notes.NOTES",
    "check": "check_documents.CHECK",
    "import": "import_documents.IMPORT",
    "export": "export_library.EXPORT",
    "remove": "remove_documents.REMOVE",
    "link": "link_documents.LINK",
    "unlink": "link_documents.UNLINK",
    "info": "describe_library.INFO",
    "repair": "repair_library.REPAIR",
    "settings": "show_settings.SETTINGS",
    "completion": "complete_words.COMPLETION",
    "man": "print_man_page.MAN",
    "tour": "tour_browser.TOUR",
}
"""Module and name of each."""
NAMES = tuple(_PLACES)


def load_command(name: str) -> Command:
    """The command called `name`, one of `NAMES`."""
    module, _, constant = _PLACES[name].partition(".")
    command: Command = getattr(import_module(f"sahel_tui.cli.{module}"), constant)
    return command
