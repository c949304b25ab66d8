// Dates in the browser's zone, and lists that stay live. Without this script all of it works in UTC and after a reload.
(() => {
  'use strict';
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'local time';
  const two = n => String(n).padStart(2, '0');
  const day = d => `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}`;

  const localise = root => {
    for (const time of root.querySelectorAll('time[data-local]')) {
      const at = new Date(time.dateTime);
      time.textContent = `${day(at)} ${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
      time.title = `${zone}; ${at.toISOString()}`;
      time.removeAttribute('data-local');
    }
    for (const field of root.querySelectorAll('input[data-moment]')) {
      field.removeAttribute('data-moment');
      field.parentElement.querySelector('[data-zone]').textContent = zone;
      if (field.value) {
        const at = new Date(`${field.value}Z`);
        field.value = `${day(at)}T${two(at.getHours())}:${two(at.getMinutes())}`;
      }
      // The zone goes along with the time: its offset differs over the year.
      const offset = field.parentElement.querySelector('input[type=hidden]');
      const set = () => { offset.value = field.value ? String(-new Date(field.value).getTimezoneOffset()) : '0'; };
      field.addEventListener('input', set);
      set();
    }
  };
  localise(document);

  // On a telephone the tabs are wider than the window: the one that is open is to be seen.
  const tab = document.querySelector('nav [aria-current]');
  if (tab) tab.closest('nav').scrollLeft = tab.offsetLeft - (innerWidth - tab.offsetWidth) / 2;
  document.addEventListener('htmx:afterSettle', () => localise(document));
  document.addEventListener('htmx:historyRestore', () => location.reload());

  // What was typed before a session ended goes back to its own page; without this script there is a button.
  document.querySelector('form[data-again]')?.requestSubmit();

  // A copy button is there only where something can be copied: browsers want TLS or localhost for it.
  const offerCopies = root => root.querySelectorAll('button[data-copy]').forEach(button => {
    button.hidden = !navigator.clipboard;
    button.onclick = async () => { await navigator.clipboard.writeText(button.dataset.copy); button.textContent = 'Copied'; };
  });
  offerCopies(document);
  document.addEventListener('htmx:afterSettle', () => offerCopies(document));

  // A list says with data-live where its news come from; what is new is fetched with the filters of the address.
  const live = document.querySelector('[data-live]');
  if (live) {
    const sign = document.querySelector('.live');
    // What came between the reading of the list and the first event is news, too.
    let seen = live.dataset.seen;
    let events;
    const listen = () => {
      events = new EventSource(live.dataset.live);
      events.addEventListener('change', e => {
        sign.removeAttribute('data-off');
        sign.textContent = 'Live';
        if (seen !== e.data) {
          htmx.ajax('GET', location.href, { target: '#list', select: '#list', swap: 'morph:outerHTML' });
        }
        seen = e.data;
      });
      events.addEventListener('error', () => { sign.setAttribute('data-off', ''); sign.textContent = 'Not live: MACS does not answer'; });
    };
    // Browsers allow six connections to one address: a page that nobody sees gives its own back.
    document.addEventListener('visibilitychange', () => {
      events.close();
      if (!document.hidden) listen();
    });
    listen();
  }
})();
