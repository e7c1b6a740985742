"""A Word file and what was found in it → what a lawyer looks at.

marked      the same file with a comment at each finding; `unmarked` takes them out again
repaired    the same file with what is certain put right; `repairs` tells what that is
pictured    its pages, each place shaded and numbered
"""

from docgen.studio.marking.commented import Said, marked, unmarked
from docgen.studio.marking.pictured import Pictured, pictured
from docgen.studio.marking.repairing import Repaired, repaired, repairs

__all__ = ["Pictured", "Repaired", "Said", "marked", "pictured", "repaired", "repairs", "unmarked"]
