"""Lịch sử: the batches, what each changed, undo, and why a figure is another than it was."""

from language import t
from ui import history, history_batch, history_changes, shell, uploading

shell.framed("staff")
batch = uploading.chosen_batch()

if batch is not None:
    uploading.leave(t("history.back"))
    uploading.trouble()
    history_batch.one_batch(batch)
elif shell.param("xem") == "vi-sao":
    history_changes.leave()
    history_changes.why()
else:
    history.all_batches()
