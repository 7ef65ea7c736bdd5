"""A whole answer of a server, or why there is none. Names are those of RFC 9110."""

from attrs import field, frozen


class FetchError(Exception):
    """A request that gave no whole answer. ``code`` is stable, ``message`` in plain words."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


@frozen(kw_only=True)
class Response:
    """A whole answer."""

    url: str
    """The address that gave it, after redirects."""
    status: int
    headers: tuple[tuple[str, str], ...]
    """As they came, names in lower case."""
    body: bytes = field(default=b"", repr=False)
    """The content without its coding."""
    packed: bytes | None = field(default=None, repr=False)
    """The content as it came, where its coding was gzip."""
    redirected: bool = False

    def header(self, name: str) -> list[str]:
        """Return the values of all headers of a name in lower case."""
        return [value for key, value in self.headers if key == name]
