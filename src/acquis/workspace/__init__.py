"""The one door to a workspace: what is kept, remembered and compared in it."""

from acquis.workspace.keeping import Exported
from acquis.workspace.workspace import Workspace

__all__ = ["Exported", "Workspace"]
