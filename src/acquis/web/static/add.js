// Files dropped on the form, and receipts shown as they come. Without this the form is sent and the page has them all.
"use strict";
(() => {
  const by = (id) => document.getElementById(id);
  const form = by("add");
  const drop = by("drop");
  const files = by("files");
  document.documentElement.classList.add("scripts");

  const over = (event) => { event.preventDefault(); drop.classList.add("over"); };
  drop.addEventListener("dragenter", over);
  drop.addEventListener("dragover", over);
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    files.files = event.dataTransfer.files;
  });

  const made = (name, words, parent) => {
    const element = document.createElement(name);
    element.textContent = words;
    parent.append(element);
    return element;
  };

  const table = () => {
    by("receipts").replaceChildren();
    const whole = made("table", "", by("receipts"));
    const head = made("tr", "", made("thead", "", whole));
    for (const words of ["Source", "Outcome", "What was read", "Marking"]) made("th", words, head).scope = "col";
    return made("tbody", "", whole);
  };

  const shown = (one, rows) => {
    const row = made("tr", "", rows);
    const source = made("td", "", row);
    if (one.document) {
      made("a", one.title || one.location, source).href = `/documents/${one.document}`;
      made("br", "", source);
    }
    made("span", one.location, source).className = "faint";
    made("td", one.outcome, row);
    made("td", one.message || one.claims.map(([act, count]) => `${count} ${act}${count === 1 ? "" : "s"}`).join(", "), row);
    made("td", one.marking, row);
  };

  const lines = async function* (response) {
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (;;) {
      const { done, value } = await reader.read();
      const parts = (rest + (value || "")).split("\n");
      rest = parts.pop();
      yield* parts.filter(Boolean).map((line) => JSON.parse(line));
      if (done) return;
    }
  };

  const problem = async (response) => {
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    return page.querySelector("main .lead")?.textContent || `the server answered ${response.status}`;
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const progress = by("progress");
    const button = form.querySelector("button");
    const addresses = by("addresses").value.split("\n").filter((line) => line.trim()).length;
    const all = files.files.length + addresses;
    by("received").hidden = false;
    button.disabled = true;
    progress.textContent = `Sending ${all} to be read…`;
    const rows = table();
    let done = 0;
    try {
      const response = await fetch(form.action, {
        method: "POST", body: new FormData(form), headers: { Accept: "application/x-ndjson" },
      });
      if (!response.ok) throw new Error(await problem(response));
      for await (const one of lines(response)) {
        if (one.error) throw new Error(one.error.message);
        shown(one, rows);
        done += 1;
        progress.textContent = `${done} of ${all} read`;
      }
      progress.textContent = `Done: ${done} of ${all} read.`;
      form.reset();
    } catch (error) {
      progress.textContent = `${done} of ${all} read, then: ${error.message}`;
    }
    button.disabled = false;
  });
})();
