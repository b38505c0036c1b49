"""The learner's process: runs the learner's cells in the sandbox. Nothing it sends is trusted."""
