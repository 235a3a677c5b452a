"""Collect: find what is new at each source, fetch it politely, archive it. The only step that uses the network."""
