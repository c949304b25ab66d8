"""Pairs a POS with eftpos-1 of a hosted lab and takes a payment: python3 pair_eftpos.py http://127.0.0.1:7070"""
import base64, hashlib, hmac, json, sys, time
from urllib.parse import quote, urlsplit
from urllib.request import Request, urlopen

LAB = (sys.argv[1:] or ["http://127.0.0.1:7070"])[0]


def call(method, url, body=None, headers=None):
    data = None if body is None else json.dumps(body).encode()
    request = Request(url, data, {"content-type": "application/json", **(headers or {})}, method=method)
    with urlopen(request) as answer:
        return json.loads(answer.read() or "null")


def press(button, until=None):
    return call("POST", f"{LAB}/lab/devices/eftpos-1/press", {"button": button, "until": until})


def wait(until):
    return call("GET", f"{LAB}/lab/devices/eftpos-1/panel?timeout=20&until={quote(until)}")


def signed(method, target, body=None):
    """A request as the SCI API wants it: HTTP Message Signatures, RFC 9421."""
    parts = [("@method", method), ("@authority", urlsplit(base).netloc), ("@request-target", target)]
    headers = {}
    if method != "GET":
        digest = base64.b64encode(hashlib.sha256(json.dumps(body).encode()).digest()).decode()
        headers["Content-Digest"] = f"sha-256=:{digest}:"
        parts.append(("content-digest", headers["Content-Digest"]))
    names = " ".join(f'"{name}"' for name, _ in parts)
    params = f'({names});created={int(time.time())};alg="hmac-sha256";keyid="{paired["key_id"]}"'
    text = "".join(f'"{name}": {value}\n' for name, value in parts) + f'"@signature-params": {params}'
    signature = base64.b64encode(hmac.digest(secret.encode(), text.encode(), "sha256")).decode()
    headers.update({"Signature-Input": f"sig1={params}", "Signature": f"sig1=:{signature}:"})
    return call(method, base + target, body, headers)["data"]


site = call("POST", f"{LAB}/lab/sites", {"systems": ["sci"]})  # a site of this test's own
lab, LAB = LAB, site["address"]
systems = call("GET", f"{LAB}/lab/directory")["systems"]
service = next(s for s in systems if s["id"] == "pairing-service")
wait("Pair with POS")
code = press("Pair with POS", until="Pairing code")["texts"][0]
paired = call("POST", service["api"] + "/v1/progress-pairing", {"pairing_code": code, "pairing_nickname": "Front Bar"},
              {"Authorization": "ApiKey " + service["credentials"]["apiKey"]})["data"]
base, secret = paired["sci_api_base_url"], service["credentials"]["signingSecretPartA"] + paired["signing_secret_part_b"]
wait("Confirm")
press("Confirm", until="Pairing successful")
press("OK", until="Pair with POS")
print("paired with", signed("GET", "/v1/pairing-info")["tid"])

payment = signed("POST", "/v1/transactions", {"purchase_details": {"purchase_amount": 1000}})
wait("Approve")
press("Approve")
print(signed("GET", f"/v1/transactions/{payment['id']}?min_version=3")["message"])
call("DELETE", f"{lab}/lab/sites/{site['id']}")
