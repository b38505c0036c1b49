"""The dossier: governance artefacts as typed models, kept as YAML, checked and shown as a page."""

from course.dossier.artefact import Artefact
from course.dossier.artefacts.fairness_statement import FairnessStatement
from course.dossier.artefacts.measures import Measure, measures
from course.dossier.artefacts.model_card import ModelCard
from course.dossier.artefacts.monitoring import MonitoringPlan
from course.dossier.artefacts.oversight import OversightPlan
from course.dossier.artefacts.own_datasheet import OwnDatasheet
from course.dossier.artefacts.procurement import ProcurementClauses
from course.dossier.artefacts.risk_register import RiskRegister
from course.dossier.artefacts.service_brief import ServiceBrief
from course.dossier.assessments.aia.assessment import ImpactAssessment
from course.dossier.assessments.classification import Classification
from course.dossier.assessments.ethical_assessment import EthicalAssessment
from course.dossier.assessments.fundamental_rights import FundamentalRightsAssessment
from course.dossier.cross_checks import CROSS_CHECKS, CrossCheck
from course.dossier.dossier import Dossier
from course.dossier.fields.faults import ArtefactError, Fault
from course.dossier.form import edit

__all__ = [
    "CROSS_CHECKS",
    "Artefact",
    "ArtefactError",
    "Classification",
    "CrossCheck",
    "Dossier",
    "EthicalAssessment",
    "FairnessStatement",
    "Fault",
    "FundamentalRightsAssessment",
    "ImpactAssessment",
    "Measure",
    "ModelCard",
    "MonitoringPlan",
    "OversightPlan",
    "OwnDatasheet",
    "ProcurementClauses",
    "RiskRegister",
    "ServiceBrief",
    "edit",
    "measures",
]
