"""One module per text rendering of `samples/text`."""
