"""Worker processes, and pages that overload a reader."""
