"""What the server adds around the pages: routes, headers, language of the document, compressed files."""
