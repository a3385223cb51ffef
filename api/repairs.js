// What is repaired in markup that is Streamlit's, since there is no setting for it.
const ZONE = "[data-testid=stFileUploaderDropzone]";

// Streamlit 1.67 marks the drop zone of its uploader as presentation and names it at once: a reader's
// software is told to skip the very thing it is told about. Take the first word back.
const role = zone => { if (zone.getAttribute("role") === "presentation") zone.setAttribute("role", "group"); };

// Its few words are English whatever the page speaks.
const VIETNAMESE = [
  [/^Upload$/, "Chọn tệp"],
  [/^Drag and drop files? here$/, "Thả tệp vào đây"],
  [/^(\d+)MB per file(.*)$/, "Tối đa $1 MB mỗi tệp$2"],
];
const words = zone => {
  const texts = document.createTreeWalker(zone, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    for (const [english, vietnamese] of VIETNAMESE) {
      if (english.test(text.data)) text.data = text.data.replace(english, vietnamese);
    }
  }
};

new MutationObserver(() => {
  for (const zone of document.querySelectorAll(ZONE)) {
    role(zone);
    if (document.documentElement.lang === "vi") words(zone);
  }
}).observe(document, { childList: true, subtree: true, characterData: true });
