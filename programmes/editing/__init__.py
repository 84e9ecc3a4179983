"""Pages of programmes in /cms/: who may edit which, how one is made, and who looks along before publication."""
