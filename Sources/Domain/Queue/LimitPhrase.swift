/// A term of a limit, taken apart but not understood yet: words, or a key, a sign and a value.
struct LimitPhrase {
  enum Form {
    case text(String)
    /// `key:value`, or a comparison such as `gain>=1`.
    case keyed(key: String, sign: String, value: String)
  }

  let form: Form
  /// Whether a `-` stands before it.
  let isNegated: Bool
  let offset: Int

  /// - Throws: where a key stands without a value.
  init(_ word: LimitWord) throws(LimitError) {
    offset = word.offset
    isNegated = !word.isQuoted && word.text.utf8.first == 0x2D && word.text.utf8.count > 1
    let body = isNegated ? String(word.text.dropFirst()) : word.text
    let bytes = Array(body.utf8)
    guard !word.isQuoted, let cut = bytes.firstIndex(where: { Self.signs.contains($0) }), cut > 0
    else {
      form = .text(body)
      return
    }
    let isWide = bytes[cut] != 0x3A && cut + 1 < bytes.count && bytes[cut + 1] == 0x3D
    let end = isWide ? cut + 2 : cut + 1
    let key = String(decoding: bytes[..<cut], as: UTF8.self)
    let sign = String(decoding: bytes[cut..<end], as: UTF8.self)
    let value = String(decoding: bytes[end...], as: UTF8.self)
    form = .keyed(key: key, sign: sign, value: value)
    guard sign == ":", value.isEmpty else { return }
    throw LimitError(offset: word.offset, problem: .missingValue(key: key))
  }

  /// `:`, `<`, `=`, `>`.
  private static let signs: Set<UInt8> = [0x3A, 0x3C, 0x3D, 0x3E]
}
