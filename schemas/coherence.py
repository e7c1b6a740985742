from typing import Any
def incoherent(typed: Any) -> list[Any]: return []
