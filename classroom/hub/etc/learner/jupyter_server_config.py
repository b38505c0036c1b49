"""Jupyter Server's settings for a learner's server; JUPYTER_CONFIG_PATH leads here."""

from pathlib import Path

from jupyter_server.serverapp import ServerApp

c = get_config()  # type: ignore[name-defined]  # noqa: F821
# Jupyter Server 2 reads this trait from no configuration file unless it is marked as one of them.
ServerApp.static_custom_path.tag(config=True)
c.ServerApp.static_custom_path = [str(Path(__file__).parent / "custom")]
c.LabApp.custom_css = True
