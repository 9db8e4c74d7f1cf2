import CJSON

extension JSONText {
  /// Reads one JSON document, strictly: UTF-8 only, no member twice, no lone surrogate, nothing after
  /// it.
  ///
  /// - Throws: what is wrong with it.
  public static func read(
    _ bytes: [UInt8], depthLimit: Int = 64
  ) throws(JSONProblem) -> JSONText {
    guard let reader = tb_json_new(depthLimit) else { throw .memory }
    defer { tb_json_free(reader) }
    var padded = bytes
    padded.append(contentsOf: repeatElement(0, count: Int(TB_JSON_PADDING)))
    var nodes: UnsafePointer<tb_json_node>?
    var count = 0
    var name: UnsafePointer<CChar>?
    var nameLength = 0
    let status = padded.withUnsafeBufferPointer {
      tb_json_read(reader, $0.baseAddress, bytes.count, &nodes, &count, &name, &nameLength)
    }
    if let problem = JSONProblem(status) { throw problem }
    guard let nodes, count > 0 else { throw .empty }
    var place = 0
    return value(UnsafeBufferPointer(start: nodes, count: count), &place)
  }

  /// Depth is bounded by the reader, so the recursion is too.
  private static func value(
    _ nodes: UnsafeBufferPointer<tb_json_node>, _ place: inout Int
  ) -> JSONText {
    let node = nodes[place]
    place += 1
    switch tb_json_kind(UInt32(node.kind)) {
    case TB_JSON_FALSE: return .boolean(false)
    case TB_JSON_TRUE: return .boolean(true)
    case TB_JSON_INT: return .integer(Int(node.value.integer))
    case TB_JSON_UINT: return .digits(String(node.value.natural))
    case TB_JSON_DOUBLE: return .real(node.value.real)
    case TB_JSON_STRING: return .string(text(node))
    case TB_JSON_ARRAY: return .array((0..<node.count).map { _ in value(nodes, &place) })
    case TB_JSON_OBJECT:
      return .object(
        (0..<node.count).map { _ in
          let name = text(nodes[place])
          place += 1
          return Member(name, value(nodes, &place))
        })
    default: return .null
    }
  }

  private static func text(_ node: tb_json_node) -> String {
    let bytes = UnsafeRawBufferPointer(start: node.value.text, count: Int(node.count))
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Why bytes are no JSON document that is accepted.
public enum JSONProblem: Error, Hashable, Sendable {
  case syntax
  case empty
  case tooDeep
  case notUTF8
  case badNumber
  case badString
  case loneSurrogate
  case duplicateMember
  case memory

  init?(_ status: tb_json_status) {
    switch status {
    case TB_JSON_OK: return nil
    case TB_JSON_EMPTY: self = .empty
    case TB_JSON_DEPTH: self = .tooDeep
    case TB_JSON_UTF8: self = .notUTF8
    case TB_JSON_NUMBER: self = .badNumber
    case TB_JSON_STRING_BAD: self = .badString
    case TB_JSON_SURROGATE: self = .loneSurrogate
    case TB_JSON_DUPLICATE: self = .duplicateMember
    case TB_JSON_MEMORY: self = .memory
    default: self = .syntax
    }
  }

  /// In words.
  public var reason: String {
    switch self {
    case .syntax: "is not JSON"
    case .empty: "is empty"
    case .tooDeep: "is nested too deeply"
    case .notUTF8: "is not UTF-8"
    case .badNumber: "holds a number that is not one"
    case .badString: "holds a string with a raw control character or a bad escape"
    case .loneSurrogate: "holds half a surrogate pair"
    case .duplicateMember: "names a member twice"
    case .memory: "does not fit into memory"
    }
  }
}
