"""Commands for whoever runs the server: ``flask --app server doctor``, ``deployment``, ``migrate``, ``tick``, …"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
from flask import Flask

from addon.config import Config, Misconfigured
from addon.errors import AssistantError
from addon.web import deployment

if TYPE_CHECKING:
    from addon.accounts.grant_service import Grants
    from addon.ports import Documents

Finding = tuple[bool, str, str]
"""Whether it is well, what was looked at, and what was found or how to mend it."""


def add_commands(app: Flask, config: Config) -> None:
    """Give the application its commands; none touches the store or builds services before it is run."""
    app.cli.add_command(_doctor(config))
    app.cli.add_command(_deployment(config))
    app.cli.add_command(_migrate(config))
    app.cli.add_command(_tick(config))
    app.cli.add_command(_grants(config))


def findings(config: Config) -> Iterator[Finding]:
    """Look at the configuration and each door, and say what is there or how to mend it."""
    problems = config.problems()
    yield from ((False, "configuration", problem) for problem in problems)
    if not problems:
        yield True, "configuration", "no faults"
    yield _tried("store", lambda: _store(config), "check STORE_URL and that its place can be reached and written")
    yield _tried("certificates", lambda: _certificates(config), "check GOOGLE_CERTS_URL and the way to the internet")
    yield True, "model", config.gemini_model if config.gemini_api_key else "none: drafts come from the offline twin"


def _doctor(config: Config) -> click.Command:
    @click.command("doctor", help="Say what is wrong with this server and how to mend it; exit 1 if anything is.")
    def doctor() -> None:
        is_well = True
        for well, what, text in findings(config):
            click.echo(f"{'ok   ' if well else 'FAULT'} {what}: {text}")
            is_well = is_well and well
        if not is_well:
            raise click.exceptions.Exit(1)

    return doctor


def _deployment(config: Config) -> click.Command:
    @click.command("deployment", help="Print the deployment resource for an address; give it to gcloud.")
    @click.option("--base-url", default=config.base_url, help="The https address Google will call. Default: BASE_URL.")
    def render(base_url: str) -> None:
        resource = json.loads((_root() / deployment.FILE_NAME).read_text(encoding="utf-8"))
        with _told():
            click.echo(json.dumps(deployment.render(resource, base_url), indent=2))

    return render


def _migrate(config: Config) -> click.Command:
    @click.command("migrate", help="Bring the store to this version's schema.")
    @click.option("--plan", "only_plan", is_flag=True, help="Only say what would be done.")
    def migrate(only_plan: bool) -> None:
        if not only_plan:
            _refuse_faults(config)
        from addon.adapters import schema

        with _told():
            documents = _documents(config)
            steps = schema.plan(documents) if only_plan else schema.migrate(documents)
        for step in steps:
            click.echo(step)
        if not steps:
            click.echo("The store is up to date.")

    return migrate


def _tick(config: Config) -> click.Command:
    @click.command("tick", help="Do what is due, once, like a call of /tasks/tick.")
    def tick() -> None:
        _refuse_faults(config)
        from addon.bootstrap import services_for
        from addon.worker import TICK_SECONDS

        with _told():
            result = services_for(config, ticks=False).worker.tick(TICK_SECONDS)
        next_due = result.next_due.isoformat() if result.next_due else "nothing"
        click.echo(f"taken {result.leased}, finished {result.done}, next due: {next_due}")

    return tick


def _grants(config: Config) -> click.Group:
    from addon.grant_commands import grant_commands

    def opened(config: Config) -> Grants:
        _refuse_faults(config)
        from addon.bootstrap import services_for

        return services_for(config, ticks=False).grants

    return grant_commands(config, opened, _told)


@contextmanager
def _told() -> Iterator[None]:
    """Turn the four errors into a sentence and exit code 1."""
    try:
        yield
    except AssistantError as error:
        raise click.ClickException(error.message) from error


def _refuse_faults(config: Config) -> None:
    if problems := config.problems():
        raise click.ClickException(str(Misconfigured(problems)))


def _tried(what: str, look: Callable[[], str], mend: str) -> Finding:
    try:
        return True, what, look()
    except AssistantError as error:
        return False, what, f"{error.message} {mend[:1].upper()}{mend[1:]}."
    except Exception as error:  # a doctor does not die of what he finds
        return False, what, f"{type(error).__name__}: {mend}."


def _store(config: Config) -> str:
    from addon.adapters import schema

    documents = _documents(config)
    documents.ping()
    waiting = schema.plan(documents)
    return f"{config.store_url.partition(':')[0]}, " + (
        "up to date" if not waiting else f"{len(waiting)} steps to migrate: run `flask --app server migrate`"
    )


def _certificates(config: Config) -> str:
    from addon.adapters.certificates import CertificateSource

    return f"{len(CertificateSource(config.google_certs_url).fetch().by_key_id)} keys"


def _documents(config: Config) -> Documents:
    from addon.bootstrap import documents_for

    return documents_for(config)


def _root() -> Path:
    return Path(__file__).resolve().parent.parent
