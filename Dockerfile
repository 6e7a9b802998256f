# The add-on alone: no playground, no tests. Runs on Cloud Run, Kubernetes or any host with Docker.
FROM python:3.11-slim

ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /srv

COPY requirements.txt .
# Byte code is compiled here, once: without it each cold start would pay five times over.
RUN pip install -r requirements.txt && python -m compileall -q "$(python -c 'import site; print(site.getsitepackages()[0])')"

COPY server.py gunicorn.conf.py deployment.json ./
COPY cards cards
COPY addon addon
RUN python -m compileall -q server.py addon cards \
 && useradd --system --no-create-home --uid 10001 assistant \
 && install -d -o assistant -m 0700 var

USER assistant
EXPOSE 8080
VOLUME /srv/var
CMD ["gunicorn"]
