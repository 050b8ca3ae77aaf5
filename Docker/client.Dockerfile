# Stands for the container with your tests: curl, as a user of its own.  docker build -f Docker/client.Dockerfile Docker
FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates curl \
    && rm -rf /var/lib/apt/lists/*
USER 65534:65534
