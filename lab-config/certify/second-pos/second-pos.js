// A POS of another make, as an example of a description file. With ?break=VARIANT it breaks one rule of the certification and no other,
// so that the checker itself can be checked; with ?break=odd it keeps all of them in unusual ways.
import { over, progressPairing, unveil } from './sci.js';

const variant = new URLSearchParams(location.search).get('break') || '';
const broken = rule => variant === rule;
const silent = rule => broken(rule) || broken(`${rule}-static`);
const odd = broken('odd'); // shadow root, capitals by style, a dialog before a pairing is removed, no aria-busy
const plain = broken('own-words'); // says things in words of its own, and leaves out what is only recommended
const checkNetwork = plain ? 'The card service cannot be reached. Look at the cables, then try again.' : 'Please check network and terminal connections and try again';
const noActive = 'No active pairings found';
const notFound = 'Pairing not found: Pairing not found';
const connected = 'Your card terminal is connected.';
const disconnected = 'This terminal was disconnected. Connect it again from the terminal.';

// A line that always stands there says nothing.
const help = {
  'PL-SCI-05-static': connected, 'PL-SCI-09-static': notFound, 'PL-SCI-10-static': checkNetwork, 'PL-SCI-11-static': disconnected,
  'SCITX01-static': noActive,
}[variant];

const store = broken('PL-SCI-14-session') ? sessionStorage : localStorage;
const kept = JSON.parse(store.getItem('pairings') || '[]');
const state = { page: 'till', pairings: broken('PL-SCI-14') ? [] : kept, made: null, notice: null, good: false, code: '', nickname: '', total: '', cash: '', sale: null, far: false };
const secrets = {};
const apiKey = broken('PL-SCI-12-field') ? await unveil() : '';
const main = odd ? document.querySelector('main').attachShadow({ mode: 'open' }).appendChild(shadowed()) : document.querySelector('main');

function shadowed() {
  const inside = document.createElement('main');
  inside.style.textTransform = 'uppercase';
  return inside;
}

const keep = () => store.setItem('pairings', JSON.stringify(state.pairings));
const say = (notice, good = false) => Object.assign(state, { notice, good });
const forget = pairing => { state.pairings = state.pairings.filter(p => p.id !== pairing.id); keep(); };

/** Adds an element with its properties; attributes with a dash, and role, are set as such. */
function add(parent, tag, properties = {}, text = '') {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    name.includes('-') || name === 'role' ? element.setAttribute(name, value) : element[name] = value;
  }
  if (text) element.textContent = text;
  parent.append(element);
  return element;
}

const field = (name, label, attributes = {}) =>
  add(add(main, 'label', {}, label), 'input', { value: state[name], autocomplete: 'off', oninput: e => state[name] = e.target.value.trim(), ...attributes });
const button = (parent, name, act, attributes = {}) => add(parent, 'button', { onclick: () => work(act), ...attributes }, name);

async function work(act) {
  if (!odd) main.setAttribute('aria-busy', 'true');
  say(null);
  try {
    await act();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    say(silent('PL-SCI-10') ? null : checkNetwork);
  }
  main.removeAttribute('aria-busy');
  draw();
}

async function pair() {
  const answer = await progressPairing(state.code, broken('PL-SCI-02') ? '' : state.nickname);
  if (!answer.ok) return say(silent('PL-SCI-09') ? help ? null : 'That code is wrong' : answer.message);
  const { data } = answer;
  state.made = {
    id: data.pairing_id, tid: data.tid, nickname: state.nickname || data.pairing_id, terminal: data.terminal_nickname,
    confirmation: data.confirmation_code,
  };
  if (broken('PL-SCI-13')) state.pairings.forEach(p => p.via = data.pairing_id);
  if (variant.startsWith('PL-SCI-12')) secrets[data.pairing_id] = await unveil(state.made);
  Object.assign(state, { code: '', nickname: '' });
}

async function finish() {
  const answer = broken('PL-SCI-03') ? { ok: true } : await over(state.made, 'GET', '/v1/pairing-info');
  if (!answer.ok) return say(`${answer.message}. Confirm the code on the terminal first.`);
  state.pairings.push(state.made);
  state.made = null;
  keep();
  say(silent('PL-SCI-05') ? null : connected, true);
}

async function cancel() {
  const { made } = state;
  if (!broken('SCIPAIRING07')) await over(made, 'POST', '/v1/unpair');
  if (broken('SCIPAIRING07-record')) { state.pairings.push(made); keep(); }
  state.made = null;
}

