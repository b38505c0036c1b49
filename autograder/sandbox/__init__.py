"""The wall around both processes: namespaces, Landlock, seccomp, cgroups, and the clocks."""
