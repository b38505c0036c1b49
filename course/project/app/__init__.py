"""The demonstration app: the team's service behind a page of the learner's own Jupyter server.

`handlers` are the pages, `page` their words, `service` starts and stops the process that `worker`
runs in, `danger` looks for danger in a comment without the service, and `overrulings` keeps what
staff decided. The handlers import neither pandas nor scikit-learn: those are in the worker only.
"""
