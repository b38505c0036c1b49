"""Which modules run when some code does."""

import pytest

from course.publishing.imports import needed

FILES = {
    "small/__init__.py": "",
    "small/plain.py": "import small.deep.inner\n",
    "small/in_a_function.py": "def f():\n    from small import plain\n",
    "small/for_types.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n"
    "    from small.plain import x\nelse:\n    import small.alone\n",
    "small/alone.py": "",
    "small/deep/__init__.py": "from small.alone import y\n",
    "small/deep/inner.py": "",
    "small/late/__init__.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n"
    "    from small.alone import y as y\n    from small.plain import x as renamed\n"
    "def __getattr__(name): ...\n",
}
PLAIN = {"plain", "deep.inner", "deep", "alone"}


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        ("import json", set()),
        ("from small import plain", PLAIN),
        ("from small.plain import x", PLAIN),
        ("def later():\n    import small.plain", PLAIN),
        ("from small.in_a_function import f", PLAIN | {"in_a_function"}),
        ("from small import for_types", {"for_types", "alone"}),
        ("from small.late import y", {"late", "alone"}),
        ("from small.late import renamed", PLAIN | {"late"}),
        ("import small.late", PLAIN | {"late"}),
    ],
)
def test_what_code_imports_at_once_or_in_a_function_is_needed(tmp_path, code, wanted):
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = needed(tmp_path, "small", [code])
    assert set(found) == ({"small"} if wanted else set()) | {f"small.{name}" for name in wanted}
