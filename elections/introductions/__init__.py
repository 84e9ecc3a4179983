"""Ik wil kennismaken: a card to take along to a party. Nothing about who takes it is sent or kept; counted only."""
