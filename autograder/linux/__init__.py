"""A thin layer over the Linux kernel: calls and constants, and no policy of this program.

Every package can import it. It raises ConfinementError where the kernel refuses a step.
"""
