"""What is wrong with the files: the diagnostic record; its writers lie beside render."""
