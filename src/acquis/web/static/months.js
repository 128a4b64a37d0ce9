// The slider of the ledger: it writes a month into the field "as of", which the form then asks for.
"use strict";
(() => {
  const IN_WORDS = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  const say = (slider) => {
    const [year, month] = slider.dataset.first.split("-").map(Number);
    const index = year * 12 + month - 1 + Number(slider.value);
    const today = slider.value === slider.max;
    const end = today ? new Date(slider.dataset.today) : new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0));
    const words = `${today ? "today, " : ""}${end.toLocaleDateString("en-GB", IN_WORDS)}`;
    slider.setAttribute("aria-valuetext", words);
    document.getElementById("month-words").textContent = words;
    document.getElementById("as_of").value = today ? "" : end.toISOString().slice(0, 7);
  };
  document.addEventListener("input", (event) => { if (event.target.id === "month") say(event.target); });
})();
