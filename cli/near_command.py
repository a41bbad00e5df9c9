"""A group of commands that answers a misspelt one with the nearest that there is."""

import click


class NearCommand(click.Group):
    """A group that suggests a command where the one asked for does not exist."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command as click does; fails with a usage message that names the nearest one."""
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-") and not ctx.resilient_parsing:
            from engine.loading.spelling import hint  # noqa: PLC0415 - only after the guard

            near = hint(name, self.list_commands(ctx), f"`{ctx.command_path} --help` names them all")
            raise click.UsageError(f"No such command '{name}'; {near}", ctx)
        return super().resolve_command(ctx, args)
