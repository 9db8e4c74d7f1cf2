/// A value that is bound to a statement, in the binary format of the protocol.
enum SQLValue: Hashable, Sendable {
  case text(String)
  /// Text that is UTF-8 already.
  case textBytes([UInt8])
  case integer(Int)
  case boolean(Bool)
  case bytes([UInt8])

  /// The number of the type, as PostgreSQL's catalogue has it.
  var type: UInt32 {
    switch self {
    case .boolean: 16
    case .bytes: 17
    case .integer: 20
    case .text, .textBytes: 25
    }
  }

  var encoded: [UInt8] {
    switch self {
    case .boolean(let isTrue): [isTrue ? 1 : 0]
    case .bytes(let bytes), .textBytes(let bytes): bytes
    case .integer(let number): withUnsafeBytes(of: Int64(number).bigEndian) { Array($0) }
    case .text(let text): Array(text.utf8)
    }
  }
}
