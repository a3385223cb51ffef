"""Nạp số liệu: an extract checked, compared, rehearsed and applied; and undone."""

from language import t
from ui import shell, uploading

shell.framed("staff")
batch = uploading.chosen_batch()

if batch is None:
    uploading.choose_file()
    uploading.waiting()
elif batch.state == "staged":
    uploading.leave(t("upload.another"))
    uploading.trouble()
    uploading.staged(batch)
else:
    uploading.leave(t("upload.another"))
    uploading.trouble()
    uploading.decided(batch)
