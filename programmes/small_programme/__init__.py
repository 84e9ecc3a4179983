"""Klein programma: one organiser goes from nothing to an open edition on one screen, and sees what is next."""
