"""What each data set weighs and how long it takes to load: python -m bench.datasets

Each is loaded in a process of its own, after pandas has been imported; the time is CPU time.
"""

import subprocess
import sys

from course import load_dataset
from course.data.datasets import dataset_names, datasheet

ONE = """
import sys, time
from course import load_dataset
import pandas
started = time.process_time()
load_dataset(sys.argv[1])
print(time.process_time() - started)
"""


def main() -> None:
    """Print the table, as Markdown."""
    print("| name | rows | columns | bytes | CPU s to load | sha256 | licence |")
    print("| --- | ---: | ---: | ---: | ---: | --- | --- |")
    total = 0
    for name in dataset_names():
        described = datasheet(name)["file"]
        table = load_dataset(name)
        cells = (
            name,
            f"{len(table):,}",
            str(table.shape[1]),
            f"{described['bytes']:,}",
            f"{_seconds(name):.3f}",
            described["sha256"][:12],
            datasheet(name)["licence"][0],
        )
        print("| " + " | ".join(cells) + " |")
        total += described["bytes"]
    print(f"\nAll data files: {total:,} bytes.")


def _seconds(name: str) -> float:
    loaded = subprocess.run(
        [sys.executable, "-c", ONE, name], check=True, capture_output=True, text=True
    )
    return float(loaded.stdout)


if __name__ == "__main__":
    main()
