"""What is suggested to somebody who is typing the subject of a question: names, days, topics, sources."""
