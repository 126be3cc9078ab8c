"""A township's rule-of-law records: read, checked, published and searchable."""
