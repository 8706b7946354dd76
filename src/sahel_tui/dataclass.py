"""Dataclasses that cost little to make: what this program uses of the standard module `dataclasses`, and no more.

A look-up makes thirty classes before it can answer. The standard module loads `inspect` and compiles six methods for
each, which takes longer than Python takes to start. Here all classes share their methods; only `__init__` is compiled,
when a class is called for the first time. A type checker sees the standard ones.
"""

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn

_NOTHING: Any = object()


class _Field:
    """One annotated name of a class, with what stands behind its `=`."""

    __slots__ = ("default", "default_factory", "init", "metadata", "name")

    def __init__(
        self,
        *,
        default: Any = _NOTHING,
        default_factory: Callable[[], Any] = _NOTHING,
        init: bool = True,
        metadata: Mapping[str, Any] = {},
    ) -> None:
        self.name = ""
        self.default, self.default_factory = default, default_factory
        self.init, self.metadata = init, metadata


def _dataclass(*, slots: bool, frozen: bool = False, eq: bool = True) -> Callable[[type], type]:
    """Make a class with these fields of one that annotates them; `slots` is always true and said as readers know it."""
    assert slots
    return lambda plain: _make_class(plain, frozen=frozen, eq=eq)


def _make_class(plain: type, *, frozen: bool, eq: bool) -> type:
    fields = tuple(_declare_field(plain, name) for name in plain.__annotations__)
    names = tuple(one.name for one in fields)
    own = {name: value for name, value in vars(plain).items() if name not in (*names, "__dict__", "__weakref__")}
    methods = _make_methods(names) | (_compare_values(names, frozen=frozen) if eq else {})
    methods |= {"__setattr__": _refuse_change, "__delattr__": _refuse_change} if frozen else {}
    known = {
        "__slots__": names,
        "__match_args__": tuple(one.name for one in fields if one.init),
        "__declared__": fields,
        "__qualname__": plain.__qualname__,
    }
    made = type(plain.__name__, plain.__bases__, {**methods, **own, **known})
    made.__init__ = _compile_when_called(made, fields, frozen=frozen)  # type: ignore[misc]
    return made


def _declare_field(plain: type, name: str) -> _Field:
    value = vars(plain).get(name, _NOTHING)
    field = value if isinstance(value, _Field) else _Field(default=value)
    field.name = name
    return field


def _get_values(names: tuple[str, ...]) -> Callable[[Any], Any]:
    """All values of a record as a tuple."""
    return attrgetter(*names) if len(names) > 1 else lambda record: (getattr(record, names[0]),)


def _make_methods(names: tuple[str, ...]) -> dict[str, Any]:
    """What every class has: words for people, and its values for another process."""
    get = _get_values(names)

    def say(self: Any) -> str:
        said = ", ".join(f"{name}={value!r}" for name, value in zip(names, get(self), strict=True))
        return f"{type(self).__qualname__}({said})"

    def give(self: Any) -> Any:  # An `attrgetter` is no method.
        return get(self)

    def fill(self: Any, values: tuple[Any, ...]) -> None:
        for name, value in zip(names, values, strict=True):
            object.__setattr__(self, name, value)

    return {"__repr__": say, "__getstate__": give, "__setstate__": fill}


def _compare_values(names: tuple[str, ...], *, frozen: bool) -> dict[str, Any]:
    """Equal are two of the same class with equal values; only what cannot change has a hash."""
    get = _get_values(names)

    def equal(self: Any, other: object) -> Any:
        return get(self) == get(other) if other.__class__ is self.__class__ else NotImplemented

    return {"__eq__": equal, "__hash__": (lambda self: hash(get(self))) if frozen else None}


def _refuse_change(self: Any, name: str, *_: object) -> NoReturn:
    raise AttributeError(f"{type(self).__qualname__}.{name} cannot be changed")


def _compile_when_called(made: type, fields: tuple[_Field, ...], *, frozen: bool) -> Callable[..., None]:
    """An `__init__` that writes the real one in its own place; most classes of a look-up are never called."""

    def __init__(self: Any, *given: Any, **named: Any) -> None:
        made.__init__ = _compile_init(made, fields, frozen=frozen)  # type: ignore[misc]
        made.__init__(self, *given, **named)  # type: ignore[misc]

    return __init__


def _compile_init(made: type, fields: tuple[_Field, ...], *, frozen: bool) -> Callable[..., None]:
    """Source with a parameter and an assignment a field, as one would write it."""
    known: dict[str, Any] = {"NOTHING": _NOTHING}
    parameters, lines = ["self"], []
    for one in fields:
        name = one.name
        known |= {f"set_{name}": vars(made)[name].__set__, f"new_{name}": one.default_factory}
        known[f"usual_{name}"] = one.default
        optional = one.default is not _NOTHING or one.default_factory is not _NOTHING
        if one.init:
            parameters.append(f"{name}=usual_{name}" if optional else name)
            if one.default_factory is not _NOTHING:
                lines.append(f"if {name} is NOTHING: {name} = new_{name}()")
            lines.append(f"set_{name}(self, {name})" if frozen else f"self.{name} = {name}")
    lines += ["self.__post_init__()"] if hasattr(made, "__post_init__") else []
    exec(f"def __init__({', '.join(parameters)}):\n" + "\n".join(f"    {line}" for line in lines), known)
    init: Callable[..., None] = known["__init__"]
    init.__qualname__ = f"{made.__qualname__}.__init__"
    return init


def _replace(record: Any, /, **changes: Any) -> Any:
    """The same record with other values."""
    return type(record)(**{name: getattr(record, name) for name in type(record).__match_args__} | changes)


def _fields(made: Any) -> tuple[_Field, ...]:
    """The fields of a class or a record, in their order."""
    declared: tuple[_Field, ...] = made.__declared__
    return declared


def _asdict(value: Any) -> Any:
    """The values of a record by name, those of records in it likewise."""
    if hasattr(value, "__declared__"):
        return {one.name: _asdict(getattr(value, one.name)) for one in _fields(value)}
    return type(value)(map(_asdict, value)) if isinstance(value, tuple | list) else value


if TYPE_CHECKING:
    from dataclasses import asdict, dataclass, field, fields, replace  # noqa: TID251
else:
    asdict, dataclass, field, fields, replace = _asdict, _dataclass, _Field, _fields, _replace

__all__ = ["asdict", "dataclass", "field", "fields", "replace"]
