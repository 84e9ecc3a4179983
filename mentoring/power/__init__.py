"""Whether two people could come to stand in each other's way: asked of both, told to both, and kept nowhere."""
