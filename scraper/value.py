"""What all parts of a record have in common: equality, hash and representation by value."""

from typing import Any

from attrs import fields


class Value:
    """A value: equal to one of its own class with equal fields, hashable, shown field by field.

    attrs would write the same three methods anew for each class and have them compiled, which
    takes as long as everything else that the model does when it is imported. It leaves alone
    what a class has of its own, so each heir gets them as its own. Heirs have no slots.
    """

    def __init_subclass__(cls) -> None:
        for name in ("__eq__", "__hash__", "__repr__"):
            setattr(cls, name, getattr(Value, name))

    def __eq__(self, other: object) -> bool:
        return vars(self) == vars(other) if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash((type(self), frozenset(vars(self).items())))

    def __repr__(self) -> str:
        kind: type[Any] = type(self)
        shown = (f"{field.name}={getattr(self, field.name)!r}" for field in fields(kind))
        return f"{kind.__qualname__}({', '.join(shown)})"
