"""The exchange of docs/protocols/commander.md with Python's own library: proves the Pairing OTP and prints the certificate.

    python3 own_workstation.py API SESSION OTP WORKSTATION REQUEST.csr >certificate.pem
"""
import base64, hashlib, hmac, http.client, json, secrets, ssl, sys

# P-256 (SEC 2), and the two points of RFC 9382, section 4.
P = 2**256 - 2**224 + 2**192 + 2**96 - 1
ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551
B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b


def point(x, odd):
    y = pow(x**3 - 3 * x + B, (P + 1) // 4, P)
    return (x, y if y % 2 == odd else P - y)


G = point(0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296, 1)
M = point(0x886e2f97ace46e55ba9dd7242579f2993b64e16ef3dcab95afd497333d8fa12f, 0)
N = point(0xd8bbd6c639c62937b04d997f38c3770719c629d7014d49a24b4f98baa1292b49, 1)


def add(a, b):
    if a is None or b is None:
        return a or b
    if a[0] == b[0] and a != b:
        return None
    slope = (3 * a[0] ** 2 - 3) * pow(2 * a[1], -1, P) if a == b else (b[1] - a[1]) * pow(b[0] - a[0], -1, P)
    x = (slope**2 - a[0] - b[0]) % P
    return (x, (slope * (a[0] - x) - a[1]) % P)


def times(k, a):
    sum = None
    while k:
        sum, a, k = (add(sum, a) if k % 2 else sum), add(a, a), k // 2
    return sum


def encode(a):
    return b"\x04" + a[0].to_bytes(32, "big") + a[1].to_bytes(32, "big")


def decode(share):
    a = (int.from_bytes(share[1:33], "big"), int.from_bytes(share[33:], "big"))
    assert len(share) == 65 and share[0] == 4 and (a[1] ** 2 - a[0] ** 3 + 3 * a[0] - B) % P == 0, "no point of P-256"
    return a


def counted(part):
    return len(part).to_bytes(8, "little") + part


api, session, otp, workstation, file = sys.argv[1:]
request = open(file, "rb").read()
any_certificate = ssl.create_default_context()  # Which Commander answers is not known before the pairing.
any_certificate.check_hostname, any_certificate.verify_mode = False, ssl.CERT_NONE
commander = http.client.HTTPSConnection(api.removeprefix("https://"), context=any_certificate)
commander.connect()
commander.auto_open = False  # What is proved holds for this connection's certificate only.
fingerprint = hashlib.sha256(commander.sock.getpeercert(binary_form=True)).digest()


def post(path, **body):
    text = json.dumps({name: base64.b64encode(value).decode() for name, value in body.items()})
    commander.request("POST", f"/pairing/sessions/{session}/{path}", text, {"Content-Type": "application/json"})
    answer = json.load(commander.getresponse())
    if "error" in answer:
        sys.exit(answer["error"]["message"])
    return {name: base64.b64decode(value) for name, value in answer.items()}


w = int.from_bytes(hashlib.scrypt(otp.encode(), salt=session.encode(), n=4096, r=8, p=1, dklen=40), "big") % ORDER
x = secrets.randbelow(ORDER - 1) + 1
ours = encode(add(times(x, G), times(w, M)))
theirs = post("share", share=ours)["share"]
key = times(x, add(decode(theirs), times(ORDER - w, N)))
transcript = b"".join(map(counted, [workstation.encode(), fingerprint, ours, theirs, encode(key), w.to_bytes(32, "big")]))

# HKDF (RFC 5869) with the second half of the transcript's hash; one round gives both keys.
root = hmac.digest(bytes(32), hashlib.sha256(transcript).digest()[16:], "sha256")
keys = hmac.digest(root, b"ConfirmationKeys" + request + b"\x01", "sha256")
answer = post("complete", request=request, proof=hmac.digest(keys[:16], transcript, "sha256"))
if not hmac.compare_digest(answer["proof"], hmac.digest(keys[16:], transcript, "sha256")):
    sys.exit("this is not the Commander that showed the OTP")
print(ssl.DER_cert_to_PEM_cert(answer["certificate"]), end="")
