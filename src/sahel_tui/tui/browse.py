"""The browse screen: commands in, searches and readings out."""

import inspect
from collections.abc import Sequence
from typing import cast

from textual import events
from textual.app import ComposeResult

from sahel_tui.library import Library
from sahel_tui.library.reports import ImportReport
from sahel_tui.model import Claim
from sahel_tui.notebook.lasting import Lasting
from sahel_tui.tui.acts import TYPING_KEYS, list_offers
from sahel_tui.tui.article_layout import Stop
from sahel_tui.tui.article_pane import StopKind
from sahel_tui.tui.commands import COMMANDS, Command, Situation
from sahel_tui.tui.date_jump import go_to_date
from sahel_tui.tui.furniture import say_note
from sahel_tui.tui.importing import ImportJob, say_import
from sahel_tui.tui.keyed import KeyedApp, KeyedScreen
from sahel_tui.tui.last_place import LastPlace
from sahel_tui.tui.letters import Letters
from sahel_tui.tui.listing import TOP, Question, Spot, say_total
from sahel_tui.tui.messages import EventPointed, ListChanged, WorkFailed
from sahel_tui.tui.own_marks import OwnMarks
from sahel_tui.tui.pace import FULL, THIN, Pace
from sahel_tui.tui.panes import Panes, describe_situation
from sahel_tui.tui.preview import Preview
from sahel_tui.tui.registry import SHARED
from sahel_tui.tui.search_history import SearchHistory
from sahel_tui.tui.searching import Search
from sahel_tui.tui.trail import Trail


