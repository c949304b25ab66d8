// The report reads without this; it only filters, unfolds, and opens what is folded before printing.
"use strict";

const filters = document.querySelector(".filters");
if (filters) {
  const rows = [...document.querySelectorAll(".row")];
  const words = new Map(rows.map(row => [row, [
    row.closest(".feature").querySelector("h3"), row.closest(".rule").querySelector("h4"), row,
  ].map(e => e ? e.textContent : "").join(" ").toLowerCase()]));

  const apply = () => {
    const wanted = new FormData(filters);
    const text = wanted.get("text").trim().toLowerCase();
    let shown = 0;
    for (const row of rows) {
      const hit = words.get(row).includes(text)
        && (!wanted.get("status") || row.dataset.status === wanted.get("status"))
        && (!wanted.get("tag") || row.dataset.tags.split(" ").includes(wanted.get("tag")));
      row.hidden = !hit;
      shown += hit ? 1 : 0;
    }
    for (const group of document.querySelectorAll(".rule, .feature")) {
      group.hidden = !group.querySelector(".row:not([hidden])");
    }
    filters.querySelector("output").textContent = shown === rows.length ? "" : `${shown} of ${rows.length} shown`;
  };

  filters.hidden = false;
  filters.addEventListener("input", apply);
  filters.addEventListener("submit", event => event.preventDefault());
  apply();
}

const unfold = document.querySelector(".unfold");
const openAll = () => document.querySelectorAll("details").forEach(d => { d.open = true; });
if (unfold) {
  unfold.hidden = false;
  unfold.addEventListener("click", openAll);
}
window.addEventListener("beforeprint", openAll);
