"""The application form: how questions are put, kept while someone types, and shown back."""
