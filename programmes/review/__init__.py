"""Reading what people wrote, without a name above it: who reads what, what is found, and who gets to see that when."""
