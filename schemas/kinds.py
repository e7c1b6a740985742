from typing import Any
def wanting(typed: Any, kind: Any, a: Any) -> list[Any]: return []
