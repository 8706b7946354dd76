"""A section of the file is a frozen dataclass: its fields say what may be set, to what, and what for."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from sahel_tui.dataclass import dataclass, field, fields
from sahel_tui.settings.complaints import Complain, advise_name

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Value = str | int | bool
Section = TypeVar("Section", bound="DataclassInstance")
_TYPE_NAMES = {str: "a text in quotes", bool: "true or false", int: "a whole number"}


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of one setting."""

    name: str
    default: Value
    words: str
    """What it is for; what the documentation says."""
    choices: tuple[Value, ...]
    """What it may be; empty: any value of its type."""

    @property
    def listed_choices(self) -> str:
        """What it may be, for people; empty when it may be anything."""
        return "true, false" if isinstance(self.default, bool) else ", ".join(map(str, self.choices))


def setting(default: Value, words: str, choices: tuple[Value, ...] = ()) -> Any:
    """A field of a section, to be annotated with the type of `default`."""
    return field(default=default, metadata={"words": words, "choices": choices})


def list_settings(section: "type[DataclassInstance]") -> tuple[Setting, ...]:
    """The settings of a section, in the order of its fields."""
    defaults = section()
    return tuple(
        Setting(one.name, getattr(defaults, one.name), one.metadata["words"], one.metadata["choices"])
        for one in fields(section)
    )


def read_section(section: type[Section], name: str, table: object, complain: Complain) -> Section:
    """The section called `name` as a file says it; what is wrong keeps its default, and is complained about."""
    if not isinstance(table, Mapping):
        complain((name,), f"“{name}” is a section", f"write [{name}] on a line of its own, and its settings under it")
        return section()
    known = {one.name: one for one in list_settings(section)}
    good: dict[str, Value] = {}
    for key, value in table.items():
        if key not in known:
            advice = advise_name(key, known, what=f"settings of [{name}]")
            complain((name, key), f"[{name}] has no setting “{key}”", advice)
            continue
        advice = _refuse(value, known[key])
        if advice:
            complain((name, key), f"“{key}” cannot be {_say(value)}", advice)
        else:
            good[key] = value
    return section(**good)


def _refuse(value: object, known: Setting) -> str:
    """What to write instead; empty when the value will do."""
    if known.choices and value not in known.choices:
        return "write one of " + ", ".join(map(_write, known.choices))
    # A bool is an int to Python, and not to a reader.
    return "" if type(value) is type(known.default) else f"write {_TYPE_NAMES[type(known.default)]}"


def _write(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else f'"{value}"' if isinstance(value, str) else str(value)


def _say(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else f"“{value}”" if isinstance(value, str) else str(value)
