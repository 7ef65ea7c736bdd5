"""One module per invented article of `samples/legacy`."""
