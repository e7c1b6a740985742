"""What the law makes of an account: due dates, interest, limitation, fees, the gates of the payment order."""

from docgen.law.assess import assess

__all__ = ["assess"]
