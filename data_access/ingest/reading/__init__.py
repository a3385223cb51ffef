"""Reading a stranger's file: from bytes (`file`) to one table of text (`grid`).

Whoever takes a table that another process has read needs `grid` and none of the readers.
"""
