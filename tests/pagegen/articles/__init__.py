"""One module per invented article of `samples/modern`."""
