"""The register: what a paper judges, recommends, decides and promises, each entry cited."""
