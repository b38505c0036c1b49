"""The dossier: governance artefacts as typed models, kept as YAML, checked and shown as a page."""

from course.dossier.aia.assessment import ImpactAssessment
from course.dossier.artefact import Artefact
from course.dossier.classification import Classification
from course.dossier.cross_checks import CROSS_CHECKS, CrossCheck
from course.dossier.dossier import Dossier
from course.dossier.ethical_assessment import EthicalAssessment
from course.dossier.fairness_statement import FairnessStatement
from course.dossier.faults import ArtefactError, Fault
from course.dossier.form import edit
from course.dossier.fundamental_rights import FundamentalRightsAssessment
from course.dossier.measures import Measure, measures
from course.dossier.model_card import ModelCard
from course.dossier.monitoring import MonitoringPlan
from course.dossier.oversight import OversightPlan
from course.dossier.own_datasheet import OwnDatasheet
from course.dossier.procurement import ProcurementClauses
from course.dossier.risk_register import RiskRegister
from course.dossier.service_brief import ServiceBrief

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
