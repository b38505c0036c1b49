"""What lessons call besides data and checks: figures with text, controls, the language model."""
