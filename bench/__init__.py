"""What docgen costs, beside the alternatives, in one run: `make bench`, or `python -m bench [merge print …]`."""
