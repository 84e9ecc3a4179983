"""The organisers' side of mentoring in /cms/: mentors, pairing by hand, rounds and pairs; rules are the policies'."""
