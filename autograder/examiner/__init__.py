"""The examiner's process: runs the test cells and decides. No learner code runs here."""
