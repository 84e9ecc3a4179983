"""What the pages of the monitor show, made of published figures: no table with a person in it is read here."""
