import Domain

extension CanonicalValue {
  /// Checks what the log asks beyond the canonical form: no U+0000 (PostgreSQL cannot hold it, and it
  /// separates fields in the state hash), and integers that every reader of JSON gets right.
  func requireFitForLog() throws(PayloadProblem) {
    switch self {
    case .string(let text):
      if text.utf8.contains(0) { throw .nulCharacter }
    case .integer(let number):
      guard abs(number) <= 1 << 53 else { throw .wrongForm(member: String(number)) }
    case .boolean: break
    case .array(let values):
      for value in values { try value.requireFitForLog() }
    case .object(let object):
      for member in object.members { try member.value.requireFitForLog() }
    }
  }
}
