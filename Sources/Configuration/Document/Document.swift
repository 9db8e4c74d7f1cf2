import TOMLKit

/// A settings file, taken apart.
struct Document {
  /// In bytes. A settings file of this size is something else under that name.
  static let sizeLimit = 1 << 20

  let root: DocumentTable
  let source: SourceText

  /// - Throws: the first place at which the text is no TOML.
  static func read(_ text: String, file: String) throws(ConfigurationError) -> Document {
    let source = SourceText(text, file: file)
    guard source.bytes.count <= sizeLimit else {
      throw source.error("the file is larger than 1 MiB; is it the right one?", at: 0)
    }
    // A C library would take a NUL for the end of the text.
    if let nul = source.bytes.firstIndex(of: 0) { throw source.error(nulMessage, at: nul) }
    let scanned = Result { () throws(ScanFailure) in try DocumentScanner.scan(source) }
    // TOMLKit recurses as deep as tables stand in each other, so depth is refused before it.
    if case .failure(.tooDeep(let offset)) = scanned {
      throw source.error(
        "more than \(DocumentScanner.depthLimit) tables stand in each other; no setting needs that",
        at: offset)
    }
    try judge(text, source)
    switch scanned {
    case .success(let root): return Document(root: root, source: source)
    case .failure(.nul(let offset)): throw source.error(nulMessage, at: offset)
    case .failure(.malformed(let offset)), .failure(.tooDeep(let offset)):
      throw source.error("this is not understood; write it in a plainer way", at: offset)
    }
  }

  private static let nulMessage = "a NUL character cannot stand in settings; take it out"

  private static func judge(_ text: String, _ source: SourceText) throws(ConfigurationError) {
    do {
      _ = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      let words = Quotation.escaped(error.description, limit: 240)
      let problem = ConfigurationProblem(
        file: source.file, line: error.source.begin.line, column: error.source.begin.column,
        message: "not TOML: \(words); correct it here or just before")
      throw ConfigurationError([problem])
    } catch {
      throw source.error("not TOML; compare with the example in the manual", at: 0)
    }
  }
}

extension SourceText {
  fileprivate func error(_ message: String, at offset: Int) -> ConfigurationError {
    ConfigurationError([problem(message, at: offset)])
  }
}
