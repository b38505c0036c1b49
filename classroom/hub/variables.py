"""Environment variables by which a hub tells a learner's server about the course."""

EXCHANGE_VARIABLE = "AI4GOV_EXCHANGE"
"""nbgrader's exchange folder."""

GRADERS_VARIABLE = "AI4GOV_GRADERS"
"""The account that grades each course, as `ai4gov=grade-ai4gov ai4gov-2027=grade-ai4gov-2027`."""
