"""Writers that are killed, and writers by the dozen: run by hand, a little of it in the tests."""
