"""Prefect flows: thin, they only call the steps of `monitor.pipeline` in order.

Prefect's settings are given their offline-safe values here, before it is imported; whoever sets one keeps it.
"""

import os

os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
os.environ.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "120")
