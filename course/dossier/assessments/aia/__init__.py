"""Canada's Algorithmic Impact Assessment: answers, level, what-if, and the official tool's file."""

from course.dossier.assessments.aia.assessment import ImpactAssessment
from course.dossier.assessments.aia.obligations import Obligation, obligations, summary
from course.dossier.assessments.aia.official_file import OfficialFile, new_file
from course.dossier.assessments.aia.questionnaire import Question, Score, questionnaire
from course.dossier.assessments.aia.what_if import (
    Change,
    MitigationEffect,
    effect_of_mitigation,
    mitigation_alone,
    what_if,
)

__all__ = [
    "Change",
    "ImpactAssessment",
    "MitigationEffect",
    "Obligation",
    "OfficialFile",
    "Question",
    "Score",
    "effect_of_mitigation",
    "mitigation_alone",
    "new_file",
    "obligations",
    "questionnaire",
    "summary",
    "what_if",
]
