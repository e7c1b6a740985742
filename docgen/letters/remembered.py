"""Answers that are the same for every letter, kept without the letters: most of their lines are the same, too."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import blake2b

MOST = 8192  # answers; of some hundred kilobytes in all


class Remembered:
    """A question that takes a text and answers yes or no. What is kept is a digest of the text, never the text."""

    def __init__(self, asks: Callable[[str], bool]) -> None:
        self._asks = asks
        self._answers: dict[bytes, bool] = {}

    def __call__(self, text: str) -> bool:
        key = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        answer = self._answers.get(key)
        if answer is None:
            answer = self._asks(text)
            if len(self._answers) >= MOST:
                self._answers.clear()
            self._answers[key] = answer
        return answer
