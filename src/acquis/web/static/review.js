// Single keys for the review page, and words selected in the text. All that they do is done by forms that are there.
"use strict";
(() => {
  const by = (id) => document.getElementById(id);
  const place = document.querySelector(".review");
  document.documentElement.classList.add("scripts");
  if (!place) return;

  const now = place.querySelector("mark.now");
  const text = by("text");
  if (now) {
    const pane = getComputedStyle(text).overflowY === "auto";
    if (pane) text.scrollTop += now.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 3;
    if (pane) window.scrollTo(0, place.offsetTop - 16);
  }

  const switched = by("keys");
  const stored = "acquis-keys";
  switched.checked = localStorage.getItem(stored) !== "off";
  switched.addEventListener("change", () => localStorage.setItem(stored, switched.checked ? "on" : "off"));

  let sent = false;
  const send = (form) => {
    if (sent || !form) return;
    form.requestSubmit(form.querySelector("button"));
  };
  document.addEventListener("submit", () => { sent = true; });
  window.addEventListener("pageshow", () => { sent = false; });

  let chosen = "";
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    const inside = selection.rangeCount && text.contains(selection.getRangeAt(0).commonAncestorContainer);
    if (!inside || selection.isCollapsed) return;
    chosen = selection.toString().trim();
    if (by("correct").open && chosen) by("quote").value = chosen;
  });

  const keys = {
    j: () => by("next")?.click(),
    k: () => by("previous")?.click(),
    a: () => send(by("accept")),
    r: () => by("reject-why").focus(),
    c: () => {
      by("correct").open = true;
      if (chosen && !document.getSelection().isCollapsed) by("quote").value = chosen;
      by("act").focus();
    },
    u: () => send(by("undo")),
    "?": () => { by("help").open = !by("help").open; by("help").querySelector("summary").focus(); },
  };
  const typing = (target) => target.closest("input:not([type=checkbox]), textarea, select");

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape") {
      by("correct").open = false;
      document.activeElement.blur();
      return;
    }
    const act = keys[event.key];
    if (!act || typing(event.target) || !switched.checked) return;
    event.preventDefault();
    act();
  });
})();
