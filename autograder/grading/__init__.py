"""Grading one submission and one class, in the unconfined coordinator."""
