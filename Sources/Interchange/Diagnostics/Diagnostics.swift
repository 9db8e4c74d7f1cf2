/// Collects what readers find, in bounded memory: the first findings are kept, all are counted, and
/// rows that are left out go to the caller's sink as they stood.
public final class Diagnostics {
  public typealias RefusedSink = (UnsafeRawBufferPointer) -> Void

  /// The first findings, at most as many as were asked for.
  public private(set) var kept: [Diagnostic] = []
  /// All findings.
  public private(set) var count = 0
  /// Rows, cells or JSON elements that were left out.
  public private(set) var refused = 0
  private var counts = [Int](repeating: 0, count: DiagnosticCode.allCases.count)
  private let limit: Int
  private let refusedSink: RefusedSink?

  /// How much of a row goes to the sink of refused rows.
  static let refusedRowLimit = 4096

  /// - Parameters:
  ///   - keeping: how many findings are held in memory.
  ///   - refusedSink: takes a line with place and reason, then the row as it stood, for each refusal.
  public init(keeping limit: Int = 200, refusedSink: RefusedSink? = nil) {
    self.limit = limit
    self.refusedSink = refusedSink
  }

  /// How often each code was found, in the order of the codes, zeros left out.
  public var summary: [DiagnosticCount] {
    DiagnosticCode.allCases.enumerated().compactMap { index, code in
      counts[index] > 0 ? DiagnosticCount(code: code, count: counts[index]) : nil
    }
  }

  public func count(of code: DiagnosticCode) -> Int {
    DiagnosticCode.allCases.firstIndex(of: code).map { counts[$0] } ?? 0
  }

  /// Whether refused rows go to a sink.
  var keepsRows: Bool { refusedSink != nil }

  /// Empty, with room for as many findings, for a stretch of the same file.
  convenience init(likeFor other: Diagnostics) {
    self.init(keeping: other.limit)
  }

  /// Takes over what was found in a stretch of the file that begins after so many lines.
  func take(_ stretch: Diagnostics, afterLine lines: Int) {
    count += stretch.count
    refused += stretch.refused
    for index in counts.indices { counts[index] += stretch.counts[index] }
    for found in stretch.kept.prefix(max(0, limit - kept.count)) {
      kept.append(
        Diagnostic(
          code: found.code, file: found.file, line: found.line + lines, column: found.column,
          reason: found.reason, excerpt: found.excerpt))
    }
  }

  /// Takes a finding, and the row that it is about.
  public func report(_ diagnostic: Diagnostic, row: UnsafeRawBufferPointer? = nil) {
    count += 1
    if let index = DiagnosticCode.allCases.firstIndex(of: diagnostic.code) { counts[index] += 1 }
    if kept.count < limit { kept.append(diagnostic) }
    guard diagnostic.isRefusal else { return }
    refused += 1
    guard let refusedSink else { return }
    var text = Array("# \(diagnostic)\n".utf8)
    if let row {
      text.append(contentsOf: row.prefix(Self.refusedRowLimit))
      if row.count > Self.refusedRowLimit {
        text.append(contentsOf: "… (\(row.count) bytes)".utf8)
      }
      if text.last != UInt8(ascii: "\n") { text.append(UInt8(ascii: "\n")) }
    }
    text.withUnsafeBytes { refusedSink($0) }
  }
}

/// How often a code was found.
public struct DiagnosticCount: Hashable, Sendable {
  public let code: DiagnosticCode
  public let count: Int
}
