"""A question becomes a cited answer. The only room that talks to people.

Each of these knows only those named before it; pyproject.toml holds them to it.

    answer, errors, access, address, …   the nouns, who may see what, where each thing is found
    scope, correcting, wire              which papers may answer, who may correct them, JSON
    asking                               what a question asks
    printings, rewording                 an entry printed again; one wording become another
    finding                              what the papers have for it, or that they do not say
    telling, showing                     quoted as an answer; a page drawn with the words marked
    register, reading                    entries that answer by themselves; how a paper was read
    threads, changes                     one matter over meetings; what changed between two papers
    assistant                            from a question to its answer, end to end
    conversation, searching              what a follow-up takes from before; passages by words
    evaluation                           gold questions asked and measured
    api, pages, serving, cli             the doors
"""
