# nbgrader's exchange as a service of the hub:
#   docker build -f deploy/kubernetes/ngshare.Dockerfile -t REGISTRY/ai4gov-ngshare:1 .
# ngshare 0.6.0 is written for SQLAlchemy 1.4. With SQLAlchemy 2 it answers that an assignment was
# released, and keeps nothing of it.

FROM python:3.13-slim
RUN pip install --no-cache-dir ngshare==0.6.0 requests==2.34.2 \
      'sqlalchemy==1.4.54' 'alembic==1.13.3' 'jupyterhub==5.5.0' \
 && useradd --uid 1000 --create-home ngshare
USER ngshare
