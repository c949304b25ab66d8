// The report reads without this; it only filters, moves by keys, unfolds, and opens what is folded before printing.
// Keys: / searches, f shows failures only or all again, j and k go to the next and the previous scenario that is shown.
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
    // What is filtered is in the address, so that a link shows the same.
    const said = new URLSearchParams([...wanted].filter(([, value]) => value));
    if (said.size || location.hash.includes("=")) {
      history.replaceState(null, "", said.size ? `#${said}` : location.pathname + location.search);
    }

    filters.querySelector("output").textContent = shown === rows.length ? "" : `${shown} of ${rows.length} shown`;
  };

  const recall = () => {
    const said = new URLSearchParams(location.hash.slice(1));
    for (const field of filters.elements) {
      if (said.has(field.name)) {
        field.value = said.get(field.name);
      }
    }
  };
  const step = by => {
    const links = rows.filter(row => !row.hidden).map(row => row.querySelector("a"));
    const at = links.indexOf(document.activeElement);
    links[Math.max(0, Math.min(links.length - 1, at + by))]?.focus();
  };
  const keys = {
    "/": () => filters.elements.text.focus(),
    f: () => { filters.elements.status.value = filters.elements.status.value === "failed" ? "" : "failed"; apply(); },
    j: () => step(1),
    k: () => step(-1),
  };

  filters.hidden = false;
  filters.addEventListener("input", apply);
  filters.addEventListener("submit", event => event.preventDefault());
  document.addEventListener("keydown", event => {
    if (keys[event.key] && !event.ctrlKey && !event.metaKey && !event.altKey && !event.target.closest("input, select, textarea")) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  // An address such as #about leads to a place of the page and filters nothing.
  if (location.hash.includes("=")) {
    recall();
  }
  apply();
}

const unfold = document.querySelector(".unfold");
const openAll = () => document.querySelectorAll("details").forEach(d => { d.open = true; });
if (unfold) {
  unfold.hidden = false;
  unfold.addEventListener("click", openAll);
}
window.addEventListener("beforeprint", openAll);
