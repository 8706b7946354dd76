"""What a template is given: values by place and by name, rendered when they are asked for."""

from collections.abc import Callable, Iterator
from typing import Any

from sahel_tui.documents.wiki.names import normalise_name


class Arguments:
    """The parameters of one template."""

    def __init__(self, template: Any, say: Callable[[Any], str]) -> None:
        self.name = normalise_name(str(template.name))
        self._say = say
        self._values: dict[str, Any] = {}
        for parameter in template.params:
            if str(parameter.value).strip():
                self._values[normalise_name(str(parameter.name))] = parameter.value

    def get(self, *names: str) -> str:
        """The text of the first parameter of `names` that says something, else the empty text."""
        for name in names:
            if name in self._values and (text := self._say(self._values[name]).strip()):
                return text
        return ""

    def listed(self) -> list[str]:
        """The texts of the numbered parameters in their order, empty ones left out."""
        return [text for name, value in self._values.items() if name.isdecimal() and (text := self._say(value).strip())]

    def source(self, name: str) -> str:
        """The wikitext of a parameter, as it stands."""
        return str(self._values.get(name, "")).strip()

    def items(self) -> Iterator[tuple[str, str]]:
        """Name and text of every parameter."""
        for name, value in self._values.items():
            yield name, self._say(value)
