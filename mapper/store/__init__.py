"""Finished records kept in a file that grows: one article at a time, safe when killed."""
