"""Assessments by a law or a public questionnaire: the AI Act, UNESCO's ethics, Canada's AIA."""
