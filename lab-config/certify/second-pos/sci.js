// How a web POS talks to SCI: the pairing service, and signed requests to the base URL of each pairing.
const utf8 = text => new TextEncoder().encode(text);
const base64 = bytes => btoa(String.fromCharCode(...new Uint8Array(bytes)));

/** Sends a pairing code. Nobody answers: throws. */
export async function progressPairing(built, code, nickname) {
  const answer = await fetch(`${built.pairingService}/v1/progress-pairing`, {
    method: 'POST',
    headers: { 'Authorization': `ApiKey ${built.apiKey}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ pairing_code: code, ...(nickname ? { pairing_nickname: nickname } : {}) }),
  });
  return read(answer);
}

/** Sends a signed request over a pairing. Nobody answers: throws. */
export async function signed(built, pairing, method, target, body) {
  const base = new URL(pairing.baseUrl);
  const content = method === 'GET' ? undefined : body === undefined ? '' : JSON.stringify(body);
  const digest = content === undefined ? undefined : `sha-256=:${base64(await crypto.subtle.digest('SHA-256', utf8(content)))}:`;
  const components = ['@method', '@authority', '@request-target', ...(digest ? ['content-digest'] : [])];
  const parameters = `(${components.map(c => `"${c}"`).join(' ')});created=${Math.floor(Date.now() / 1000)};alg="hmac-sha256";keyid="${pairing.keyId}"`;
  const values = { '@method': method, '@authority': base.host, '@request-target': target, 'content-digest': digest };
  const text = [...components.map(c => `"${c}": ${values[c]}`), `"@signature-params": ${parameters}`].join('\n');
  const key = await crypto.subtle.importKey('raw', utf8(built.signingSecretPartA + pairing.partB), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const signature = base64(await crypto.subtle.sign('HMAC', key, utf8(text)));
  return read(await fetch(pairing.baseUrl + target, {
    method,
    headers: {
      'Signature-Input': `sig1=${parameters}`, 'Signature': `sig1=:${signature}:`,
      ...(digest ? { 'Content-Digest': digest } : {}), ...(content ? { 'Content-Type': 'application/json' } : {}),
    },
    body: content || undefined,
  }));
}

async function read(answer) {
  const json = answer.status === 204 ? {} : await answer.json();
  return { ok: answer.ok, data: json.data, code: json.error?.code, message: json.error?.message };
}
