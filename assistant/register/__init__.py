"""The register at the doors: entries filtered, their state told, shown as JSON, CSV, XLSX, text."""
