"""The logic of tables, whatever format they came in: headers, shifted cells, rows that go on."""
