"""What both trainings share: AdamW with a warm-up and a linear decay, and a line on the way."""

from __future__ import annotations

import sys
from typing import Any

import torch

WARM_UP = 0.1
"""Of the steps."""


def optimiser(model: Any, *, rate: float, steps: int) -> tuple[Any, Any]:
    """An optimiser over what is to be learnt, and its schedule."""
    learnt = [p for p in model.parameters() if p.requires_grad]
    step = torch.optim.AdamW(learnt, lr=rate, weight_decay=0.01)
    warm = max(int(WARM_UP * steps), 1)

    def share(done: int) -> float:
        return (done + 1) / warm if done < warm else max(steps - done, 0) / max(steps - warm, 1)

    return step, torch.optim.lr_scheduler.LambdaLR(step, share)


def stepped(model: Any, loss: Any, stepping: tuple[Any, Any]) -> float:
    """Learn from a loss, with what `optimiser` gave; returns the loss as a number."""
    step, schedule = stepping
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    step.step()
    schedule.step()
    step.zero_grad()
    return float(loss.detach())


def said(line: str) -> None:
    """Say how far it is: training takes minutes."""
    print(line, file=sys.stderr, flush=True)
