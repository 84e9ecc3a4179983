"""The guide: answers about what someone wants, and the programmes that fit, with reasons. Keeps nothing."""
