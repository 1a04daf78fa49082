"""The ways in which sentences give a grade, each with an example.

Every pattern has a group "grade"; those that name what is graded after the verb have "subject", in
the others it stands before. The first that reads a grade counts.
"""

from __future__ import annotations

import re

from corpus.register.grades import GRADE, IMPROVEMENT, QUOTED

AUX = r"(?:was|were|is|are|has been|have been|had been)"
_ADV = r"(?:(?:also|now|still|again|overall|then|all|both|each|once|later|\w+ly) )*"
_LINK = r"(?:(?:to|be|being|as|at|overall|a|an|the|that of|one of) )*"
_VERB = r"(?:re-?)?(?:judged|graded|rated|assessed|evaluated|classed|classified|found|deemed)"
_SAID = (
    r"(?:found|conclud\w+|confirm\w+|stat(?:e[sd]?|ing)|report(?:ed|s)|note[sd]|judged|judge?ment|"
    r"says?|said|identified|considered|opinion|advised|showed)"
)
_NOUN = r"(?:rating|grade|grading|judge?ment|opinion|outcome|result|effectiveness|conclusion)"
_OURS = r"(?:(?:an?|the|its|their|overall|ofsted|cqc|new|current|inspection|audit)(?:'s|’s)? )*"
_GOT = r"(?:received|(?:given|awarded|issued)(?: with)?|achieved|obtained|secured|retained|gained)"
_GRADE = QUOTED + (
    r"(?=\W*$|[,.;:)]|[\s\"'”’]+(?:overall|by|in|at|across|for|and|but|with|while|whilst|following|"
    r"after|on|when|against|under|though|although|from|since|because|which|again|opinion)\b)"
    r"(?!\W+or\b)"
)
"""A grade, and then the end or a word that may follow one: "good at art" is no grade, and "good or
outstanding" tells of several."""
_OPINION = (
    r"(?P<grade>unqualified|qualified|unmodified|modified|adverse|full|substantial|reasonable|"
    r"moderate|partial|limited|no)(?: assurance)? (?:audit )?opinion"
)
_OF = r"(?:on|in respect of|for|regarding)"
WORDINGS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        # The home was judged (to be) good.
        rf"\b{AUX} {_ADV}{_VERB} {_ADV}{_LINK}{_ADV}{_GRADE}",
        # Inspectors found that planning was poor; the judgement stated the service requires
        # improvement.
        rf"\b{_SAID}\b(?:,? that,? | (?=(?:the|its) ))(?P<subject>[^.;:]{{3,200}}?) "
        rf"(?:{AUX} {_ADV}{_LINK}|{_ADV}(?:remain(?:s|ed)? )?"
        rf"(?=[\"'“‘]?{IMPROVEMENT})){_GRADE}",
        # Ofsted rated the home (as) good.
        rf"\b{_VERB} (?!to be|as |that |by |in |at )(?P<subject>[^.;:]{{3,160}}?) "
        rf"(?:overall )?{_LINK}{_GRADE}",
        # The overall judgement (for the home) is good.
        rf"\b(?P<subject>{_OURS}{_NOUN}(?: (?:for|of|on|from|at) [^.;:,]{{3,100}}?)?) "
        rf"(?:{AUX}|remains?|remained) {_ADV}{_LINK}{_GRADE}",
        # The home received a rating of good.
        rf"\b{_GOT} {_OURS}{_NOUN} of {_OURS}{_GRADE}",
        # It gave the home a rating of good.
        rf"\b(?:gave|gives|awarded|assigned) (?P<subject>[^.;:,]{{3,80}}?) "
        rf"{_OURS}{_NOUN} of {_OURS}{_GRADE}",
        # This led to an overall judgement of good.
        rf"\b(?:led to|resulted in|giving|gave) (?P<subject>{_OURS}{_NOUN}) of "
        rf"{_OURS}{_GRADE}",
        # They issued an unqualified opinion on the accounts; there is a limited opinion for pay.
        rf"\b(?:issue[sd]?|gave|provided|expressed|received|(?:is|was) given|there (?:is|was)) "
        rf"(?:an? )?{_OPINION} {_OF} (?P<subject>[^.;:,]{{3,80}}?)(?= (?:in|on|for|and) |[.;:,]|$)",
        # The home moved from poor to good.
        rf"\b(?:moved|improved|declined|fallen|fell|gone|upgraded|downgraded) from "
        rf"\W*{GRADE}\W* to {_LINK}{_GRADE}",
        # The home retained its good rating; payroll was given limited assurance.
        rf"\b{_GOT} {_OURS}{QUOTED}(?:[\s\"'”’]+{_OURS}{_NOUN}\b|(?<=assurance)\b)",
    )
)
