"""The start page: what is next, progress, carrying work along, and opening JupyterLab."""
