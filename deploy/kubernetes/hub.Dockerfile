# The chart's hub, which also reads the class lists. From the top of the checkout:
#   docker build -f deploy/kubernetes/hub.Dockerfile -t REGISTRY/ai4gov-hub:1 .

FROM python:3.13-slim AS wheel
COPY requirements/hub.txt /tmp/hub.txt
RUN pip install --no-cache-dir --require-hashes -r /tmp/hub.txt
COPY . /checkout
RUN pip wheel --no-deps --no-build-isolation --wheel-dir /wheels /checkout \
 && cp /checkout/requirements/other-hub.txt /wheels/

# The tag is the chart's version (`helm search repo jupyterhub`, column CHART VERSION).
FROM quay.io/jupyterhub/k8s-hub:4.4.0
COPY --from=wheel /wheels /tmp/wheels
USER root
RUN pip install --no-cache-dir --no-deps --require-hashes -r /tmp/wheels/other-hub.txt \
 && pip install --no-cache-dir --no-deps /tmp/wheels/*.whl
USER jovyan
