"""Python imports this when it starts with this folder on PYTHONPATH: it is then on Windows."""

import simulated

simulated.install()
