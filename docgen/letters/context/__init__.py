"""The facts of the letters, one room for what several of them print; `docgen.letters.facts` puts them together."""
