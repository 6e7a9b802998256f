"""``flask grants``: who allowed what, and ending it; no address and no token is printed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

import click

from addon.config import Config

if TYPE_CHECKING:
    from addon.accounts.grant_service import Grants


def grant_commands(
    config: Config, opened: Callable[[Config], Grants], told: Callable[[], AbstractContextManager[None]]
) -> click.Group:
    """Return the group. ``opened`` returns the grants of a configuration; within ``told`` errors are sentences."""

    @click.group("grants", help="List or end what users allowed the server to do while they are away.")
    def grants() -> None:
        """Hold the two commands."""

    @grants.command("list", help="Print tenant, user, kind, state and since when, a grant a line.")
    def list_() -> None:
        with told():
            for grant in opened(config).all():
                since = grant.granted_at.isoformat()
                click.echo(f"{grant.tenant}\t{grant.user}\t{grant.kind}\t{grant.state}\t{since}")

    @grants.command("clear", help="End grants at Google and delete them here; users connect again.")
    @click.option("--tenant", default="", help="Only those of this tenant.")
    @click.option("--user", default="", help="Only those of this user, by their Google id.")
    @click.option("--yes", is_flag=True, help="Do not ask.")
    def clear(tenant: str, user: str, *, yes: bool) -> None:
        if not yes:
            click.confirm(f"End the grants of {user or 'everybody'} in {tenant or 'every tenant'}?", abort=True)
        with told():
            click.echo(f"{opened(config).clear(tenant, user)} ended")

    return grants
