"""Looking up: functions from a connection, a scope and a question to records. The SQL stands beside each."""
