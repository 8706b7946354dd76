"""What can go wrong with a library, each with one line for the reader."""


class LibraryError(Exception):
    """A library cannot be opened, read or written; the message says what, where and what to do."""


class LibraryBusy(LibraryError):
    """Another process is writing the same library."""


class LibraryDamaged(LibraryError):
    """The file is no whole library."""

    def __init__(self, message: str, what: str) -> None:
        super().__init__(message)
        self.what = what
        """What is wrong with it, in SQLite's words or ours."""


class LibraryOutdated(LibraryError):
    """The file has an older schema than this program reads."""


class LibraryClosed(LibraryError):
    """Nothing can be read any more."""


class SearchInterrupted(LibraryError):
    """Another thread stopped the query."""


class DocumentNotFound(LibraryError, LookupError):
    """No document of the library has this id."""

    def __init__(self, document_id: str) -> None:
        super().__init__(f"no document has the id “{document_id}”")


class EventNotFound(LibraryError, LookupError):
    """No event of the library has this id."""

    def __init__(self, event_id: str) -> None:
        super().__init__(f"no event has the id “{event_id}”; `sahel-tui list` shows the events")
