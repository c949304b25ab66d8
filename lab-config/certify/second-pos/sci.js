// How the page talks to its own server, which holds the API key and the secrets and signs what goes to SCI.

/** Sends a pairing code. SCI does not answer: throws. */
export async function progressPairing(code, nickname) {
  return send('sci/progress-pairing', 'POST', { pairing_code: code, ...(nickname ? { pairing_nickname: nickname } : {}) });
}

/** Sends a request over a pairing. SCI does not answer: throws. */
export async function over(pairing, method, target, body) {
  return send(`sci/over/${pairing.id}${target}${pairing.via ? `${target.includes('?') ? '&' : '?'}via=${pairing.via}` : ''}`, method, body);
}

/** What only a broken page does: gets a secret. It comes veiled, so that it is found where it is shown, and not on its way. */
export async function unveil(pairing) {
  const veiled = await (await fetch(`sci/veiled${pairing ? `/${pairing.id}` : ''}`)).text();
  return String.fromCharCode(...veiled.split(',').map(b => 255 - b));
}

async function send(path, method, body) {
  const answer = await fetch(path, { method, body: body && JSON.stringify(body), headers: body ? { 'Content-Type': 'application/json' } : {} });
  if (answer.status === 502) throw new TypeError('SCI does not answer');
  const json = answer.status === 204 ? {} : await answer.json();
  return { ok: answer.ok, data: json.data, code: json.error?.code, message: json.error?.message };
}
