"""The chat in a browser. A package, so that its server and browser end with its last test, before other tests begin."""