async function check(pairing) {
  const answer = await over(pairing, 'GET', '/v1/pairing-info');
  if (answer.ok) return true;
  if (answer.code !== 'no_active_pairings_found') { say(answer.message); return false; }
  forget(pairing);
  say(`${disconnected} ${noActive}`);
  return false;
}

async function remove(pairing) {
  if (odd && !confirm('Remove this card terminal?')) return;
  const answer = await over(pairing, 'POST', '/v1/unpair');
  if (!answer.ok && answer.code !== 'no_active_pairings_found') return say(answer.message);
  if (!broken('PL-SCI-16')) forget(pairing);
}

const cash = () => Math.round(Number(state.cash) * 100);
const cents = () => Math.round(Number(state.total) * (broken('PL-SCI-17') ? 1 : 100));
const kinds = {
  pay: () => cash() > 0 ? kinds.both() : { purchase_details: { purchase_amount: cents() } },
  both: () => broken('PL-SCI-29') ? { purchase_details: { purchase_amount: cents() + cash() } }
    : { purchase_with_cashout_details: { purchase_amount: cents(), cashout_amount: cash() } },
  refund: () => broken('PL-SCI-19') ? kinds.pay() : { refund_details: { refund_amount: cents() } },
  cash: () => broken('PL-SCI-20') ? kinds.pay() : { cashout_details: { cashout_amount: cents() } },
  phone: () => broken('PL-SCI-21') ? kinds.pay() : { moto_details: { moto_amount: cents() } },
  settle: () => ({ type: broken('PL-SCI-33') ? 'ENQUIRY' : 'SETTLEMENT' }),
  totals: () => ({ type: broken('PL-SCI-34') ? 'SETTLEMENT' : 'ENQUIRY' }),
};
const far = () => state.far && !broken('PL-SCI-32') ? { verify_signature_on_terminal: true } : {};

async function start(pairing, kind) {
  if (!broken('SCIMULTI03') && !broken('SCIMULTI03-timer') && !await check(pairing)) {
    if (silent('SCITX01')) say(disconnected);
    return;
  }
  const body = kinds[kind](), path = body.type ? '/v1/settlements' : '/v1/transactions';
  const answer = await over(pairing, 'POST', path, body.type ? body : { ...body, ...far() });
  state.cash = '';
  if (answer.ok) return watch({ pairing, path, data: answer.data, inputs: {}, began: Date.now(), heard: Date.now(), cancelled: 0, asks: false, over: false });
  if (answer.code === 'no_active_pairings_found') forget(pairing);
  const own = (broken('PL-SCI-22') && answer.code === 'transaction_refused') || (broken('PL-SCI-23') && answer.code === 'device_not_connected');
  say(own ? 'That did not work.' : answer.message);
}

const later = seconds => new Promise(done => setTimeout(done, seconds * 1000));
const isOpen = sale => state.sale === sale && !sale.over && !sale.data.result_financial_status;

/** Asks for news until there is a result; asks the merchant when none comes. */
async function watch(sale) {
  keepSale(sale);
  const limit = broken('SCIREC03') ? 30 : broken('SCIREC03-late') ? 90 : 60;
  const timer = setInterval(() => {
    if (!isOpen(sale)) return clearInterval(timer);
    const silent = Date.now() - (broken('SCIREC03-start') ? sale.began : sale.heard) >= limit * 1000;
    const late = sale.cancelled && !broken('SCIREC03-cancel') && Date.now() - sale.cancelled >= 20_000;
    if (!sale.asks && (silent || late)) { sale.asks = true; draw(); }
  }, 250);
  poll(sale);
}

async function poll(sale) {
  if (sale.polls) return;
  sale.polls = true;
  while (isOpen(sale) && sale.data.status !== 'AWAITING_POS') {
    const { id, version } = sale.data;
    const answer = await over(sale.pairing, 'GET', `${sale.path}/${id}?min_version=${version + 1}`).catch(() => null);
    if (!isOpen(sale)) break;
    if (answer?.ok) {
      take(sale, answer.data);
      draw();
    } else if (!answer && broken('PL-SCI-27')) break;
    else if (answer?.code === 'transaction_not_found_within_timeout') sale.heard = Date.now();
    else await later(1);
  }
  sale.polls = false;
}

/** What SCI says of a sale; an answer that was overtaken changes nothing. */
function take(sale, data) {
  sale.heard = Date.now();
  if (data.version < sale.data.version) return;
  Object.assign(sale, { data, inputs: {}, receipt: null, asks: sale.asks && sale.cancelled > 0 });
  keepSale(sale);
}

