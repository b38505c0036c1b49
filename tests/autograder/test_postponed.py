"""The grammar of international addresses is built when one is checked, and not before."""

import subprocess
import sys


def run(source: str) -> str:
    command = [sys.executable, "-c", source]
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
