// Filters that answer at once: where a field of a form of class "filters" changes, its page is asked for as ever, and
// the main part of the reply takes the place of ours. Without scripts, and with data-whole, forms load whole pages.
"use strict";
(() => {
  const ASKING = {
    "hx-trigger": "submit, change delay:150ms", "hx-target": "#main", "hx-select": "#main", "hx-swap": "outerHTML",
    "hx-push-url": "true",
  };
  const LONGEST_TOLD = 300;
  const OURS = "form.filters:not([data-whole])";
  let asked = new Map();
  let held = null;

  const ours = (event) => event.detail.elt?.matches?.(OURS) || event.detail.requestConfig?.elt?.matches?.(OURS);
  const values = (form) => new Map([...form.elements].filter((one) => one.id).map((one) => [one.id, one.value]));
  const tell = (words) => { document.getElementById("told").textContent = words; };

  const prepare = () => {
    for (const one of document.querySelectorAll(".scripted[hidden]")) one.hidden = false;
    for (const form of document.querySelectorAll(OURS)) {
      form.setAttribute("hx-get", form.getAttribute("action"));
      for (const [name, value] of Object.entries(ASKING)) form.setAttribute(name, value);
      window.htmx?.process(form);
    }
  };

  // What stands in a field after "back" may be what was typed later; the page as it came is the truth.
  const reset = () => document.querySelectorAll(OURS).forEach((form) => form.reset());

  // An error leaves the form as it is, for its words to be mended; what the form no longer asks for goes.
  const placeOf = (form) => {
    while (form.nextSibling) form.nextSibling.remove();
    const place = document.createElement("div");
    place.className = "problem";
    form.after(place);
    return place;
  };

  const hold = (form) => {
    const active = form.contains(document.activeElement) ? document.activeElement : null;
    const typed = [...values(form)].filter(([id, value]) => value !== asked.get(id));
    held = { action: form.getAttribute("action"), typed, active, from: active?.selectionStart, to: active?.selectionEnd };
  };

  // The new form has what was typed while the reply was under way, and the focus where it was.
  const restore = () => {
    const form = [...document.querySelectorAll(OURS)].find((one) => one.getAttribute("action") === held.action);
    if (!form) return;
    for (const [id, value] of held.typed) {
      const field = form.elements[id];
      if (field) field.value = value;
    }
    const { active, from, to, typed } = held;
    const again = active && (active.id ? form.elements[active.id] : form.querySelector(active.localName));
    again?.focus({ preventScroll: true });
    if (again && typeof from === "number") again.setSelectionRange(from, to);
    const changed = () => form.dispatchEvent(new Event("change", { bubbles: true }));
    const typing = typed.some(([id]) => id === again?.id) && typeof from === "number";
    if (typing) again.addEventListener("blur", changed, { once: true });
    else if (typed.length) changed();
  };

  const counted = () => {
    const found = document.querySelectorAll("#main .count");
    const words = [...(found.length ? found : document.querySelectorAll("#main .lead"))].map((one) => one.textContent);
    return words.join(" ").replace(/\s+/g, " ").trim().slice(0, LONGEST_TOLD);
  };

  document.addEventListener("htmx:configRequest", (event) => {
    if (!ours(event)) return;
    const sent = event.detail.formData;
    for (const name of new Set(sent.keys())) {
      if (sent.getAll(name).every((value) => value === "" || value === "false")) sent.delete(name);
    }
    asked = values(event.detail.elt);
  });

  document.addEventListener("htmx:beforeRequest", (event) => {
    if (!ours(event)) return;
    tell("");
    document.getElementById("main").setAttribute("aria-busy", "true");
  });

  // What could not be answered has no place in the history.
  document.addEventListener("htmx:beforeOnLoad", (event) => {
    const form = event.detail.requestConfig.elt;
    if (form.matches(OURS)) form.setAttribute("hx-push-url", String(event.detail.xhr.status < 400));
  });

  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr, requestConfig, pathInfo } = event.detail;
    const form = requestConfig.elt;
    if (!form.matches(OURS)) return;
    const page = new URL(xhr.responseURL);
    if (page.pathname !== new URL(pathInfo.finalRequestPath, location.href).pathname) {
      event.detail.shouldSwap = false;
      location.assign(page.href);
    } else if (xhr.status < 400) {
      hold(form);
    } else {
      const shown = { target: placeOf(form), selectOverride: "#problem", swapOverride: "innerHTML" };
      Object.assign(event.detail, { ...shown, isError: false, ignoreTitle: true });
    }
  });

  document.addEventListener("htmx:afterSwap", () => {
    if (held) prepare();
    if (held) restore();
    held = null;
    document.getElementById("main").removeAttribute("aria-busy");
    const place = document.querySelector("form.filters + .problem");
    if (place && !place.textContent.trim()) place.textContent = "The server has no answer to that now.";
    tell(place ? place.textContent.trim() : counted());
  });

  for (const name of ["htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(name, (event) => {
      if (!ours(event)) return;
      const words = "The server does not answer. Try again in a while.";
      placeOf(event.detail.requestConfig.elt).textContent = words;
      document.getElementById("main").removeAttribute("aria-busy");
      tell(words);
    });
  }

  window.addEventListener("pageshow", (event) => { if (event.persisted) reset(); });
  reset();
  prepare();
})();
