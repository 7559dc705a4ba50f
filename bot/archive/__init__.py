"""The archive: everything that was taken in, kept in one SQLite file; one writer, many readers, each with a viewer."""
