"""The organisers' desk for programmes in /cms/: lists, forms and buttons; every rule is asked of the policies."""
