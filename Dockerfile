# One image for Prefect's server, the worker and the web server; compose.yaml starts the three.
FROM python:3.11-slim-bookworm

# It runs from a checkout with an editable install, as on any other machine: prefect.yaml names files below it.
WORKDIR /app

# The lock alone first: a change of ours leaves this layer as it is.
COPY requirements.lock ./
RUN python -m pip install --no-cache-dir --no-deps --require-hashes -r requirements.lock

COPY pyproject.toml README.md LICENSE prefect.yaml prefect.toml ./
COPY src ./src
COPY flows ./flows
COPY warehouse ./warehouse
RUN python -m pip install --no-cache-dir --no-deps --no-build-isolation --editable .

# Volumes mounted here belong to this user from the start.
RUN useradd --uid 10001 --create-home monitor \
    && mkdir /data /prefect \
    && chown monitor:monitor /data /prefect
USER 10001:10001

ENV MONITOR_HOME=/data \
    PREFECT_HOME=/prefect \
    PYTHONUNBUFFERED=1 \
    DO_NOT_TRACK=1

CMD ["monitor", "run"]
