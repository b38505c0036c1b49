"""The grammar of international addresses is built when one is checked, and not before."""

import subprocess
import sys
import sysconfig
import venv

from tests.course.content.notebooks import ROOT


def run(source: str, python: str = sys.executable) -> str:
    command = [python, "-c", source]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_nbformat_is_imported_without_the_grammar():
    assert run("import autograder, nbformat, sys; print('lark' in sys.modules)") == "False"


def test_an_address_is_checked_all_the_same():
    check = "Draft7Validator.FORMAT_CHECKER.conforms"
    source = f"import autograder\nfrom jsonschema import Draft7Validator\nprint({check}(%r, 'iri'))"
    assert run(source % "http://ex\u00e4mple.org/") == "True"
    assert run(source % "no address") == "False"


def test_an_import_of_the_module_finds_all_its_names():
    source = "import autograder\nimport rfc3987_syntax.utils\nfrom rfc3987_syntax import parse"
    assert run(source + "\nprint(parse.__module__)") == "rfc3987_syntax.syntax_helpers"


def test_every_python_of_an_environment_starts_without_the_grammar_once_it_was_asked_for(tmp_path):
    venv.create(tmp_path, symlinks=True)
    python = str(tmp_path / "bin" / "python")
    packages = run("import sysconfig; print(sysconfig.get_path('purelib'))", python)
    with open(f"{packages}/above.pth", "w") as file:
        file.write(f"{sysconfig.get_path('purelib')}\n{ROOT}\n")
    imported = "import nbformat, sys; print('lark' in sys.modules)"
    assert run(imported, python) == "True"
    subprocess.run([python, "-m", "autograder.postponed"], check=True, cwd=ROOT)
    assert run(imported, python) == "False"
