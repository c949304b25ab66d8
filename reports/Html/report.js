// The report reads without this; it only filters, moves by keys, unfolds, and opens what is folded before printing.
// Keys: / searches, f shows failures only or all again, j and k go to the next and the previous scenario that is shown.
"use strict";

const filters = document.querySelector(".filters");
if (filters) {
  const rows = () => [...document.querySelectorAll(".row")];
  const words = new WeakMap();
  const wordsOf = row => {
    if (!words.has(row)) {
      words.set(row, [row.closest(".feature").querySelector("h4"), row.closest(".rule").querySelector("h5"), row]
        .map(e => e ? e.textContent : "").join(" ").toLowerCase());
    }
    return words.get(row);
  };

  // The rest of a long list lies in a script beside the page; it is drawn piece by piece as one scrolls, and whole for a search.
  const more = document.querySelector(".more");
  let rest = null;
  let loading = null;
  const loaded = () => loading ??= new Promise(done => {
    if (!more) {
      return done();
    }
    const script = document.createElement("script");
    script.src = more.dataset.rest;
    script.addEventListener("load", () => { rest = window.restOfTheList; done(); });
    document.head.append(script);
  });
  const draw = async count => {
    await loaded();
    for (const [system, html] of rest?.splice(0, count) ?? []) {
      document.querySelector(`.system[data-system="${CSS.escape(system)}"]`).insertAdjacentHTML("beforeend", html);
    }
    if (more) {
      more.hidden = rest.length === 0;
    }
  };
  let near = false;
  const drawWhileNear = async () => {
    while (near && !more.hidden) {
      await draw(2);
      await new Promise(requestAnimationFrame);
      near = more.getBoundingClientRect().top < 2 * innerHeight;
    }
  };
  if (more) {
    new IntersectionObserver(seen => {
      near = seen.some(s => s.isIntersecting);
      drawWhileNear();
    }, { rootMargin: "100% 0%" }).observe(more);
  }

  const apply = async () => {
    if ([...new FormData(filters)].some(([, value]) => value) && more && !more.hidden) {
      await draw(Infinity);
    }
    // Read only now: whoever types on while the rest loads is answered with the last word, whichever call ends last.
    const wanted = new FormData(filters);
    const said = new URLSearchParams([...wanted].filter(([, value]) => value));
    const text = wanted.get("text").trim().toLowerCase();
    const all = rows();
    let shown = 0;
    for (const row of all) {
      const hit = (!wanted.get("status") || row.dataset.status === wanted.get("status"))
        && (!wanted.get("tag") || row.dataset.tags.split(" ").includes(wanted.get("tag")))
        && (!wanted.get("system") || row.closest(".system").dataset.system === wanted.get("system"))
        && (!text || wordsOf(row).includes(text));
      row.hidden = !hit;
      shown += hit ? 1 : 0;
    }
    for (const group of document.querySelectorAll(".rule, .feature, .system")) {
      group.hidden = !group.querySelector(".row:not([hidden])") && !(group.matches(".system") && more && !more.hidden);
    }
    // What is filtered is in the address, so that a link shows the same.
    if (said.size || location.hash.includes("=")) {
      history.replaceState(null, "", said.size ? `#${said}` : location.pathname + location.search);
    }

    filters.querySelector("output").textContent = shown === all.length ? "" : `${shown} of ${all.length} shown`;
  };

  const recall = () => {
    const said = new URLSearchParams(location.hash.slice(1));
    for (const field of filters.elements) {
      if (field.name) {
        field.value = said.get(field.name) ?? "";
      }
    }
  };
  const step = by => {
    const links = rows().filter(row => !row.hidden).map(row => row.querySelector("a"));
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
  addEventListener("hashchange", () => {
    if (location.hash.includes("=")) {
      recall();
      apply();
    }
  });
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
