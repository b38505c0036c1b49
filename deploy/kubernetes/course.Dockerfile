# The image of a cohort's formgrader and desk. From the top of the checkout:
#   docker build -f deploy/kubernetes/course.Dockerfile -t REGISTRY/ai4gov-course:1 .
# It holds the answers and the hidden checks: keep it in a private registry, and never use it for
# learners' servers.

FROM python:3.13-slim
COPY requirements/hub.txt /tmp/hub.txt
RUN pip install --no-cache-dir --require-hashes -r /tmp/hub.txt
# The version of the chart's hub (`helm search repo jupyterhub`, column APP VERSION).
ARG JUPYTERHUB=5.5.0
COPY . /opt/ai4gov/course
RUN pip install --no-cache-dir --no-deps --no-build-isolation /opt/ai4gov/course \
      ngshare-exchange==0.5.3 \
 && pip install --no-cache-dir "jupyterhub==${JUPYTERHUB}" \
 && python -m autograder.postponed \
 && ln -s "$(python -c 'from classroom.hub.configure import ETC; print(ETC / "instructor")')" \
      /opt/jupyter \
 && useradd --uid 1000 --create-home grader
# Before the settings that nbgrader's package brings, which switch all its tools on.
ENV JUPYTER_CONFIG_PATH=/opt/jupyter
USER grader
WORKDIR /srv/course
