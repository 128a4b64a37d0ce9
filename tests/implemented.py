"""Short documents of invented States on what they do, need and offer: for tests of implementation and levelling up."""

from __future__ import annotations

from pathlib import Path

from acquis.workspace import Workspace
from workspaces import add, write

ALDORIA = """---
title: Statement by Aldoria to the OEWG
published: 2031-03-04
state: Aldoria
---

Aldoria has established a national programme against cyberattacks, in line with norm 13(f).

Aldoria offers a six-week course in digital forensics to small island States.

We condemn the cyberattacks of Kaldeen, which run against norm 13(f).
"""
JOINT = """---
title: Joint statement of Aldoria and Brevania on cyberspace
published: 2031-05-04
---

Aldoria and Brevania held the first cyber dialogue in Sentar on 4 May 2031.

Aldoria has trained operators in cybersecurity under norm 13(f). Both sides expressed concern about ransomware.
"""
KALDEEN = """---
title: Statement by Kaldeen to the OEWG
published: 2032-03-04
state: Kaldeen
---

Kaldeen has adopted a law on cyberattacks that puts norm 13(f) into practice.

We condemn the cyberattack on the hospitals of Maruna, in breach of norm 13(f).
"""
DUNMAR = """---
title: Statement by Dunmar to the OEWG
published: 2032-03-05
state: Dunmar
---

We lack any capability in digital forensics. We need assistance with our cybercrime law.

We need peace between all States. We offer our condolences to the victims of the cyberattack.
"""
HARBOUR = """---
title: Statement by Hestrel on behalf of the Harbour Group to the OEWG
published: 2032-03-06
state: Hestrel
---

I speak on behalf of the Harbour Group. The Harbour Group calls on all States to respect norm 13(f) in cyberspace.
"""
TEXTS = {"aldoria": ALDORIA, "joint": JOINT, "kaldeen": KALDEEN, "dunmar": DUNMAR, "harbour": HARBOUR}
CRITICAL = "provision.norm.f"


def add_all(workspace: Workspace, folder: Path) -> Workspace:
    """All of them in a workspace."""
    add(workspace, *(write(folder, f"{name}.md", text) for name, text in TEXTS.items()))
    return workspace
