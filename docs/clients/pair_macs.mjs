// Pairs a payment terminal of your own with MACS of a hosted lab and checks a card: node pair_macs.mjs http://127.0.0.1:7070
import { generateKeyPairSync, sign } from 'node:crypto';

async function call(method, url, body, token) {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const answer = await fetch(url, { method, headers, body: body && JSON.stringify(body) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${text}`);
  return text ? JSON.parse(text) : undefined;
}

// Every request of a paired terminal carries a JWT that its own key has signed.
const serialNumber = 'MACS-1';
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
function jwt() {
  const part = value => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const text = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ sub: serialNumber, iat: now, exp: now + 60 })}`;
  return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`;
}

// A site of this test's own.
const lab = process.argv[2] ?? 'http://127.0.0.1:7070';
const site = await call('POST', `${lab}/lab/sites`, { systems: ['access-control'] });
const directory = await call('GET', `${site.address}/lab/directory`);
const macs = directory.systems.find(system => system.name === 'access-control');
const code = await call('POST', `${macs.api}/lab-admin/terminals/${serialNumber}/pairing-code`, undefined, macs.credentials.adminToken);
const paired = await call('POST', `${macs.api}/pos/pair`, {
  serialNumber,
  pairingCode: code.pairingCode,
  publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
});
console.log(serialNumber, paired.status);

const card = { pan: '5432101234561234', expiryDate: '12/29', entryMode: 'CONTACTLESS' };
const entry = await call('POST', `${macs.api}/pos/check_entry`, card, jwt());
const confirmed = await call('POST', `${macs.api}/pos/confirm_entry`, { accessId: entry.accessId, adultGuests: 1, childGuests: 0 }, jwt());
console.log(entry.ruleset, confirmed.status);
await call('DELETE', `${lab}/lab/sites/${site.id}`);
