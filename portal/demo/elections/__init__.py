"""Elections of the demo: official files about invented people, made here and read as real ones are."""