/** The sale is kept, so that it is found again after a restart. */
function keepSale(sale) {
  state.sale = sale;
  if (sale && !broken('PL-SCI-28')) localStorage.setItem('sale', JSON.stringify({ ...sale, polls: false }));
  else localStorage.removeItem('sale');
}

function print(sale, action) {
  if (broken(sale.data.status === 'AWAITING_POS' ? 'PL-SCI-31' : 'PL-SCI-30')) return;
  const customers = action === 'PRINT_CUSTOMER_RECEIPT' && !broken('PL-SCI-30-customer');
  sale.receipt = sale.data[customers ? 'customer_receipt' : 'merchant_receipt'];
}

/** All inputs of the form by name, the untouched ones too; nothing when it has none. */
function inputs(sale) {
  const named = Object.values(sale.data.pos_instructions.action_form.properties || {}).filter(p => p.type === 'input').map(p => p.name);
  const touched = named.filter(name => name in sale.inputs || !broken('PL-SCI-35'));
  return named.length ? Object.fromEntries(touched.map(name => [name, sale.inputs[name] || ''])) : undefined;
}

/** A button of the form: it posts, or it is for this POS to know what it means. */
async function press(sale, { submit_url: url, action }) {
  if (!url) {
    if (action.startsWith('PRINT_')) print(sale, action);
    else keepSale(null);
    return;
  }
  if (url.endsWith('/cancel')) sale.cancelled ||= Date.now();
  if (url.endsWith('/cancel') && broken('PL-SCI-26')) keepSale(null);
  const answer = await over(sale.pairing, 'POST', url.slice(url.indexOf('/v1/')), inputs(sale));
  if (!answer.ok) return say(answer.message);
  if (state.sale === sale && answer.data) take(sale, answer.data);
  poll(sale);
}

async function open(page) {
  const leaving = state.page;
  state.page = page;
  if (page === 'terminals' && leaving !== page && !broken('SCIPAIRING10')) {
    for (const pairing of [...state.pairings]) await check(pairing);
    if (silent('PL-SCI-11')) say(null);
  }
}

function draw() {
  main.replaceChildren();
  document.getElementById('till-tab').ariaSelected = state.page === 'till';
  document.getElementById('terminals-tab').ariaSelected = state.page === 'terminals';
  state.page === 'till' ? drawTill() : drawTerminals();
  if (state.notice) add(main, 'p', { role: state.good ? 'status' : 'alert', className: broken('PL-SCI-05-white') && state.good ? 'ghost' : '' }, state.notice);
  if (help) add(main, 'p', { className: 'hint' }, help);
}

function drawSale(sale) {
  const { data } = sale, declined = data.result_financial_status === 'DECLINED';
  add(main, 'h2', {}, 'Payment');
  if (!(declined && broken('PL-SCI-18'))) add(main, 'p', { role: 'status' }, data.message);
  if (sale.receipt) add(main, 'pre', {}, sale.receipt);
  const row = add(main, 'div', { className: 'row' });
  const { layout, properties, details } = data.pos_instructions.action_form;
  if (sale.asks) {
    add(main, 'p', { role: 'alert' }, 'No answer has come. Look at the terminal: was it paid?');
    for (const name of ['It was paid', 'It was not paid']) button(row, name, () => { sale.over = true; sale.asks = false; });
  }
  if (sale.over) button(row, 'Done', () => keepSale(null));
  else for (const { key, label } of (layout || []).flatMap(l => l.elements)) {
    const of = properties[key];
    if (of.type === 'button' && !(of.submit_url && data.status === 'AWAITING_POS' && broken('PL-SCI-25'))) button(row, label, () => press(sale, of), { className: 'quiet' });
    if (of.type === 'text' && !broken('PL-SCI-35-text')) add(main, 'p', {}, `${label}: ${of.text}`);
    if (of.type === 'image' && !broken('PL-SCI-35-image')) add(main, 'img', { src: `data:${of.mime};${of.encoding},${of.data}`, alt: label });
    if (of.type === 'input') add(add(main, 'label', {}, label), 'input', { value: sale.inputs[of.name] || '', oninput: e => sale.inputs[of.name] = e.target.value });
  }
  if (!broken('PL-SCI-36')) add(main, 'p', { className: 'hint' }, Object.entries(details || {}).map(([name, value]) => `${name}: ${value}`).join(', '));
}

