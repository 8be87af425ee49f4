"""The words of imports: ``faults`` of files, ``fields`` of lists, ``remarks`` on values and their places."""
