"""Stored dataclasses come back without a difference, whatever is in their fields."""

from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import given, settings
from hypothesis import strategies as st

from sahel_tui.dataclass import replace
from sahel_tui.model import Comparison, Document, Row
from sahel_tui.store.coding import (
    decode_comparison,
    decode_disputed,
    decode_document,
    decode_row,
    encode_comparison,
    encode_parts,
    encode_row,
)

PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(st.characters(codec="utf-8"), max_size=10),
    int: st.integers(-(2**53), 2**53),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    NoneType: st.none(),
}


def values_of(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a type, with every field of a dataclass filled."""
    if kind in PLAIN:
        return PLAIN[kind]
    if isinstance(kind, type) and kind.__module__ == Document.__module__:
        return st.builds(kind, **{name: values_of(hint) for name, hint in get_type_hints(kind).items()})
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin is tuple:
        return st.lists(values_of(arguments[0]), max_size=3).map(tuple)
    assert origin in (Union, UnionType), kind
    return st.one_of([values_of(argument) for argument in arguments])


@given(values_of(Document))
def test_documents(document: Document) -> None:
    parts = encode_parts(document)
    read_from = (document.id, document.name, document.format, document.address, document.text)
    stored = replace(document, together=(), apart=())  # The library keeps what a reader says by itself.
    assert decode_document(*read_from, parts) == stored


@settings(max_examples=30)
@given(values_of(Comparison))
def test_comparisons(comparison: Comparison) -> None:
    encoded = encode_comparison(comparison)
    assert decode_comparison(encoded) == comparison
    assert decode_disputed(encoded) == comparison.disputed


@given(values_of(Row))
def test_rows(row: Row) -> None:
    assert decode_row(encode_row(row)) == row
