"""A question becomes a cited answer. The only room that talks to people.

A question is understood in `asking`; `finding` searches, weighs what was found and says whether it
answers; `register` and `threads` answer from what was promised and what became of it; `telling`
quotes. `assistant.assistant` is that way from end to end, and `answer` its nouns. `conversation`
keeps to a subject, `changes` compares two papers, `showing` and `reading` show them, `evaluation`
measures. The doors are `cli`, `api` with `serving`, and `pages`.
"""
