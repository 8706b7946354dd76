"""The variables of the environment that change what the program does; man page and tests read them from here."""

VARIABLES: tuple[tuple[str, str], ...] = (
    ("SAHEL_TUI_LIBRARY", "the library, where --library names none"),
    ("SAHEL_TUI_NOTEBOOK", "the file of your bookmarks and notes, if it is not to be in the data directory"),
    ("SAHEL_TUI_CONFIG", "the settings file, where --config names none"),
    ("SAHEL_TUI_PAGER", "the pager, before PAGER; cat for none"),
    ("PAGER", "the pager; less if it is not set"),
    (
        "SAHEL_TUI_THEME",
        "the browser's colours, before the settings file: auto, dark, light, high-contrast-dark, high-contrast-light, "
        "colour-blind-dark, colour-blind-light or plain",
    ),
    ("COLORFGBG", "set by some terminals: whether their background is light, for the theme auto"),
    ("SAHEL_TUI_WIRE", "off leaves all drawing of the browser to Textual"),
    ("NO_COLOR", "set to anything: no colours"),
)
EXIT_CODES: tuple[tuple[str, str], ...] = (
    ("0", "found, or done"),
    ("1", "nothing found"),
    ("2", "wrong use, or input that cannot be read"),
    ("130", "stopped by Ctrl-C"),
    ("141", "who reads the output has gone"),
)
