"""Việc cần chỉ đạo: what must be done, by whom, by when; what was decided on it, and how that stands."""

from ui import actions, actions_page, shell

scope = shell.framed()
found = actions.agenda(scope)

actions_page.the_list(found)
actions_page.decisions(found)
actions_page.as_tables(found, scope)
