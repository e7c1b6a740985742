from docgen.app import main

main()
