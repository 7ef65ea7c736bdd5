"""Batches that outlive any crash: inputs in shards, each a part file with a marker.

A shard is a row of inputs of about the same size. It is converted whole or not at all; its
marker is written last. So a run that was killed is begun again with the same command, does
what has no marker, and leaves the same bytes as an undisturbed one, on one machine
(`local`) or on a cluster (`cluster`).
"""
