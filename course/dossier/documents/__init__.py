"""What is made of a dossier: pages, a PDF, a slide deck."""
