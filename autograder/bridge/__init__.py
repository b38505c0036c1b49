"""What crosses between the learner's process and the examiner's, and the shell both run cells in.

Both processes import it. It imports neither of them, nor the sandbox.
"""
