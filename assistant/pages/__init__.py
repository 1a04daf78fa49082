"""The web pages, mounted on the HTTP application: the only door to gradio."""

from assistant.pages.site import mount

__all__ = ["mount"]
