"""Where the pages are served unless someone says otherwise; light, for the command line's help."""

HOST = "127.0.0.1"  # this machine only, until someone asks for more
PORT = 7860
