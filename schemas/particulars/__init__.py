"""The particulars of the papers of the way, read from a request, one group of papers after the other."""
