"""Letters that get a company paid, from accounts receivable and contract data."""

__version__ = "0.1.0"
