"""What an instructor makes of a class's projects: a gallery, and a form for a jury."""
