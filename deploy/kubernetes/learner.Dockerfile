# The image of learners' servers. From the top of the checkout:
#   docker build -f deploy/kubernetes/learner.Dockerfile -t REGISTRY/ai4gov-learner:1 .
# The last stage takes the wheel only, in which are no answers and no hidden checks, and switches
# the tools of instructors off. Layers of the other stages are not pushed.

FROM python:3.13-slim AS packages
COPY requirements/hub.txt /tmp/hub.txt
RUN pip install --no-cache-dir --require-hashes -r /tmp/hub.txt

FROM packages AS wheel
COPY . /checkout
RUN pip wheel --no-deps --no-build-isolation --wheel-dir /wheels /checkout

FROM packages
# The version of the chart's hub (`helm search repo jupyterhub`, column APP VERSION).
ARG JUPYTERHUB=5.5.0
COPY --from=wheel /wheels /tmp/wheels
# ngshare_exchange asks for a jupyter_core of 2022 and works with today's: hence --no-deps.
RUN pip install --no-cache-dir --no-deps /tmp/wheels/*.whl ngshare-exchange==0.5.3 \
 && pip install --no-cache-dir "jupyterhub==${JUPYTERHUB}" \
 && python -m autograder.postponed \
 && ln -s "$(python -c 'from classroom.hub.configure import ETC; print(ETC / "learner")')" \
      /opt/jupyter \
 && useradd --uid 1000 --gid 100 --create-home --shell /bin/bash jovyan
# Before the settings that nbgrader's package brings, which switch all its tools on.
ENV JUPYTER_CONFIG_PATH=/opt/jupyter
# nbgrader takes the login for the name of who hands in where the account is "jovyan".
USER jovyan
WORKDIR /home/jovyan
CMD ["python", "-m", "classroom.hub.learner_server"]
