"""What can go wrong between a person and an answer. Each message is one sentence for that person.

AssistantError
  QuestionError     the question, or what to look for, is empty or too long
  NothingToAdd      the paths given lead to no papers
  EvaluationError   the gold questions cannot be read or the run not written
  ChangesError      two papers to compare are not named clearly
  NoSuchPaper       no paper of that name, for this reader
  NoSuchEntry       no entry of the register of that id, for this reader
  DrawingError      a page cannot be drawn
    NoSuchPage      the paper has no such page
  ServingError      the pages cannot be served
"""

from __future__ import annotations


class AssistantError(Exception):
    """Root of this room's errors."""


class QuestionError(AssistantError):
    """The question cannot be asked as it is."""


class NothingToAdd(AssistantError):
    """The paths given lead to no papers."""


class EvaluationError(AssistantError):
    """The evaluation cannot be run as asked."""


class ChangesError(AssistantError):
    """Which two papers to compare is not clear, or there is only one."""


class NoSuchPaper(AssistantError):
    """No paper of that id stands on the shelves this reader may see."""


class NoSuchEntry(AssistantError):
    """No entry of that id is in a paper on the shelves this reader may see."""


class DrawingError(AssistantError):
    """The page cannot be drawn."""


class NoSuchPage(DrawingError):
    """The paper has no page of that number."""


class ServingError(AssistantError):
    """The pages cannot be served as asked."""
