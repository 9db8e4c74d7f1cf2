"""Checks a log from its bytes: python3 verify_log.py PROJECT/log [KEY]. The format: docs/log-format.md."""
import base64, hashlib, json, pathlib, sys

try: import tomllib  # Python 3.11; without it, give the key
except ImportError: tomllib = None
try: from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
except ImportError: Ed25519PublicKey = None  # then signatures are not checked, and that is said

def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()

def signers(note, keys):
    """Known keys that signed a note: (text, how many). One that signed something else is an error."""
    text, signatures = note.rsplit(b"\n\n", 1)
    known = {}
    for key in keys:
        name, number, packed = key.split("+", 2)
        raw = base64.b64decode(packed, validate=True)
        assert sha(name.encode(), b"\n", raw)[:4].hex() == number and raw[0] == 1, "key"
        known[name, number] = raw[1:]
    count = 0
    for line in signatures.decode().removesuffix("\n").split("\n"):
        dash, name, packed = line.split(" ")
        raw = base64.b64decode(packed, validate=True)
        if dash == "\u2014" and (name, raw[:4].hex()) in known:
            if Ed25519PublicKey:  # raises InvalidSignature
                Ed25519PublicKey.from_public_bytes(known[name, raw[:4].hex()]).verify(raw[4:], text + b"\n")
            count += 1
    return text.decode(), count

log, given = pathlib.Path(sys.argv[1]), sys.argv[2:]
notes = {int(p.name): p.read_bytes() for p in (log / "checkpoints").glob("[0-9]*")}
seq, prev, peaks, keys, origin, sealed = 0, "0" * 64, [], [], "", 0
for line in open(log / "events.jsonl", "rb"):
    try:
        assert line[-76:-67] == b',"hash":"' and line[-3:] == b'"}\n', "shape"
        payload = line[:-76] + b"}"
        leaf = sha(b"\0", payload)
        assert line[-67:-3] == leaf.hex().encode(), "hash"
        event = json.loads(payload, parse_float=int, parse_constant=int)
        form = json.dumps(event, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        assert form.encode() == payload and len(payload) <= 65536, "canonical form"
        assert (event["v"], event["seq"], event["prev"]) == (1, seq, prev), "chain"
        if seq == 0: origin = "tiebreak/" + event["project"]
        settings = event if event["type"] == "config" else event.get("settings")
        if settings and tomllib:
            text = settings.get("text") or (log / "attach" / settings["attach"]["sha256"]).read_text()
            assert sha(text.encode()).hex() == settings["digest"], "settings"
            keys = tomllib.loads(text).get("log", {}).get("keys", [])
        peak, size = leaf, seq  # the tree: a whole subtree for each bit of the size
        while size & 1: peak, size = sha(b"\1", peaks.pop(), peak), size >> 1
        peaks.append(peak)
        prev = leaf.hex()
        if note := notes.pop(seq + 1, None):
            text, count = signers(note, keys + given)
            root = peaks[-1]
            for left in reversed(peaks[:-1]): root = sha(b"\1", left, root)
            said = text.split("\n")
            assert said[:3] == [origin, str(seq + 1), base64.b64encode(root).decode()], "checkpoint"
            assert all(word == "head " + prev for word in said if word.startswith("head ")), "head"
            assert count, "no known key signed the checkpoint"
            sealed = seq + 1
    except Exception as problem:
        sys.exit(f"position {seq}: {problem!r}")
    seq += 1
if notes: sys.exit(f"position {seq}: the log ends before the checkpoint of {min(notes)}")
print(seq, prev, sealed, "signatures checked" if Ed25519PublicKey else "signatures NOT checked")
