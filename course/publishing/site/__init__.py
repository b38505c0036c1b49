"""The site: lessons to read, assignments, datasheets and the facilitator's guide, as web pages.

Each language is a Sphinx project of its own with the same pages, made from the release, the data
sets and the facilitator's notes. docs/site/ holds the configuration, templates and style.
"""
