"""nbgrader's settings for a learner's server; JUPYTER_CONFIG_PATH leads here."""

import os

from autograder.hub.exchange import exchange_settings

c = get_config()  # type: ignore[name-defined]  # noqa: F821
c.Exchange.root = os.environ["AI4GOV_EXCHANGE"]
c.ExchangeFactory.update(exchange_settings())
# The learner's groups on the hub decide which courses she sees.
c.Authenticator.plugin_class = "nbgrader.auth.JupyterHubAuthPlugin"
