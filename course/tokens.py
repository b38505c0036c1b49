"""The colours of templates/tokens.css, for what no style sheet reaches.

These are the inline styles of saved outputs, the site's theme and the PDF. Each colour has a value
for a light and one for a dark ground; what is saved or printed takes the light ones.
"""

import re
from pathlib import Path

from course.templating import TEMPLATES

FILE = Path(__file__).parent / TEMPLATES / "tokens.css"

COLOUR = re.compile(r"--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);")

_FOUND = COLOUR.findall(FILE.read_text(encoding="utf-8"))

LIGHT: dict[str, str] = {name: light for name, light, _ in _FOUND}
DARK: dict[str, str] = {name: dark for name, _, dark in _FOUND}
