"""What the figures mean: indicators, scopes, targets, published figures. No Streamlit, no Plotly."""
