"""Somebody without an account helps with one draft, by a code passed on by hand. Of who helps, nothing is kept."""
