"""April to September 2025."""
LATER_MONTHS=()
LATER_CATALOGUES=()
def hand_over(): ...
