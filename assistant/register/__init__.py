"""The register: entries asked for and filtered; in an answer, and as JSON, CSV, XLSX and text."""
