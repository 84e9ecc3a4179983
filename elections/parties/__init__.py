"""The bridge to parties: which stand on the official list, in drawn order, and what each tells of how it selects.

Strictly neutral: order, size and wording are the same for all (docs/decisions, 0012).
"""
