"""What the program has instead of `dataclasses` does the same, as far as it goes: each test holds for both."""

import copy
import dataclasses
import pickle
from typing import Any

import pytest

from sahel_tui import dataclass as own
from sahel_tui.model import Claim, Comparison, Count, Span

Module = Any


@pytest.fixture(params=[dataclasses, own], ids=["standard", "own"])
def module(request: pytest.FixtureRequest) -> Module:
    return request.param


def make_classes(module: Module) -> tuple[Any, Any]:
    """One that is frozen, and one that is not and has all that a field can have."""

    @module.dataclass(frozen=True, slots=True)
    class Place:
        """Where."""

        name: str
        country: str = "Mali"

        @property
        def whole(self) -> str:
            return f"{self.name}, {self.country}"

    @module.dataclass(slots=True)
    class Visit:
        """When, and what was seen."""

        places: tuple[Any, ...]
        seen: list[str] = module.field(default_factory=list)
        first: Any = module.field(init=False)
        note: str = module.field(default="", metadata={"words": "a note"})

        def __post_init__(self) -> None:
            self.first = self.places[0] if self.places else None

    return Place, Visit


def test_values_and_defaults(module: Module) -> None:
    place, visit = make_classes(module)
    gao = place("Gao")
    assert (gao.name, gao.country, gao.whole) == ("Gao", "Mali", "Gao, Mali")
    made = visit((gao,), note="dry")
    assert (made.first, made.seen, made.note) == (gao, [], "dry")
    assert made.seen is not visit(()).seen
    assert visit((), ["a camel"]).seen == ["a camel"]


def test_equal_values_are_equal_and_have_one_hash(module: Module) -> None:
    place, visit = make_classes(module)
    assert place("Gao") == place("Gao", "Mali") != place("Gao", "Niger")
    assert len({place("Gao"), place("Gao"), place("Kidal")}) == 2
    assert place("Gao") != ("Gao", "Mali")
    assert visit(()) == visit(())
    with pytest.raises(TypeError, match="unhashable"):
        hash(visit(()))


def test_without_eq_each_is_itself(module: Module) -> None:
    @module.dataclass(frozen=True, slots=True, eq=False)
    class Mark:
        at: int

    one = Mark(1)
    assert one != Mark(1)
    assert {one: 2}[one] == 2


def test_what_is_frozen_stays(module: Module) -> None:
    gao = make_classes(module)[0]("Gao")
    with pytest.raises(AttributeError):
        gao.name = "Kidal"
    with pytest.raises(AttributeError):
        del gao.name
    assert gao.name == "Gao"
    with pytest.raises((AttributeError, TypeError)):  # The standard one says TypeError, by an error of its own.
        gao.river = "Niger"


def test_what_is_not_frozen_changes_but_has_no_other_names(module: Module) -> None:
    made = make_classes(module)[1](())
    made.note = "wet"
    assert made.note == "wet"
    with pytest.raises(AttributeError):
        made.river = "Niger"


@pytest.mark.parametrize(("given", "named"), [((), {}), (("Gao", "Mali", 3), {}), (("Gao",), {"river": "Niger"})])
def test_wrong_values_are_refused_by_name(module: Module, given: tuple[Any, ...], named: dict[str, Any]) -> None:
    place, _ = make_classes(module)
    with pytest.raises(TypeError, match=r"__init__\(\)"):
        place(*given, **named)


def test_other_values_names_and_words(module: Module) -> None:
    place, visit = make_classes(module)
    gao = place("Gao")
    assert module.replace(gao, country="Niger") == place("Gao", "Niger")
    assert module.asdict(visit((gao,))) == {
        "places": ({"name": "Gao", "country": "Mali"},),
        "seen": [],
        "first": {"name": "Gao", "country": "Mali"},
        "note": "",
    }
    assert [(one.name, dict(one.metadata)) for one in module.fields(visit)][2:] == [
        ("first", {}),
        ("note", {"words": "a note"}),
    ]
    assert repr(gao).endswith("Place(name='Gao', country='Mali')")
    match gao:
        case place(name, "Mali"):
            assert name == "Gao"
        case _:
            pytest.fail("it has no places for a pattern")


def test_a_record_goes_to_another_process_and_back() -> None:
    count = Count(89, 98, hedge="range")
    claim = Claim("d", "text:lead", 0, 5, "89–98", "killed", count, "people", "unspecified")
    for record in (count, claim, Comparison((claim,)), Span(1, 2)):
        assert pickle.loads(pickle.dumps(record)) == record == copy.copy(record)
    with pytest.raises(AttributeError):
        pickle.loads(pickle.dumps(claim)).source = "RFI"
