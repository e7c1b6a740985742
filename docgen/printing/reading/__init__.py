"""A Word file → `tree.Document`: what it says, every style applied. Nobody else knows XML."""
