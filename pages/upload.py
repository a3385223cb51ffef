"""Nạp số liệu: an extract checked, compared, rehearsed and applied; and undone."""

from ui import shell, uploading

shell.framed("staff")
batch = uploading.chosen_batch()

if batch is None:
    uploading.begin()
else:
    uploading.look(batch)
    uploading.waiting(besides=batch.id)
