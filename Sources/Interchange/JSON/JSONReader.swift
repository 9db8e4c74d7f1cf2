import CJSON

/// Reads one JSON value at a time, strictly: UTF-8, no name twice in an object, no lone surrogates, no
/// NUL, integers of 64 bits, bounded depth.
final class JSONReader {
  struct Refusal: Error {
    let code: DiagnosticCode
    let reason: String
  }

  private let reader: OpaquePointer

  init(depthLimit: Int) throws(InterchangeError) {
    // simdjson counts the level of scalars too.
    guard let reader = tb_json_new(depthLimit + 1) else { throw .outOfMemory }
    self.reader = reader
  }

  deinit {
    tb_json_free(reader)
  }

  /// The value that the bytes are; good until the next is read. `ByteWindow.padding` bytes after them
  /// must be readable.
  func read(_ bytes: UnsafeRawBufferPointer) throws(Refusal) -> JSONNode {
    var nodes: UnsafePointer<tb_json_node>?
    var count = 0
    var name: UnsafePointer<CChar>?
    var nameLength = 0
    let status = tb_json_read(
      reader, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count, &nodes, &count,
      &name, &nameLength)
    if status == TB_JSON_OK, let nodes, count > 0 { return JSONNode(nodes: nodes, index: 0) }
    throw Self.refusal(status, UnsafeRawBufferPointer(start: name, count: nameLength))
  }

  private static func refusal(
    _ status: tb_json_status, _ name: UnsafeRawBufferPointer
  ) -> Refusal {
    switch status {
    case TB_JSON_DEPTH: Refusal(code: .tooDeep, reason: "arrays and objects stand too deep")
    case TB_JSON_UTF8: Refusal(code: .notUTF8, reason: "the element is not UTF-8")
    case TB_JSON_NUMBER:
      Refusal(code: .bigNumber, reason: "a number is malformed or beyond 64 bits")
    case TB_JSON_STRING_BAD:
      Refusal(code: .badJSON, reason: "a string holds a control character or a bad escape")
    case TB_JSON_SURROGATE: Refusal(code: .loneSurrogate, reason: "half a surrogate pair")
    case TB_JSON_NUL: Refusal(code: .nulByte, reason: "a string holds a NUL character")
    case TB_JSON_DUPLICATE:
      Refusal(
        code: .duplicateKey, reason: "the name \(Excerpt.text(of: name)) stands twice in an object")
    case TB_JSON_MEMORY: Refusal(code: .tooLong, reason: "too large to be held")
    default: Refusal(code: .badJSON, reason: "the element is not JSON")
    }
  }
}
