package import Domain

extension ConfigurationText {
  /// `text` with a key before those of `[log]`; every other byte stays.
  ///
  /// - Parameter file: the file's name in messages.
  /// - Throws: what is wrong with the result, which may have been wrong with `text`.
  /// - Returns: nil where the file is written in a way that the key has no place in by itself.
  package static func adding(
    key: LogKey, to text: String, file: String
  ) throws(ConfigurationError) -> String? {
    var expected = try ConfigurationReader.read(text, file: file)
    expected.logKeys.insert(key, at: 0)
    let result: String
    if let place = try keyList(in: text, file: file) {
      let bytes = Array(text.utf8)
      guard place < bytes.count, bytes[place] == UInt8(ascii: "[") else { return nil }
      let more = expected.logKeys.count > 1 ? ", " : ""
      let added = Array((SettingText.quoted(key.text) + more).utf8)
      result = String(decoding: bytes[...place] + added + bytes[(place + 1)...], as: UTF8.self)
    } else {
      let breaks = text.utf8.contains(0x0D) ? "\r\n" : "\n"
      var block = log([key]).text
      block = block.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: breaks)
      result = text + (text.utf8.last == 0x0A ? "" : breaks) + breaks + block
    }
    guard try ConfigurationReader.read(result, file: file) == expected else { return nil }
    return result
  }

  /// `[log]` with its keys.
  static func log(_ keys: [LogKey]) -> SettingBlock {
    var block = SettingBlock(
      comment: "Whose signatures on checkpoints of the log count; made by `tiebreak key new`.",
      header: "[log]")
    block.add("keys", SettingText.list(keys.map(\.text)))
    return block
  }

  /// Where the list of keys begins; nil where there is no `[log]`.
  private static func keyList(
    in text: String, file: String
  ) throws(ConfigurationError) -> Int? {
    let root = try Document.read(text, file: file).root
    guard case .table(let table)? = root["log"]?.value.content else { return nil }
    // A table without the list has no place that could be said in bytes.
    return table["keys"]?.value.offset ?? text.utf8.count
  }
}
