"""What crosses between the learner's process and the examiner's: codec, proxies, shared names.

Both processes import it. It imports neither of them, nor the sandbox.
"""
