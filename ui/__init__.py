"""Streamlit and Plotly as the pages share them: the frame, cached reads, charts, parts."""
