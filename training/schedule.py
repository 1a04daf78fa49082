"""What both trainings share: where they run, AdamW with a warm-up and a linear decay, a line on
the way."""

from __future__ import annotations

import sys
from typing import Any

import torch

WARM_UP = 0.1
"""Of the steps."""
DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")
"""A graphics card where there is one. An epoch of the reader took a minute on an H100 that four
other trainings shared, and 29 minutes on two cores for under half of the passages."""


PLAINLY = {
    "attn_implementation": "sdpa" if DEVICE.type == "cuda" else "eager",  # on two cores the faster
    "dtype": torch.float32,
}
"""How a model is loaded to be trained."""


def halved() -> Any:
    """Products in bfloat16."""
    return torch.autocast(DEVICE.type, dtype=torch.bfloat16)


def optimiser(model: Any, *, rate: float, steps: int) -> tuple[Any, Any]:
    """An optimiser over what is to be learnt, and its schedule."""
    learnt = [p for p in model.parameters() if p.requires_grad]
    step = torch.optim.AdamW(learnt, lr=rate, weight_decay=0.01)
    warm = max(int(WARM_UP * steps), 1)

    def share(done: int) -> float:
        return (done + 1) / warm if done < warm else max(steps - done, 0) / max(steps - warm, 1)

    return step, torch.optim.lr_scheduler.LambdaLR(step, share)


def stepped(model: Any, loss: Any, stepping: tuple[Any, Any]) -> Any:
    """Learn from a loss, with what `optimiser` gave; returns the loss, detached."""
    step, schedule = stepping
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    step.step()
    schedule.step()
    step.zero_grad()
    return loss.detach()


def said(line: str) -> None:
    """Say how far it is: training takes minutes."""
    print(line, file=sys.stderr, flush=True)
