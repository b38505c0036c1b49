"""Services for tests: what `load` gives depends on the text of the project's model.py."""

import os
import time
from pathlib import Path

from course.errors import UserError
from course.project.app.protocol import Comment, Decision

DECISION = {
    "language": "en", "detected": True, "department": "roads", "confidence": 0.82, "urgency": 0.4,
    "reason": "“lamp” points to roads.", "quoted": ["lamp"], "day": "2026-06-30", "place": 3,
    "comments": 20, "capacity": 8,
}  # fmt: skip


def load(folder: Path):
    """The behaviour that model.py names."""
    behaviour = (folder / "model.py").read_text(encoding="utf-8").strip()
    if behaviour == "does not load":
        raise UserError("model.py: line 3 has no colon")
    if behaviour == "never ready":
        time.sleep(60)
    if behaviour == "learns for ever":
        while True:
            pass
    if behaviour == "ends while it loads":
        os._exit(0)

    def decide(comment: Comment) -> Decision:
        if behaviour == "sleeps":
            time.sleep(60)
        if behaviour == "counts for ever" or comment.text == "count for ever":
            while True:
                pass
        if behaviour == "fills the memory":
            return Decision(**(DECISION | {"reason": str(len(bytes(10**10)))}))
        if behaviour == "dies":
            os._exit(3)
        if behaviour == "fails":
            raise KeyError("district")
        if behaviour == "prints":
            print('{"ready": false}')
            os.write(1, b"noise\n")
        if behaviour == "tells its environment":
            return Decision(**(DECISION | {"reason": " ".join(sorted(os.environ))}))
        return Decision(**(DECISION | {"reason": behaviour}))

    return decide
