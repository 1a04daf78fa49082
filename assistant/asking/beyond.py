"""Questions that no committee paper answers, whatever stands in it: for an opinion, for private
facts about a person, for what will become of things, for help with one's own affairs.

They are told by how they are put, so they are refused before anything is searched. A question that
only might be one ("will the plan be reviewed?") is left to the papers.
"""

from __future__ import annotations

import re

_YEARS = r"(?:\d+|two|three|five|ten|fifteen|twenty|fifty|a hundred) years"
_MEASURED = r"\b(?:last|previous|earlier|target|average|national|england|\d{4}|before|expected)\b"
_PLEASE = r"(?:please )?(?:list|tell|show|find|name|explain|summari[sz]e|compare|give (?:me|us))\b"
"""What a polite person asks of a machine, not of its judgement."""
_TELLS_WHERE = r"(?! (?:\w+ed|\w+ing|hit|for|at|by|in|on)\b)"
"""What does not follow "the worst" where figures tell it: "affected by", "performing", "for"."""
_ALONE = r"(?=\W*$|[,;:]| (?:to|on|of|for|that|enough|and|or|with|at|when|if|in)\b)"
"""An adjective with no noun after it: "is that fair?", not "is that fair funding review over?"."""
_ELSEWHERE = (
    r"(?! (?:in|at|for|on|of|those|other|others|neighbouring|similar|comparable|statistical|"
    r"elsewhere)\b)"
)
"""What does not follow "worse than" where papers compare: "in other councils"."""
_OPINION = re.compile(
    r"\b(?:in your (?:view|opinion|judgement)|do you (?:think|believe|feel|agree|like|trust|"
    r"recommend)|what do you (?:think|make)|your (?:view|opinion|thoughts|advice)|"
    rf"would you(?! {_PLEASE})|"
    r"should (?:i|we) (?:vote|support|trust|believe|oppose|back)|how should (?:i|we) vote|"
    r"who (?:should|ought to) (?:i|we|be the next)|good at (?:his|her|their) job|"
    r"doing a (?:good|bad|poor|great) job|is (?:he|she) any good|to blame|"
    rf"(?:who|which \w+) is (?:the )?(?:best|worst)\b{_TELLS_WHERE}|"
    r"was it (?:right|wrong|fair|a mistake)|morally)\b|"
    r"^(?:should|ought)\b|^(?:is|are|was|were) .*\b(?:a (?:good|nice|bad|terrible) (?:place|idea|"
    r"thing|person|council)|too (?:soft|hard|harsh|lenient)|a mistake)\b|"
    r"^(?:is|was|are|were) (?:that|this|it|he|she|they) (?:really |very )?(?:un)?(?:fair|"
    rf"right(?! that)|reasonable|acceptable|good|bad|wrong|sensible|enough)\b{_ALONE}|"
    rf"^(?:is|are|was|were) (?!.*{_MEASURED}).*\b(?:better|worse|more sensible|fairer) "
    rf"(?:\w+ )?than\b{_ELSEWHERE}",
    re.I,
)
_OF_OTHERS = re.compile(
    r"\baccording to\b|\b(?:did|does|do) (?:the|its|their|this|that|an?) [^?]{3,40} "
    r"(?:say|find|conclude|think|report|blame)\b",
    re.I,
)
"""Asks what somebody thought, which papers tell, unless it is you who is asked."""
_YOU = re.compile(r"\byour?\b", re.I)
_ONE = (
    r"(?:(?:the |a |this |that )?(?:child|victim|mother|father|boy|girl|young person|patient|"
    r"director|leader|mayor|chair|chief executive)|(?-i:[A-Z])[\w’'-]+)"
)
"""A person, by name or as one of many."""
_HELD = r"(?:medical (?:history|records)|bank (?:account|details)|sexuality|religion)"
"""What papers tell of policies about, and not of a person."""
_PRIVATE = re.compile(
    r"\b(?:home address|real name|private (?:address|number|phone|e-?mail)|mobile number|"
    r"where does .{3,40} live|date of birth|national insurance number|"
    rf"(?:{_ONE}['’]s|his|her) {_HELD}|{_HELD} of {_ONE}|"
    r"(?:child|victim|young person|mother|father|"
    r"complainant)['’]?s? (?:full |real )?name|names? of (?:a|an|the) (?:child(?:ren)?|victims?|"
    r"young (?:person|people)|complainants?|famil(?:y|ies)|parents)|"
    r"who (?:is|are|was|were) (?:the )?(?:birth |real )?(?:parents?|mother|father) of|"
    r"(?:daughter|son|wife|husband|partner|mother|father|brother|sister)(?:['’]s name| called)|"
    rf"what (?:illness|disease) (?:did|does|do|has|had|have|kept|keeps?|was|is) (?:s?he|{_ONE}))\b",
    re.I,
)
_OF_A_PERSON = re.compile(
    r"\b[A-Z][\w’'-]+ [A-Z][\w’'-]+ (?:so )?(?:off sick|ill|on sick leave|pregnant|"
    r"divorced|married|suspended|sacked)\b|\b[Ww]rong with [A-Z][\w’'-]+ [A-Z][\w’'-]+\b"
)
_FORECAST = re.compile(
    rf"\bin {_YEARS}['’]? time\b(?=\W*$)|^will .*\bstill\b.*\bin {_YEARS}\b(?=\W*$)|"
    r"^will (?:ofsted|the inspectors?|inspectors?|the cqc) (?:grade|rate|judge|find|give)\b|"
    r"^will .*\b(?:ever|one day)\b",
    re.I,
)
_MEETINGS = (
    r"\b(?:the (?:decision|report|plan|vote|order)|meetings?|minutes|agenda|committee|cabinet|"
    r"motion|amendment|petition|interest)\b"
)
"""What papers may say how to go about: "how do I call in the decision?"."""
_OWN = re.compile(
    rf"^(?:how|where) (?:do|can|would|could|should) i\b(?!.*{_MEETINGS})|"
    r"\bhow (?:do|can|would) i apply\b|"
    r"^i(?:['’]?d| would) like to\b|^i want to\b|^can i (?:get|have|apply|claim|park)\b|"
    r"\bmy (?:street|road|house|flat|bins?|neighbour|neighbours|child|son|daughter|kids?|mum|dad|"
    r"dog|car|rent|landlord|benefits?)\b",
    re.I,
)


def beyond(question: str) -> str:
    """Why no paper could answer: "opinion", "private", "forecast" or "own affairs"; else "".

    >>> beyond("Do you trust the director?"), beyond("Will the plan be reviewed?")
    ('opinion', '')
    """
    if _OPINION.search(question) and (_YOU.search(question) or not _OF_OTHERS.search(question)):
        return "opinion"
    if _PRIVATE.search(question) or _OF_A_PERSON.search(question):
        return "private"
    if _FORECAST.search(question):
        return "forecast"
    return "own affairs" if _OWN.search(question) else ""
