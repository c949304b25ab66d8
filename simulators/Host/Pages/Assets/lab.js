// Keeps open pages live: server-sent events say what changed, htmx fetches it, idiomorph puts in only what differs.
(() => {
  'use strict';
  const start = document.documentElement.dataset.start;
  const offline = document.getElementById('offline');
  const version = part => Number(part.dataset.version);
  const latest = new Map();
  let events;

  // What is older than what the lab has told of is fetched again.
  const refresh = part => { if (version(part) < (latest.get(part.dataset.live) || 0)) htmx.trigger(part, 'changed'); };
  const parts = () => document.querySelectorAll('[data-live]');

  const listen = () => {
    events = new EventSource('/lab/events');
    events.addEventListener('start', e => {
      offline.hidden = true;
      // Another start of the lab counts its changes anew.
      if (JSON.parse(e.data).start !== start) location.reload();
    });
    events.addEventListener('change', e => {
      const change = JSON.parse(e.data);
      latest.set(change.topic, change.version);
      for (const part of parts()) if (part.dataset.live === change.topic) refresh(part);
    });
    events.addEventListener('error', () => { offline.hidden = false; });
  };

  // Browsers allow six connections to one address: a page that nobody sees gives its own back.
  document.addEventListener('visibilitychange', () => {
    events.close();
    if (!document.hidden) listen();
  });
  listen();

  // Typing is in the device, not in the page: each change is sent at once. Until it has been answered the page keeps what
  // is typed; after that it shows what the device made of it.
  const unanswered = new WeakMap();
  const count = (field, by) => unanswered.set(field, Math.max(0, (unanswered.get(field) || 0) + by));
  document.addEventListener('htmx:trigger', e => { if (e.target.matches('input[hx-post]')) count(e.target, 1); });
  for (const end of ['beforeOnLoad', 'sendError', 'sendAbort', 'timeout']) {
    document.addEventListener(`htmx:${end}`, e => { if (e.detail.elt.matches('input[hx-post]')) count(e.detail.elt, -1); });
  }

  // A password reads as dots wherever it was not typed: more typing begins anew.
  document.addEventListener('focusin', e => { if (e.target.type === 'password' && e.target.value.includes('•')) e.target.select(); });

  // A swap makes htmx forget what it had queued for the part.
  document.addEventListener('htmx:afterSettle', () => parts().forEach(refresh));

  // Of two answers that overtake each other, the older one is not shown.
  let isLive = false;
  document.addEventListener('htmx:beforeSwap', e => {
    isLive = e.detail.requestConfig?.verb === 'get';
    const arrived = /data-version="(\d+)"/.exec(e.detail.serverResponse);
    if (arrived && Number(arrived[1]) < version(e.detail.target)) e.detail.shouldSwap = false;
    // The form that asked may be gone by now, and with it what it would have been swapped by: its place takes the answer in.
    if (e.detail.shouldSwap && !document.body.contains(e.detail.requestConfig.elt) && document.body.contains(e.detail.target)) {
      e.detail.shouldSwap = false;
      htmx.swap(e.detail.target, e.detail.serverResponse, { swapStyle: 'morph:outerHTML' }, { contextElement: e.detail.target });
    }
  });

  Object.assign(Idiomorph.defaults.callbacks, {
    beforeNodeMorphed(old, fresh) {
      if (old instanceof HTMLTextAreaElement && isLive && old.id === fresh.id) fresh.value = old.value;
      if (!(old instanceof HTMLInputElement) || old.type === 'hidden') return true;
      const same = old.type === 'password' && old.value.length === fresh.value.length;
      const isOwn = !old.hasAttribute('hx-post') && old.form && !old.form.hasAttribute('data-plain');
      if (unanswered.get(old) > 0 || same || (isOwn && isLive)) {
        fresh.setAttribute('value', old.value);
      }
      return true;
    },
    // A refusal stays until the next press; a part that waits for an answer stays marked so.
    beforeNodeRemoved: node => !(isLive && node instanceof Element && node.hasAttribute('data-keep')),
    beforeAttributeUpdated: (name, node) => !(isLive && name === 'class' && node.classList.contains('htmx-request') && node.matches('form, input'))
      && !(name === 'open' && node.matches('details')) && !(name === 'hidden' && node.matches('.device')),
    afterNodeMorphed(old) {
      if (old instanceof HTMLSelectElement && isLive && document.activeElement !== old) {
        const chosen = old.querySelector('option[selected]');
        if (chosen) old.value = chosen.value;
      }
    }
  });

  // What loses something asks first. The click is held back and, if that is wanted, given again.
  const ask = document.getElementById('ask');
  let asked, agreed;
  document.addEventListener('click', e => {
    const button = e.target.closest?.('button[data-ask]');
    if (!button || button === agreed) return;
    e.preventDefault();
    e.stopImmediatePropagation();
    asked = button;
    document.getElementById('ask-text').textContent = button.dataset.ask;
    ask.returnValue = 'no';
    ask.showModal();
  }, true);
  ask.addEventListener('close', () => {
    // The page may have drawn the button anew meanwhile.
    agreed = ask.returnValue === 'yes' && asked.id ? document.getElementById(asked.id) : null;
    agreed?.click();
    agreed = null;
  });

  // Copies, and says so. Browsers keep the clipboard from pages of plain HTTP that are not of this machine: there a selection must do.
  const copy = async (button, text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.body.appendChild(document.createElement('textarea'));
      area.value = text;
      area.select();
      document.execCommand('copy');
      area.remove();
    }
    const name = button.textContent;
    if (name === 'Copied') return;
    button.textContent = 'Copied';
    setTimeout(() => { button.textContent = name; }, 1500);
  };
  document.addEventListener('click', e => {
    const button = e.target.closest?.('[data-copy]');
    if (button) copy(button, button.dataset.copy);
  });

  // Many devices can be searched by what can be read of them.
  const search = document.querySelector('[data-search]');
  const sift = () => {
    if (!search) return;
    const all = [...document.querySelectorAll(search.dataset.search)];
    const field = search.querySelector('input');
    const wanted = field.value.trim().toLowerCase();
    search.hidden = all.length < Number(search.dataset.many) && wanted === '';
    for (const one of all) one.hidden = wanted !== '' && !one.textContent.toLowerCase().includes(wanted);
    search.querySelector('[role=status]').textContent = wanted === '' ? '' : `${all.filter(one => !one.hidden).length} of ${all.length}`;
  };
  search?.addEventListener('input', sift);
  document.addEventListener('htmx:afterSettle', sift);
  sift();

  // Time that runs out: counted on the page, and asked about when it is over.
  const left = seconds => seconds >= 172800 ? `${Math.floor(seconds / 86400)} days`
    : (seconds >= 3600 ? `${Math.floor(seconds / 3600)}:${String(Math.floor(seconds / 60) % 60).padStart(2, '0')}` : Math.floor(seconds / 60))
      + `:${String(Math.floor(seconds) % 60).padStart(2, '0')}`;
  const countDown = () => {
    const over = new Set();
    for (const time of document.querySelectorAll('[data-until]')) {
      const seconds = Math.max(0, (Date.parse(time.dataset.until) - Date.now()) / 1000);
      time.textContent = left(seconds);
      if (seconds === 0) over.add(time.closest('[data-live]'));
    }
    for (const part of over) if (part) htmx.trigger(part, 'changed');
  };
  setInterval(countDown, 1000);

  // A clock that goes by itself goes on the page too.
  const ahead = time => Date.parse(time.dateTime) - Date.now();
  const ticking = new Map([...document.querySelectorAll('time[data-ticks]')].map(time => [time, ahead(time)]));
  if (ticking.size > 0) {
    setInterval(() => ticking.forEach((by, time) => {
      time.textContent = new Date(Date.now() + by).toISOString().slice(0, 19).replace('T', ' ');
    }), 1000);
  }
})();