function drawTill() {
  if (state.sale) return drawSale(state.sale);
  add(main, 'h2', {}, 'Till');
  field('total', 'Total', { inputMode: 'decimal' });
  field('cash', 'Cash to hand out', { inputMode: 'decimal' });
  for (const pairing of state.pairings) {
    button(main, `Card payment over ${pairing.nickname}`, () => start(pairing, 'pay'));
    const row = add(main, 'div', { className: 'row' });
    for (const [name, kind] of [['Refund', 'refund'], ['Cash out', 'cash'], ['Phone order', 'phone']]) {
      button(row, `${name} over ${pairing.nickname}`, () => start(pairing, kind), { className: 'quiet' });
    }
    button(row, `Settle ${pairing.nickname}`, () => start(pairing, 'settle'), { className: 'quiet' });
    button(row, `Totals of ${pairing.nickname}`, () => start(pairing, 'totals'), { className: 'quiet' });
  }
  button(main, state.far ? 'Judge signatures here' : 'Judge signatures on the terminal', () => { state.far = !state.far; }, { className: 'quiet' });
  if (!state.pairings.length) add(main, 'p', { className: 'hint' }, 'No card terminal is connected.');
}

function drawTerminals() {
  add(main, 'h2', {}, 'Card terminals');
  const brand = add(main, 'p', { className: 'brand' });
  if (!broken('SCIPAIRING02-logo')) add(brand, 'img', { src: 'logo.svg', alt: '', 'data-testid': 'sci-logo', className: broken('SCIPAIRING02-pixel') ? 'pixel' : '' });
  if (!broken('SCIPAIRING02')) add(brand, 'span', {}, 'Simple Cloud Integration');
  if (state.made) return drawMade(state.made);
  state.pairings.forEach(drawPairing);
  if (!broken('SCIPAIRING09') && !plain) add(main, 'p', { className: 'hint' }, 'On the terminal, choose Pair with POS. Then type its pairing code here.');
  if (!broken('PL-SCI-01')) field('code', 'Code from the terminal', { inputMode: 'numeric', 'data-testid': 'code' });
  field('nickname', 'Your name for it', { 'data-testid': 'nickname' });
  if (apiKey) add(add(main, 'label', {}, 'API key'), 'input', { value: apiKey });
  button(main, 'Connect', pair);
}

function drawMade(made) {
  add(main, 'p', {}, 'Does the terminal show this code too? Confirm it there.');
  if (!broken('PL-SCI-15')) add(main, 'p', { className: broken('PL-SCI-15-away') ? 'code away' : 'code' }, made.confirmation);
  const row = add(main, 'div', { className: 'row' });
  button(row, 'I have confirmed it', finish, { 'data-testid': 'finish' });
  if (!broken('PL-SCI-04')) button(row, 'Never mind', cancel, { className: 'quiet' });
}

function drawPairing(pairing) {
  const card = add(main, 'article');
  add(card, 'p', {}, broken('PL-SCI-06') ? pairing.nickname : `${pairing.nickname}, pairing ID ${pairing.id}`);
  if (!broken('PL-SCI-07')) add(card, 'p', { className: 'hint' }, `TID ${pairing.tid}, ${pairing.terminal}`);
  if (secrets[pairing.id]) drawSecret(card, secrets[pairing.id]);
  const row = add(card, 'div', { className: 'row' });
  button(row, 'Check', async () => { if (await check(pairing)) say('It answers.', true); }, { className: 'quiet', 'data-testid': `check-${pairing.id}` });
  if (!broken('PL-SCI-08')) button(row, `Remove ${pairing.nickname}`, () => remove(pairing), { className: 'quiet' });
}

function drawSecret(card, secret) {
  if (broken('PL-SCI-12')) add(card, 'p', { className: 'hint' }, `Secret ${secret}`);
  if (broken('PL-SCI-12-groups')) secret.match(/.{1,4}/g).forEach(group => add(card, 'b', {}, `${group.toUpperCase()} `));
  if (broken('PL-SCI-12-shadow')) add(add(card, 'div').attachShadow({ mode: 'closed' }), 'p', {}, secret);
  if (broken('PL-SCI-12-frame')) add(card, 'iframe', { srcdoc: `<p>${secret}</p>`, title: 'Details' });
}

document.getElementById('till-tab').onclick = () => work(() => open('till'));
document.getElementById('terminals-tab').onclick = () => work(() => open('terminals'));
if (broken('PL-SCI-12-network')) await fetch('sci/careless');
if (broken('SCIMULTI03-timer')) {
  setInterval(() => state.pairings.forEach(p => over(p, 'GET', '/v1/pairing-info').catch(() => {})), 300);
}
if (localStorage.getItem('sale')) watch({ ...JSON.parse(localStorage.getItem('sale')), heard: Date.now() });
draw();
document.querySelector('main').removeAttribute('aria-busy');
