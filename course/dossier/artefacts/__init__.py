"""The papers of a service, from its brief to its risk register, and the measures in them."""
