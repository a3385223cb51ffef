"""Lịch sử: the batches, what each changed, and undo."""

from language import t
from ui import history, shell, uploading

shell.framed("staff")
batch = uploading.chosen_batch()

if batch is None:
    history.all_batches()
else:
    uploading.leave(t("history.back"))
    uploading.trouble()
    history.one_batch(batch)
