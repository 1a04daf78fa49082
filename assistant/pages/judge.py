"""Judging on the Evaluate tab: a question's passages, each relevant or not, kept as gold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.access import EVERYONE
from assistant.answer import QUESTION_KINDS
from assistant.assistant import ask
from assistant.errors import AssistantError
from assistant.evaluation.judging import Judged, Judgement, judged_row, keep, kept_rows
from assistant.evaluation.question_view import where
from assistant.pages import markup
from assistant.pages.events import PRIVATE, QUIET
from assistant.pages.look import html
from assistant.phrases import counted, shortened
from assistant.wire import Json, answer_json
from index.errors import IndexingError

if TYPE_CHECKING:
    from index.library import Library

SHOWN = 10  # passages to judge: what is ranked lower is seldom read
RELEVANT, OTHER = "Relevant", "Not relevant"
ABOUT = (
    "<h2>Judge passages</h2><p>Say which passages bear on a question. What you keep becomes a gold "
    "question of this library, in the form of a questions file.</p>"
)


@dataclass(frozen=True, slots=True)
class JudgePart:
    """`question` is the box with the question to judge; `fill()` gives what `filled` shows."""

    question: Any
    filled: list[Any]
    fill: Callable[[], list[Any]]


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of one passage: its box, words, verdict, and which of the words bear."""

    box: Any
    passage: Any
    verdict: Any
    words: Any


def judge_part(library: Library) -> JudgePart:
    """Lay out the part inside the current Blocks and connect it to the library."""
    found = gr.State({})  # the answer as JSON: what is judged is what was shown
    with gr.Column(elem_id="judging"):
        html(ABOUT, name="about-judging")
        candidates = gr.Dropdown([], label="Candidate questions, whose answer somebody found "
                                 "wanting", elem_id="candidates")  # fmt: skip
        question = gr.Textbox(label="Question to judge", lines=1, max_lines=4, max_length=2000,
                              elem_id="judged-question")  # fmt: skip
        show = gr.Button("Show its passages", elem_id="show-passages")
        problem = html(name="judge-problem")
        slots = [_slot(rank) for rank in range(1, SHOWN + 1)]
        with gr.Column(visible=False, elem_id="keeping") as keeping:
            kind = gr.Dropdown(list(QUESTION_KINDS), value="open", label="Kind of question")
            answer = gr.Textbox(label="The right answer, in your words", lines=2)
            note = gr.Textbox(label="Note", lines=1)
            any_of = gr.Checkbox(label="One of the relevant passages is enough")
            none = gr.Checkbox(label="The papers do not answer this question")
            save = gr.Button("Keep as gold", variant="primary", elem_id="keep")
        told = html(name="kept")
        tally = html(name="tally")
    boxes = [part for slot in slots for part in (slot.box, slot.passage, slot.verdict, slot.words)]
    gr.on(
        [show.click, question.submit], lambda asked: _found(library, asked), question,
        [found, problem, keeping, kind, told, *boxes], **PRIVATE,
        show_progress_on=[problem],
    )  # fmt: skip
    candidates.input(lambda chosen: chosen, candidates, question, **QUIET)  # fmt: skip
    judged = [part for slot in slots for part in (slot.verdict, slot.words)]
    save.click(
        lambda *given: _kept(library, *given[:6], judged=given[6:]),
        [found, kind, answer, note, any_of, none, *judged], told,
        **QUIET,
    ).then(lambda: _filled(library), None, [candidates, tally], **QUIET)  # fmt: skip
    return JudgePart(question, [candidates, tally], lambda: _filled(library))


def _slot(rank: int) -> Slot:
    """A place whose labels tell it from the others when they are only heard."""
    with gr.Column(visible=False, elem_classes="slot") as box:
        passage = html(name=f"passage-{rank}")
        verdict = gr.Radio([RELEVANT, OTHER], label=f"Passage {rank} is")
        words = gr.Textbox(label=f"The words of passage {rank} that bear on it: cut the rest",
                           lines=3, max_lines=8, visible=False)  # fmt: skip
    verdict.change(lambda said: gr.Textbox(visible=said == RELEVANT), verdict, words,
                   **QUIET)  # fmt: skip
    return Slot(box, passage, verdict, words)


def _found(library: Library, asked: str | None) -> list[Any]:
    """What is to be judged, each passage in its place; or the problem with the question."""
    try:
        answer = answer_json(ask(library, asked or "", shelves=EVERYONE))
    except (AssistantError, IndexingError) as error:
        problem = markup.message_html(str(error), kind="problem")
        return [{}, problem, gr.Column(visible=False), gr.skip(), "", *_slots([])]
    passages = answer["passages"][:SHOWN]
    told = "" if passages else markup.message_html("No passage was found.")
    return [answer, told, gr.Column(visible=True), answer["kind"], "", *_slots(passages)]


def _slots(passages: Sequence[Json]) -> list[Any]:
    parts: list[Any] = []
    for rank in range(SHOWN):
        there = rank < len(passages)
        text = passages[rank]["text"] if there else ""
        parts += [
            gr.Column(visible=there),
            _passage_html(rank + 1, passages[rank]) if there else "",
            gr.Radio(value=None),
            gr.Textbox(value=text, visible=False),
        ]
    return parts


def _passage_html(rank: int, passage: Json) -> str:
    return (
        f'<h3>{rank}. <span class="where">{where(passage)}</span></h3>'
        f"<blockquote>{escape(passage['text'])}</blockquote>"
    )


def _kept(  # noqa: PLR0917 (gradio hands the boxes over one by one)
    library: Library, found: Json, kind: str, answer: str, note: str, any_of: bool, none: bool,
    *, judged: Sequence[Any],
) -> str:  # fmt: skip
    """Keep what was judged; says what became of it."""
    said = zip(found["passages"], judged[::2], judged[1::2], strict=False)
    judgements = [
        Judgement(passage, verdict == RELEVANT, words or "" if verdict == RELEVANT else "")
        for passage, verdict, words in said
        if verdict
    ]
    try:
        row = judged_row(Judged(found["question"], kind, judgements, answer or "", note or "",
                                any_of=any_of, unanswerable=none))  # fmt: skip
        keep(library, "gold", row)
    except AssistantError as error:
        return markup.message_html(str(error), kind="problem")
    count = counted(len(row["evidence"]), "relevant passage")
    return markup.message_html(f"Kept as {row['id']}, with {count}.")


def _filled(library: Library) -> list[Any]:
    """The candidates to choose from, and how many judgements there are, with their files."""
    candidates = kept_rows(library, "candidates", EVERYONE)
    choices = [(shortened(row["question"], 90), row["question"]) for row in candidates]
    gold = len(kept_rows(library, "gold", EVERYONE))
    links = (
        f'<p><a href="/judgements/gold.jsonl" download>{counted(gold, "judged question")}</a> · '
        f'<a href="/judgements/candidates.jsonl" download>'
        f"{counted(len(candidates), 'candidate question')}</a>, to download as JSONL</p>"
    )
    return [gr.Dropdown(choices=choices, value=None), links]
