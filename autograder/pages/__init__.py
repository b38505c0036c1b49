"""What a person reads: feedback, class report, formgrader. Learner content is sanitized here."""
