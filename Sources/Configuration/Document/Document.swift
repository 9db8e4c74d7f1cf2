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
    try refuseUnjudged(scanned, source)
    try judge(text, source)
    switch scanned {
    case .success(let root): return Document(root: root, source: source)
    case .failure(.nul(let offset)): throw source.error(nulMessage, at: offset)
    case .failure(.malformed(let offset)), .failure(.tooDeep(let offset)),
      .failure(.noKey(let offset)), .failure(.noValue(let offset)):
      throw source.error("this is not understood; write it in a plainer way", at: offset)
    }
  }

  /// Keeps from TOMLKit what may end the program there. It recurses as deep as tables stand in each
  /// other; and it asserts, where it ought to check, that headers begin with a key and that something
  /// stands where a value must.
  private static func refuseUnjudged(
    _ scanned: Result<DocumentTable, ScanFailure>, _ source: SourceText
  ) throws(ConfigurationError) {
    switch scanned {
    case .failure(.tooDeep(let offset)):
      throw source.error(
        "more than \(DocumentScanner.depthLimit) tables stand in each other; no setting needs that",
        at: offset)
    case .failure(.noKey(let offset)):
      throw source.error(
        "not TOML: no key stands here; write one, in quotation marks if it is not of letters, "
          + "digits, - and _", at: offset)
    case .failure(.noValue(let offset)):
      throw source.error(
        "not TOML: no value stands here; write one, text in quotation marks", at: offset)
    case .success, .failure(.malformed), .failure(.nul): return
    }
  }

  private static let nulMessage = "a NUL character cannot stand in settings; take it out"

  private static func judge(_ text: String, _ source: SourceText) throws(ConfigurationError) {
    do {
      _ = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      let preface = "Error while parsing "
      let said = error.description
      let words = Quotation.sentence(
        said.hasPrefix(preface) ? String(said.dropFirst(preface.count)) : said)
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
