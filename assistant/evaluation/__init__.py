"""Can the library be trusted? Gold questions are asked, and what was found, answered, cited and
refused is measured."""
