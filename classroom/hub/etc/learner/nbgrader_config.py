"""nbgrader's settings for a learner's server; JUPYTER_CONFIG_PATH leads here."""

import os

c = get_config()  # type: ignore[name-defined]  # noqa: F821
if "AI4GOV_NGSHARE" in os.environ:
    from classroom.hub.ngshare import ngshare_settings

    c.Exchange._ngshare_url = os.environ["AI4GOV_NGSHARE"]
    c.ExchangeFactory.update(ngshare_settings())
else:
    from classroom.hub.exchange import exchange_settings

    c.Exchange.root = os.environ["AI4GOV_EXCHANGE"]
    c.ExchangeFactory.update(exchange_settings())
# The learner's groups on the hub decide which courses she sees.
c.Authenticator.plugin_class = "nbgrader.auth.JupyterHubAuthPlugin"