class BrowseScreen(KeyedScreen[None]):
    """What an analyst works in: choose an event, read it, compare what is claimed."""

    KEYED = "browse"
    DATES = True
    AUTO_FOCUS = None

    def __init__(
        self,
        library: Library,
        query: str = "",
        event: str | None = None,
        notices: Sequence[str] = (),
        welcome: Sequence[str] = (),
        pace: Pace = FULL,
        searches: SearchHistory | None = None,
        memory: Lasting | None = None,
    ) -> None:
        super().__init__()
        self.searches = searches or SearchHistory()
        self.trail = Trail(self)
        self.library = library
        self.pace = pace
        self.search = Search(self)
        self.preview = Preview(self)
        self.last_place = LastPlace(self, memory)
        first = self.last_place.find(event, query)
        question = Question(disputed_only=self.last_place.disputed_only).with_query(query)
        self.panes = Panes(library, question, self.search, self.searches)
        self.events = self.panes.events
        self.reader = self.panes.reader
        self.search_line = self.panes.search_line
        self.notices = (*notices, *library.notices)
        """What the reader should know of this terminal and this library."""
        self.messages_seen = False
        self.events.welcome = tuple(welcome)
        self.own = OwnMarks(self)
        self.events.first = first
        self.job: ImportJob | None = None
        """The import that runs, or the last one."""
        self.imports: tuple[ImportReport, ...] = ()
        """What became of those that have ended."""

    def compose(self) -> ComposeResult:
        """The panes."""
        yield self.panes

    def on_mount(self) -> None:
        """Start in the list, with the first event beside it."""
        self.search_line.put(self.events.question.query)
        self.panes.go_to("list")
        self.last_place.take_up()
        self.note_messages()
        self.offer_keys()
        self.say_pace()
        self.run_worker(self._listen(), group="listening", exit_on_error=False)

    async def _listen(self) -> None:
        """Have keys used once the reader is where the last start ended: before that, they would mean something else."""
        await self.last_place.taken_up()
        app = cast(KeyedApp, self.app)
        app.call_later(app.listen)

    # Commands.

    def situation(self) -> Situation:
        """What there is here, for commands to know whether they can be done."""
        messages = len(self.notices) + len(self.library.refusals) + len(self.imports)
        led = self.trail.to_overview is not None
        return describe_situation(self.panes, messages, led=led)

    def commands_here(self) -> tuple[Command, ...]:
        """The commands that can be done now."""
        situation = self.situation()
        return tuple(command for command in COMMANDS.values() if command.works_in(situation))

    def refusals(self) -> dict[str, str]:
        """The commands that can do nothing now, each with the reason."""
        situation = self.situation()
        return {name: command.refusal for name, command in COMMANDS.items() if not command.works_in(situation)}

    async def run_command(self, action: str) -> None:
        """Do a command, or say why it cannot be done."""
        command = COMMANDS[action]
        self.say("")
        if command.group != "move" and action not in SHARED:
            self.events.put_welcome(())
        if command.needs_reading:
            await self.settled()
        if command.works_in(self.situation()):
            if command.jumps:
                self.trail.remember()
            before = self.standing
            done = command.act(self)
            if inspect.isawaitable(done):
                await done
            self.say_end(action, before)
            self.trail.follow()
        else:
            self.say(command.refusal)
        self.offer_keys()
        self.last_place.keep_soon()

    @property
    def standing(self) -> object:
        """The pane that has the keys, and where the reader stands in it."""
        return self.panes.focus_name, self.panes.focused_pane.standing

    @property
    def is_typing(self) -> bool:
        """Whether the search line has the keys."""
        return self.focused is self.search_line

    def offer_keys(self) -> None:
        """Bring the key line up to date."""
        if self.is_typing:
            self.panes.key_line.offer(TYPING_KEYS)
            return
        self.panes.key_line.offer(self.keymap.offer(self.KEYED, list_offers(self.situation())))

    def say(self, words: str) -> None:
        """Say one line at the bottom, until the next key."""
        self.panes.key_line.say(words)

    def note_messages(self) -> None:
        """Put one line over the events about what the reader should know; at the bottom too where they are not seen."""
        note = "" if self.messages_seen else say_note(self.notices, self.library.refusals, self.say_key("messages"))
        self.events.put_note(note)
        if note and "list" not in self.panes.shown:
            self.say(note)

    async def go_to_date(self, date: str) -> None:
        """Go to the events of a date."""
        await go_to_date(self, date)
        self.offer_keys()

    def show_letters(self, letters: Letters) -> None:
        """Show letters on panes and figures, or take them away."""
        self.panes.show_letters(letters)
        if not letters.targets:
            self.say("")
            self.offer_keys()

    async def go_back(self) -> bool:
        """One step back: out of the zoom, to what led here, to the list, out of the search; False if there is none."""
        if not self.panes.zoomed and await self.trail.return_to_comparison():
            return True
        if self.panes.go_back() or await self.trail.return_to_overview():
            return True
        return self.search.leave()

    def on_resize(self, event: events.Resize) -> None:
        """Offer what can be done in the layout of this size."""
        self.offer_keys()

    def on_screen_resume(self) -> None:
        """Show what was noted on the screen that lay over this one."""
        self.own.follow()

    # Importing.

    def take_import(self, report: ImportReport) -> None:
        """List the new events too, and say what became of the documents."""
        self.imports = (*self.imports, report)
        self.library.refusals = tuple(dict.fromkeys((*self.library.refusals, *report.refused)))
        self.messages_seen = self.messages_seen and not report.refused
        self.note_messages()
        self.ask(self.events.question, keep_event=True)
        self.say(say_import(report, self.fill("{messages} tells more"), self.panes.key_line.room))

    def on_unmount(self) -> None:
        """Leave no import behind, and remember where the reader was."""
        self.last_place.keep()
        if self.job:
            self.job.stop()

    # Searching.

    def ask(self, question: Question, *, keep_event: bool) -> None:
        """Ask the list another question, with the cursor on the same event or at the top."""
        event = self.events.event
        self.events.ask(question, at=Spot(event.id) if event and keep_event else TOP)

    def on_list_changed(self, message: ListChanged) -> None:
        """Say beside the query what it found."""
        hits = self.events.listing.hits
        self.search_line.say(f"{say_total(hits)} event{'' if hits.total == 1 else 's'}")
        self.offer_keys()
        if hits.complaints and "list" not in self.panes.shown:  # Which has room for all of it.
            self.say(" · ".join(hits.complaints))

    # Reading.

    def on_event_pointed(self, message: EventPointed) -> None:
        """Read the event under the cursor once the cursor rests, unless the link is thin."""
        self.preview.follow(message)

    def note_frame(self) -> None:
        """A frame was drawn: the first one shows the list, and does not wait for an event to be read."""
        if not self.preview.awake:
            self.preview.awake = True
            self.own.follow()
            self.post_message(EventPointed(self.events.event, at_rest=True))

    def slow_down(self) -> None:
        """The link is thin: read only what is asked for."""
        self.pace = THIN
        self.say_pace()

    def say_pace(self) -> None:
        """Say that events are not read by themselves, if it is so."""
        if self.pace is THIN:
            self.say(self.fill("slow link: {open} reads an event"))

    def read_event(self) -> None:
        """Read the event under the cursor now."""
        self.own.follow()
        self.reader.open(self.events.event, self.events.listing.hits.terms)

    async def settled(self) -> None:
        """Wait until the list answers the query and its event is read: keys typed ahead mean what is there then."""
        await self.events.settled()
        self.read_event()
        await self.own.settled()
        await self.reader.settled()

    def show_evidence(self, claim: Claim) -> None:
        """Open the article at the characters a figure was read from, and say whose it is."""
        self.panes.go_to("article")
        stop = self.reader.go_to_claim(claim)
        if stop:
            self.say_stop(stop, "claim")
        else:
            self.say("the words of this figure are not in the text shown")

    def say_stop(self, stop: Stop, kind: StopKind) -> None:
        """Say which place this is, and for a figure who gives it and what it is judged."""
        further = self.fill("{explain} explains")
        self.say(self.reader.describe(stop, kind, self.panes.key_line.room, further))

    def on_work_failed(self, message: WorkFailed) -> None:
        """Say what went wrong in the background."""
        self.say(message.reason)
