"""A thin layer over the Linux kernel: every package may import it, and it imports none of them."""
