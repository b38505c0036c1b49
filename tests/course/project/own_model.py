"""The own model of the team of example_own: an answer to the exercise “Your own model”."""

import pandas as pd
from sklearn.compose import make_column_transformer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

NUMBERS = ["duration", "amount", "installment_rate", "number_credits"]
WORDS = [
    "status",
    "credit_history",
    "purpose",
    "savings",
    "employment_duration",
    "other_debtors",
    "property",
    "other_installment_plans",
]


def train(comments):
    """A logistic regression on what the bank knows of a loan, without age and housing."""
    known = make_column_transformer(
        (StandardScaler(), NUMBERS), (OneHotEncoder(handle_unknown="ignore"), WORDS)
    )
    return make_pipeline(known, LogisticRegression(max_iter=1000)).fit(
        comments, comments["outcome"]
    )


def decide(model, comments):
    """The outcome to expect, or a person where that is unsure; the most doubtful loan first."""
    chances = model.predict_proba(comments)
    confidence = chances.max(axis=1)
    answers = model.classes_[chances.argmax(axis=1)].astype(object)
    answers[confidence < 0.6] = "person"
    return pd.DataFrame(
        {
            "department": answers,
            "confidence": confidence,
            "urgency": chances[:, list(model.classes_).index("not repaid")],
            "reason": "The checking account is “" + comments["status"].to_numpy() + "”.",
        }
    )
