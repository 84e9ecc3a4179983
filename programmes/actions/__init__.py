"""The only places where the state of an edition or an application changes."""
