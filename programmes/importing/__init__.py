"""A sheet with people comes in: read, matched to columns, checked row by row, and taken in as one."""
