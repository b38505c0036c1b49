"""JupyterLab, without a module that it does not need: python -m course.start.lab

jupyterlab imports jsonschema, which imports rfc3987_syntax where it is installed, and that builds
the grammar of international addresses: half of the CPU seconds of JupyterLab's start (jsonschema's
issue 1428). Without it, jsonschema leaves the formats `iri` and `iri-reference` unchecked, and no
notebook and no setting has them. Kernels are processes of their own and find the module.
"""

import sys

if __name__ == "__main__":
    sys.modules["rfc3987_syntax"] = None  # type: ignore[assignment]
    from jupyterlab.labapp import main

    sys.exit(main())
