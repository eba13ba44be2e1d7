# Comptoir in a container. The data live in the volume; the token comes from the environment:
#
#   docker build -t comptoir .
#   docker run -d --name comptoir --restart on-failure:5 --stop-timeout 30 \
#       --env-file .env -e DATA_DIR=/data -v comptoir:/data comptoir
#   docker exec comptoir python -m bot backup
#
# Stopping gives members' presses in flight up to 10 s to be answered, hence the time-out of 30 s.

FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 \
    DATA_DIR=/data

WORKDIR /app

COPY requirements.lock ./
RUN ["python", "-m", "pip", "install", "--no-cache-dir", "--disable-pip-version-check", "--require-hashes", "-r", "requirements.lock"]

COPY bot bot
COPY cogs cogs
COPY data data
RUN ["python", "-m", "compileall", "-q", "bot", "cogs"]

RUN ["useradd", "--system", "--uid", "10001", "--home-dir", "/app", "--shell", "/usr/sbin/nologin", "comptoir"]
RUN ["install", "-d", "-o", "comptoir", "-m", "0700", "/data"]
USER comptoir
VOLUME /data

STOPSIGNAL SIGTERM
ENTRYPOINT ["python", "-m", "bot"]
CMD ["run"]
