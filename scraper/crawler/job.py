"""A job: the list, the pages, the settings and what is known of the host, in one file."""

from collections.abc import Mapping
from types import TracebackType
from typing import Self

from attrs import fields, frozen

from scraper import owner
from scraper.crawler.database import Database
from scraper.crawler.items import Items
from scraper.crawler.pages import Pages
from scraper.errors import JobError


@frozen
class HostNote:
    """What a job keeps of its host."""

    robots: str | None = None
    """The text of its robots.txt."""
    robots_at: float | None = None
    """When that was fetched, seconds since 1970."""
    until: float | None = None
    """Leave it alone until then, seconds since 1970."""
    length: float | None = None
    """For how many seconds that was, when it was written."""
    reason: str | None = None
    good: int = 0
    """How many pages it has given."""
    failures: int = 0
    """How many requests in a row gave none."""


class Job:
    """A job file that this process holds; a context manager.

    Raises:
        JobError: from any method: the file cannot be used, is locked, or cannot be written.
    """

    def __init__(self, path: str, *, create: bool = False, read_only: bool = False) -> None:
        """Open a job file; see :class:`Database`."""
        self.path = path
        self._database = Database(path, create=create, read_only=read_only)
        self._read_only = read_only
        self.transaction = self._database.transaction
        self.items, self.pages = Items(self._database), Pages(self._database)
        if not read_only:
            owner.write(path)

    @property
    def is_new(self) -> bool:
        """Whether the file was made just now."""
        return self._database.is_new

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if not self._read_only:
            owner.remove(self.path)  # first: after it, the next process may have written its own
        self._database.close()

    def settings(self) -> dict[str, str]:
        """Return what the job is about."""
        return dict(self._database.rows("SELECT name, value FROM setting"))

    def keep_settings(self, settings: Mapping[str, str]) -> None:
        """Keep what the job is about; refuse other settings than it was begun with."""
        kept = self.settings()
        if not kept:
            with self.transaction():
                self._database.run_all("INSERT INTO setting VALUES (?, ?)", settings.items())
        for name, value in settings.items():
            if kept.get(name, value) != value:
                message = (
                    f"this job was begun with {name} = {kept[name]}, not {value}; "
                    "use the same setting or another job file"
                )
                raise JobError(message, source=self.path)

    def host(self, name: str) -> HostNote:
        """Return what is known of a host."""
        columns = ", ".join(field.name for field in fields(HostNote))
        statement = f"SELECT {columns} FROM host WHERE name = ?"  # noqa: S608 - columns
        return HostNote(*(self._database.row(statement, name) or ()))

    def note_host(self, name: str, **values: object) -> None:
        """Write what is known of a host."""
        self._database.run("INSERT OR IGNORE INTO host (name) VALUES (?)", name)
        columns = ", ".join(f"{column} = ?" for column in values)
        statement = f"UPDATE host SET {columns} WHERE name = ?"  # noqa: S608 - columns
        self._database.run(statement, *values.values(), name)
