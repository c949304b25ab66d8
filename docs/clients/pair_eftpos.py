"""Pairs a POS with eftpos-1 of a hosted lab and takes a payment: python3 pair_eftpos.py http://127.0.0.1:7070"""
import base64, hashlib, hmac, json, sys, time
from urllib.parse import quote, urlsplit
from urllib.request import Request, urlopen

def call(method, url, body=None, headers={}):
    data = body and json.dumps(body).encode()
    with urlopen(Request(url, data, {"Content-Type": "application/json"} | headers, method=method)) as answer:
        return json.loads(answer.read() or "null")

def press(button, until=None):
    call("GET", f"{eftpos}/panel?until={quote(button)}")  # waits for the button, and afterwards for what follows
    return call("POST", f"{eftpos}/press", {"button": button, "until": until})["texts"]

def signed(method, target, body=None):
    """A request as the SCI API wants it: HTTP Message Signatures, RFC 9421."""
    digest = body and f"sha-256=:{base64.b64encode(hashlib.sha256(json.dumps(body).encode()).digest()).decode()}:"
    headers = {"content-digest": digest} if body else {}
    parts = {"@method": method, "@authority": urlsplit(base).netloc, "@request-target": target} | headers
    params = f'({" ".join(map(json.dumps, parts))});created={int(time.time())};alg="hmac-sha256";keyid="{paired["key_id"]}"'
    text = "".join(f'"{name}": {value}\n' for name, value in parts.items()) + f'"@signature-params": {params}'
    signature = base64.b64encode(hmac.digest(secret.encode(), text.encode(), "sha256")).decode()
    return call(method, base + target, body, headers | {"Signature-Input": f"sig1={params}", "Signature": f"sig1=:{signature}:"})["data"]

lab = (sys.argv[1:] or ["http://127.0.0.1:7070"])[0]
site = call("POST", f"{lab}/lab/sites", {"systems": ["sci"]})  # a site of this test's own
eftpos = f"{site['address']}/lab/devices/eftpos-1"
service = next(s for s in call("GET", f"{site['address']}/lab/directory")["systems"] if s["id"] == "pairing-service")
code = press("Pair with POS", until="Pairing code")[0]
paired = call("POST", f"{service['api']}/v1/progress-pairing", {"pairing_code": code, "pairing_nickname": "Front Bar"},
              {"Authorization": f"ApiKey {service['credentials']['apiKey']}"})["data"]
base, secret = paired["sci_api_base_url"], service["credentials"]["signingSecretPartA"] + paired["signing_secret_part_b"]
press("Confirm", until="Pairing successful")
press("OK", until="Pair with POS")
print("paired with", signed("GET", "/v1/pairing-info")["tid"])

payment = signed("POST", "/v1/transactions", {"purchase_details": {"purchase_amount": 1000}})
press("Approve")
print(signed("GET", f"/v1/transactions/{payment['id']}?min_version=3")["message"])
call("DELETE", f"{lab}/lab/sites/{site['id']}")
