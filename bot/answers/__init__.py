"""Answers: what makes a good answer. One module a question, each item of an `Answer` with its citation."""
