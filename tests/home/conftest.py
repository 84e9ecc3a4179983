from tests.laid import laid

__all__ = ["laid"]
