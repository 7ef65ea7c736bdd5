"""Numbers that a column can hold: a page can print any, a column takes 64 bits."""

from typing import Any, Final

_LARGEST: Final = 2**63 - 1


def fitting(value: Any) -> Any:  # noqa: ANN401 - any value of JSON
    """Return a value with null for every number in it that no column can hold.

    >>> fitting({"total": 10**30, "items": [1, "a", True, None]})
    {'total': None, 'items': [1, 'a', True, None]}
    """
    match value:
        case int():
            return value if -_LARGEST <= value <= _LARGEST else None
        case list():
            return [*map(fitting, value)]
        case dict():
            return {name: fitting(part) for name, part in value.items()}
        case _:
            return value
