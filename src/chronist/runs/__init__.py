"""Drives the five stages in order."""
