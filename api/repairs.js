// Streamlit 1.67 marks the drop zone of its uploader as presentation and names it at once: a reader's
// software is told to skip the very thing it is told about. Take the first word back.
new MutationObserver(() => {
  for (const zone of document.querySelectorAll("[data-testid=stFileUploaderDropzone][role=presentation]")) {
    zone.setAttribute("role", "group");
  }
}).observe(document, { childList: true, subtree: true });
