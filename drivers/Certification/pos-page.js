// Runs in every frame of a POS under certification, before the POS's own scripts: says when the page is still, what a person can see
// on it, and all that it holds, seen or not.
(() => {
  if (window.pairingLab) return;
  const later = window.setTimeout.bind(window), nextFrame = window.requestAnimationFrame.bind(window);
  const closed = new WeakMap(), shadows = [], drawn = [], inks = new Map();
  const smallest = { text: 8, picture: 16 }, worstContrast = 2;
  let changes = 0, watched = [], peaks = [], looking = false;

  const observer = new MutationObserver(() => { changes++; glance(); });
  const observe = root => observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  observe(document);

  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function attachShadow(init) {
    const root = attach.call(this, init);
    if (root.mode === 'closed') closed.set(this, root);
    shadows.push(root);
    observe(root);
    return root;
  };
  for (const name of ['fillText', 'strokeText']) {
    const draw = CanvasRenderingContext2D.prototype[name];
    CanvasRenderingContext2D.prototype[name] = function (text, ...rest) {
      drawn.push(String(text));
      return draw.call(this, text, ...rest);
    };
  }

  const shadowOf = element => element.shadowRoot || closed.get(element);
  const parentOf = node => node.assignedSlot || node.parentNode || node.host;
  const tidy = text => text.replace(/\s+/g, ' ');

  // ---- Stillness, counted in ticks of the page's own clock: on a slow machine the POS's timers are as slow as these.
  const tick = () => new Promise(done => later(done, 10));
  const busy = () => document.readyState === 'loading'
    || [document, ...shadows].some(root => root.querySelector('[aria-busy=true], .htmx-request'));

  /** Waits until nothing has changed for so many ticks in a row; gives how many ticks it took, and whether it is still now. */
  async function still(quiet, limit) {
    let passed = 0;
    for (let calm = 0; calm < quiet && passed < limit; passed++) {
      const before = changes;
      await tick();
      calm = changes === before && !busy() ? calm + 1 : 0;
      if (calm >= quiet) return { passed: passed + 1, still: true };
    }
    return { passed, still: false };
  }

  /** Waits for the next change, at most so many ticks; gives how many passed. */
  async function change(limit) {
    const before = changes;
    let passed = 0;
    while (passed < limit && changes === before) { await tick(); passed++; }
    return passed;
  }

  // ---- What a person can see.
  /** A colour as red, green, blue (0 to 255) and alpha (0 to 1), whatever it is written in. */
  function ink(colour) {
    if (!inks.has(colour)) {
      const brush = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
      brush.fillStyle = colour;
      brush.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = brush.getImageData(0, 0, 1, 1).data;
      inks.set(colour, [r, g, b, a / 255]);
    }
    return inks.get(colour);
  }

  const over = (top, below, alpha = top[3]) => [0, 1, 2].map(i => top[i] * alpha + below[i] * (1 - alpha));
  const light = ([r, g, b]) => [r, g, b].map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const contrast = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };

  function opacity(element) {
    let all = 1;
    for (let e = element; e; e = parentOf(e)) if (e.nodeType === 1) all *= Number(getComputedStyle(e).opacity);
    return all;
  }

  const pictures = ['IMG', 'VIDEO', 'CANVAS', 'IFRAME', 'OBJECT', 'EMBED', 'PICTURE'];
  const isPicture = e => pictures.includes(e.tagName) || e.tagName?.toLowerCase() === 'svg' || e.ownerSVGElement;
  const covers = e => isPicture(e) || getComputedStyle(e).backgroundImage !== 'none'
    || ink(getComputedStyle(e).backgroundColor)[3] * opacity(e) > 0.3;

  /** All elements at a point, the topmost first, through shadow roots; the target stands for all that is inside it. */
  function stack(target, x, y) {
    const parts = [];
    for (let root = target.getRootNode(), inner = target; ; inner = root.host, root = inner.getRootNode()) {
      const here = root.elementsFromPoint(x, y);
      const at = here.indexOf(inner);
      if (at < 0) return null;
      parts.push({ above: here.slice(0, at).filter(e => e !== inner && e.getRootNode() === root), below: here.slice(at) });
      if (!root.host) return { above: parts.flatMap(p => p.above), below: parts.flatMap(p => p.below) };
    }
  }

  /** The target is on top at this point, or only what is see-through lies over it; what is inside a whole element belongs to it. */
  function topmost(target, x, y, whole) {
    const found = stack(target, x, y);
    return found && !found.above.some(e => covers(e) && !(whole && target.contains(e))) ? found : null;
  }

  function readable(element, below) {
    const style = getComputedStyle(element);
    const pen = ink(element.ownerSVGElement ? style.fill : style.webkitTextFillColor || style.color);
    let ground = null;
    for (const e of [...below].reverse()) {
      const s = getComputedStyle(e);
      if (s.backgroundImage !== 'none' || isPicture(e)) { ground = null; continue; }
      const wash = ink(s.backgroundColor), alpha = wash[3] * opacity(e);
      if (alpha > 0.99) ground = over(wash, [255, 255, 255], 1);
      else if (ground) ground = over(wash, ground, alpha);
      else if (e === document.documentElement) ground = over(wash, [255, 255, 255], alpha);
    }
    const strength = pen[3] * opacity(element);
    return ground ? contrast(over(pen, ground, strength), ground) >= worstContrast : strength > 0.3;
  }

  const inWindow = r => r.left >= 0 && r.top >= 0 && r.right <= innerWidth + 1 && r.bottom <= innerHeight + 1;

  /** Whether a box of an element can be seen: large enough, inside the window after scrolling, topmost at its place. */
  function boxSeen(element, rectOf, letters, scroll) {
    while (getComputedStyle(element).display === 'contents') element = parentOf(element);
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })) return false;
    const r = rectOf();
    if (!r || r.height < smallest.text || r.width < (letters ? Math.max(2, letters * 2) : smallest.text)) return false;
    if (inWindow(r) && onTop(element, r, letters)) return true;
    if (!scroll) return false;
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    return onTop(element, rectOf(), letters);
  }

  function onTop(element, r, letters) {
    let good = 0;
    for (const part of [0.15, 0.5, 0.85]) {
      const found = topmost(element, r.left + r.width * part, r.top + r.height / 2, !letters);
      if (found && (!letters || readable(element, found.below))) good++;
    }
    return good >= 2;
  }

  let glass = null;
  /** Runs a look during which every element can be hit, also one that lets clicks through. */
  function hittable(look) {
    glass ??= new CSSStyleSheet();
    if (!glass.cssRules.length) glass.insertRule('* { pointer-events: auto !important; }');
    const roots = [document, ...shadows.filter(s => s.isConnected)];
    roots.forEach(root => { root.adoptedStyleSheets = [...root.adoptedStyleSheets, glass]; });
    try { return look(); } finally {
      roots.forEach(root => { root.adoptedStyleSheets = root.adoptedStyleSheets.filter(s => s !== glass); });
    }
  }

  function elementSeen(element) {
    return hittable(() => {
      const box = () => element.getBoundingClientRect();
      if (opacity(element) <= 0.3 || !boxSeen(element, box, 0, true)) return false;
      if (isPicture(element)) {
        const loaded = element.tagName !== 'IMG' || (element.complete && element.naturalWidth > 0);
        return loaded && Math.min(box().width, box().height) >= smallest.picture;
      }
      const first = [...runs(element)].find(r => r.node);
      return !first || pieceSeen(first, 0, first.text.length, true);
    });
  }

  const silent = ['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'TITLE', 'OPTION'];
  const typed = e => ['INPUT', 'TEXTAREA', 'SELECT'].includes(e.tagName) && !['hidden', 'password'].includes(e.type);
  const valueOf = e => e.tagName === 'SELECT' ? e.selectedOptions[0]?.text || '' : e.value;

  /** Texts in the order of the page, as far as they take part in it: { node, element, text, block }. */
  function* runs(node, block = null) {
    if (node.nodeType === 3) {
      const element = node.parentElement || node.parentNode.host;
      if (node.data.trim()) yield { node, element, text: node.data, block };
      else if (node.data) yield { node: null, element, text: ' ', block };
      return;
    }
    if (node.nodeType === 1) {
      if (silent.includes(node.tagName) || !node.checkVisibility({ visibilityProperty: false })
        && getComputedStyle(node).display !== 'contents') return;
      if (!/^(inline|contents)/.test(getComputedStyle(node).display) || node.tagName === 'BR') block = node;
      if (typed(node)) { yield { node: null, element: node, text: valueOf(node), block: node }; return; }
    }
    const inside = node.tagName === 'SLOT' && node.assignedNodes().length ? node.assignedNodes() : (shadowOf(node) || node).childNodes;
    for (const child of inside) yield* runs(child, block);
  }

  /** The page's text with the place of each letter. A new block is a new line, which counts as a space. */
  function reading() {
    let text = '', block;
    const places = [];
    for (const run of document.body ? runs(document.body) : []) {
      if (run.block !== block && text) { text += '\n'; places.push(null); }
      block = run.block;
      for (let i = 0; i < run.text.length; i++) places.push({ run, i });
      text += run.text;
    }
    return { text, places };
  }

  /** Where a text stands, spaces of any kind taken for one; in capitals by style (text-transform) it is the same text. */
  function* finds(page, wanted) {
    const words = tidy(wanted).trim().split(' ').map(w => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    if (words[0] === '') return;
    for (const match of page.text.matchAll(new RegExp(words.join('\\s+'), 'g'))) {
      yield page.places.slice(match.index, match.index + match[0].length).filter(p => p);
    }
  }

  function pieceSeen(run, from, to, scroll) {
    if (!run.node) return run.text.trim() === '' || boxSeen(run.element, () => run.element.getBoundingClientRect(), to - from, scroll);
    const range = document.createRange();
    range.setStart(run.node, from);
    range.setEnd(run.node, to);
    const rect = () => [...range.getClientRects()].sort((a, b) => b.width - a.width)[0];
    return boxSeen(run.element, rect, Math.min(to - from, 4), scroll);
  }

  function placesSeen(places, scroll) {
    const pieces = new Map();
    for (const { run, i } of places) {
      const piece = pieces.get(run) || { from: i, to: i };
      pieces.set(run, { from: Math.min(piece.from, i), to: Math.max(piece.to, i + 1) });
    }
    return [...pieces].every(([run, { from, to }]) => run.text.slice(from, to).trim() === '' || pieceSeen(run, from, to, scroll));
  }

  /** How often each text can be seen. */
  function count(texts, scroll = true) {
    const page = reading();
    return hittable(() => texts.map(t => [...finds(page, t)].filter(f => placesSeen(f, scroll)).length));
  }

  /** Counts now, and from here on keeps the most that was seen of each: a message may be gone when somebody asks for it. */
  function watch(texts) {
    watched = texts;
    peaks = count(texts);
    return peaks.slice();
  }

  function glance() {
    if (!watched.length || looking) return;
    looking = true;
    nextFrame(() => {
      looking = false;
      peaks = count(watched, false).map((n, i) => Math.max(n, peaks[i] || 0));
    });
  }

  const boxed = 'img, svg, canvas, input, select, textarea, button, iframe';

  /** The part of the window that holds something: a picture of it can still be read when it is printed small. */
  function extent() {
    const boxes = [...runs(document.body)].filter(r => r.node).map(r => r.element)
      .concat([document, ...shadows].flatMap(root => [...root.querySelectorAll(boxed)]))
      .map(e => e.getBoundingClientRect()).filter(r => r.width > 1 && r.height > 1 && r.right > 0 && r.bottom > 0);
    const right = Math.min(innerWidth, Math.max(480, ...boxes.map(r => r.right)) + 16);
    const bottom = Math.min(innerHeight, Math.max(160, ...boxes.map(r => r.bottom)) + 16);
    const left = Math.max(0, Math.min(right - 480, ...boxes.map(r => r.left)) - 16);
    return [left, 0, right - left, bottom];
  }

  const lines = () => reading().text.split('\n').map(t => tidy(t).trim()).filter(t => t);

  // ---- All that the page holds, for a search for secrets.
  function everything() {
    const held = [document.title, location.href, document.cookie, ...drawn], texts = [];
    for (const store of ['localStorage', 'sessionStorage']) {
      try { held.push(JSON.stringify(window[store])); } catch { /* a frame without an origin has none */ }
    }
    const quoted = (element, part) => { const c = getComputedStyle(element, part).content; return c && c !== 'none' ? [c] : []; };
    (function all(node) {
      if (node.nodeType === 3 || node.nodeType === 8) texts.push(node.data);
      if (node.nodeType === 1) {
        for (const attribute of node.attributes) held.push(attribute.value);
        if (typeof node.value === 'string') texts.push(node.value);
        texts.push(...quoted(node, '::before'));
        const after = quoted(node, '::after');
        const inner = shadowOf(node) || (node.tagName === 'TEMPLATE' ? node.content : null);
        if (inner) inner.childNodes.forEach(all);
        node.childNodes.forEach(all);
        texts.push(...after);
      } else node.childNodes.forEach(all);
    })(document);
    return [...held, texts.join('')];
  }

  Object.defineProperty(window, 'pairingLab', {
    value: { still, change, count, watch, peaks: () => peaks.slice(), elementSeen, lines, everything, extent },
  });
})();
