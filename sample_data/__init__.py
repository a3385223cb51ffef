"""The sample province in files: how they are made, small catalogues, broken examples (README.md)."""
