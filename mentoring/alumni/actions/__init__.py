"""What people and organisers do after somebody took part."""
