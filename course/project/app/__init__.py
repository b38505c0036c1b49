"""The demonstration app: the team's service behind a page of the learner's own Jupyter server.

`handlers` are the pages, `app_pages` their words, `service_process` starts and stops the `worker`,
`danger` looks for danger in a comment without the service, and `overrulings` keeps what staff
decided. The handlers import neither pandas nor scikit-learn: those are in the worker only.
"""
