"""gunicorn's settings: ``gunicorn server:app`` in this folder finds them. WEB_CONCURRENCY sets how many workers."""

from pathlib import Path

from addon.config import Config

_config = Config.load(folder=Path(__file__).resolve().parent)

wsgi_app = "server:app"
bind = f"{'127.0.0.1' if _config.playground else '0.0.0.0'}:{_config.port}"  # noqa: S104 - a server listens
worker_class = "gthread"
threads = 16
timeout = 90
graceful_timeout = 80  # a mail that Gmail was asked to send may take 60 s to be answered
keepalive = 75  # longer than the idle time of Google's load balancers
control_socket_disable = True
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - a heartbeat file must not wait for a disk
preload_app = False  # threads, connections and gRPC channels are made after the fork

logconfig_dict = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "addon.lib.log.JsonFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {"gunicorn.error": {"handlers": ["console"], "level": "INFO", "propagate": False}},
}


def on_starting(server):  # noqa: ARG001 - gunicorn's signature
    """Refuse a faulty configuration once, before any worker is forked."""
    if problems := _config.problems():
        raise SystemExit("Sales Assistant does not start:\n" + "\n".join(f"  - {problem}" for problem in problems))


def post_worker_init(worker):
    """Build this worker's services and start its ticker, after the fork."""
    worker.wsgi.extensions["services"]()


def worker_exit(server, worker):  # noqa: ARG001 - gunicorn's signature
    """End this worker's ticker after the slice it is in; a worker that never came up has none."""
    if extensions := getattr(getattr(worker, "wsgi", None), "extensions", None):
        extensions["services"].stop()
