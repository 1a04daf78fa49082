"""How the pages look: calm, in the machine's own fonts; nothing is fetched from a network."""

from __future__ import annotations

from importlib.resources import files

import gradio as gr

SANS = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "Liberation Sans", "sans-serif")
MONO = ("ui-monospace", "Consolas", "Liberation Mono", "monospace")


def theme() -> gr.themes.Base:
    """Gradio's plainest theme in system fonts; the colours come from look.css."""
    return gr.themes.Base(
        primary_hue=gr.themes.colors.blue,
        neutral_hue=gr.themes.colors.slate,
        radius_size=gr.themes.sizes.radius_sm,
        font=SANS,
        font_mono=MONO,
    ).set(  # gradio's greys for small print are too faint to read
        body_text_color_subdued="#4a5563",
        body_text_color_subdued_dark="#b3bcc8",
        block_info_text_color="#4a5563",
        block_info_text_color_dark="#b3bcc8",
    )


def html(value: str = "", *, name: str) -> gr.HTML:
    """A piece of our own HTML under our own style sheet, without gradio's prose styles."""
    return gr.HTML(value, elem_id=name, apply_default_css=False)


def css() -> str:
    """The style sheet beside this module."""
    return files("assistant.pages").joinpath("look.css").read_text(encoding="utf-8")


HEAD = """
<meta name="viewport" content="width=device-width, initial-scale=1">
<script>
// A mark [2] in the answer picks source 2 in the list; with a modifier key it opens as a link.
document.addEventListener("click", (event) => {
  const mark = event.target.closest && event.target.closest("#answer a.mark");
  if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const radio = document.querySelectorAll("#sources input[type=radio]")[Number(mark.dataset.n) - 1];
  if (!radio) return;
  event.preventDefault();
  radio.click();
  const shown = document.querySelector("#source");
  if (shown && shown.getBoundingClientRect().top > innerHeight * 0.7) shown.scrollIntoView();
});
// Screen readers are told when the answer, the files' report or the register's count changes.
new MutationObserver(() => {
  document.querySelectorAll('[aria-label="common.upload"]').forEach((button) => {
    button.setAttribute("aria-label", "Choose files"); button.title = "Choose files";
  }); // gradio leaves this name untranslated
  document.querySelectorAll("button.upload-container[aria-label]").forEach((box) => {
    box.removeAttribute("aria-label");
  }); // whoever speaks to the machine says the words they see in the box
  for (const id of ["answer", "reports", "register-count"]) {
    const region = document.getElementById(id);
    if (region && !region.hasAttribute("aria-live")) region.setAttribute("aria-live", "polite");
  }
}).observe(document, { childList: true, subtree: true });
</script>
"""
