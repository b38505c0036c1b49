"""Jupyter Server's settings for a learner's server; JUPYTER_CONFIG_PATH leads here."""

from pathlib import Path

c = get_config()  # type: ignore[name-defined]  # noqa: F821
# ServerApp.static_custom_path is no setting: where custom.css is looked for is one of tornado's.
c.ServerApp.tornado_settings = {"static_custom_path": [str(Path(__file__).parent / "custom")]}
c.LabApp.custom_css = True
