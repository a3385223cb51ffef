"""The pages, one file each, top to bottom as the reader sees them."""
