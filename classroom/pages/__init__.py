"""What a person reads: feedback page and class report. Learner content is sanitized here."""
