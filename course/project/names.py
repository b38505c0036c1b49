"""The names that the modules of the project share: files, columns, departments and languages."""

from course.dossier.fields.faults import t

CHECKPOINTS = (
    "capstone-1-brief",
    "capstone-2-data-and-model",
    "capstone-3-fairness",
    "capstone-4-governance",
    "capstone-5-presentation",
)
"""The five assignments of the project, in their order."""

FOLDER = "project"
"""The folder with a team's files, in the folder of each checkpoint."""

PERSON = "person"
"""In place of a department: a person decides."""

COLUMNS = ("comment", "date", "language", "channel", "district", "text")
"""What a service knows of a comment that has just come in."""

DECIDED = ("department", "confidence", "urgency", "reason")
"""The columns of what a service decides."""

DEPARTMENTS = {
    "housing": t("Housing"),
    "roads": t("Roads and lights"),
    "waste": t("Waste and cleaning"),
    "water": t("Water and drains"),
    "transport": t("Buses"),
    "finance": t("Taxes and fees"),
    "health": t("Public health"),
    "social": t("Social services"),
    "parks": t("Parks"),
    "other": t("None of the city"),
}
"""The departments of Marivelle in the code, with their names to read."""

LANGUAGES = {
    "en": t("English"),
    "es": t("Spanish"),
    "pt": t("Portuguese"),
    "fr": t("French"),
}
"""The languages of the comments in the code, with their names to read."""

CIVICLY = "civicly"
OWN = "own"
