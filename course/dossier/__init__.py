"""The dossier: governance artefacts as typed models, kept as YAML, checked and shown as a page."""

from course.dossier.aia.assessment import ImpactAssessment
from course.dossier.artefact import Artefact
from course.dossier.classification import Classification
from course.dossier.fairness_statement import FairnessStatement
from course.dossier.faults import ArtefactError, Fault
from course.dossier.measures import Measure, measures
from course.dossier.model_card import ModelCard

__all__ = [
    "Artefact",
    "ArtefactError",
    "Classification",
    "FairnessStatement",
    "Fault",
    "ImpactAssessment",
    "Measure",
    "ModelCard",
    "measures",
]
