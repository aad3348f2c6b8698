"""Arbitrary records, made from the types of their fields."""

import msgspec
import pytest
from hypothesis import strategies as st

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


def records_of(kind):
    """Return a strategy for a record, with every field filled in every way its type allows."""
    return _strategy(msgspec.inspect.type_info(kind))


def _struct(info):
    fields = {field.name: _strategy(field.type) for field in info.fields}
    return st.builds(info.cls, **fields)


def _tuple(info):
    return st.lists(_strategy(info.item_type), max_size=2).map(tuple)


def _dict(info):
    return st.dictionaries(_strategy(info.key_type), _strategy(info.value_type), max_size=2)


def _union(info):
    kinds = [kind for kind in info.types if not isinstance(kind, msgspec.inspect.NoneType)]
    none = [st.none()] if len(kinds) < len(info.types) else []
    return st.one_of(*none, *map(_strategy, kinds))


_SIMPLE = {
    msgspec.inspect.StrType: TEXTS,
    msgspec.inspect.IntType: st.integers(0, 2**53),
    msgspec.inspect.FloatType: st.floats(allow_nan=False, allow_infinity=False),
    msgspec.inspect.BoolType: st.booleans(),
    msgspec.inspect.DateType: st.dates(),
}
_COMPOUND = {
    msgspec.inspect.StructType: _struct,
    msgspec.inspect.VarTupleType: _tuple,
    msgspec.inspect.DictType: _dict,
    msgspec.inspect.UnionType: _union,
    msgspec.inspect.LiteralType: lambda info: st.sampled_from(info.values),
}


def _strategy(info):
    return _SIMPLE[type(info)] if type(info) in _SIMPLE else _COMPOUND[type(info)](info)


@pytest.fixture(scope="session")
def record_strategy():
    return records_of
