"""Checks what `tiebreak log prove` printed: python3 verify_proof.py PROOF. The format: docs/log-format.md."""
import base64, hashlib, json, sys

def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()

def climb(path, place, last, old, new):
    """The roots that a path leads to: RFC 9162, sections 2.1.3.2 and 2.1.4.2."""
    for step in path:
        assert last, "the path is too long"
        if place & 1 or place == last:
            old, new = old and sha(b"\1", step, old), sha(b"\1", step, new)
            while place and not place & 1: place, last = place >> 1, last >> 1
        else:
            new = sha(b"\1", new, step)
        place, last = place >> 1, last >> 1
    assert last == 0, "the path is too short"
    return old, new

proof = json.load(open(sys.argv[1], encoding="utf-8"))
path = [bytes.fromhex(step) for step in proof["path"]]
if proof["proof"] == "inclusion":
    seq, size, root = proof["seq"], proof["size"], bytes.fromhex(proof["root"])
    payload = proof["line"].encode()[:-75] + b"}"
    assert json.loads(payload)["seq"] == seq < size, "another event"
    assert climb(path, seq, size - 1, None, sha(b"\0", payload))[1] == root, "another root"
    roots = {size: root}
else:
    older, newer = proof["older"], proof["newer"]
    roots = {newer: bytes.fromhex(proof["newer_root"]), older: bytes.fromhex(proof["older_root"])}
    if older in (0, newer):  # nothing has to be led to
        assert not path and (older or roots[0] == sha()), "another root"
        assert older == 0 or proof["newer_root"] == proof["older_root"], "another root"
    else:
        place, last = older - 1, newer - 1
        while place & 1: place, last = place >> 1, last >> 1
        # The root of a whole subtree begins the way and is left out of the path.
        start = path.pop(0) if older & (older - 1) else roots[older]
        assert climb(path, place, last, start, start) == (roots[older], roots[newer]), "another root"
for note in proof["checkpoints"]:
    origin, size, root = note.split("\n")[:3]
    assert origin == proof["origin"] and base64.b64decode(root) == roots[int(size)], "checkpoint"
print("proved", proof["proof"])
