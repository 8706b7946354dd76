"""Every command, in the order the help lists them."""

from sahel_tui.cli.check_documents import CHECK
from sahel_tui.cli.command import Command
from sahel_tui.cli.compare_events import COMPARE
from sahel_tui.cli.complete_words import COMPLETION
from sahel_tui.cli.describe_library import INFO
from sahel_tui.cli.export_library import EXPORT
from sahel_tui.cli.import_documents import IMPORT
from sahel_tui.cli.keep_notes import NOTE, NOTES
from sahel_tui.cli.link_documents import LINK, UNLINK
from sahel_tui.cli.list_claims import CLAIMS
from sahel_tui.cli.list_disputes import DISPUTES
from sahel_tui.cli.list_events import LIST, SEARCH
from sahel_tui.cli.print_man_page import MAN
from sahel_tui.cli.remove_documents import REMOVE
from sahel_tui.cli.repair_library import REPAIR
from sahel_tui.cli.show_event import SHOW
from sahel_tui.cli.show_settings import SETTINGS
from sahel_tui.cli.show_timeline import TIMELINE
from sahel_tui.cli.tour_browser import TOUR

COMMANDS: tuple[Command, ...] = (
    *(LIST, SEARCH, SHOW, COMPARE, CLAIMS, DISPUTES, TIMELINE, NOTE, NOTES),
    *(CHECK, IMPORT, EXPORT, REMOVE, LINK, UNLINK, INFO, REPAIR, SETTINGS, COMPLETION, MAN, TOUR),
)
