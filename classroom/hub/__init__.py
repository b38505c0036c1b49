"""The course on a JupyterHub, and nbgrader's exchange in each learner's language."""
