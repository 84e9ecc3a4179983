"""Who mentors here: the code of conduct that she signs herself, the office she holds, and what she can read."""
