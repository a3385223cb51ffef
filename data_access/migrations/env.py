"""Run by Alembic: migrate on the connection that `upgrade` holds open."""

from alembic import context

from data_access.tables import Table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    transaction_per_migration=False,
)
context.run_migrations()
