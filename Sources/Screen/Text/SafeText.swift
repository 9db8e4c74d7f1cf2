/// Text that can be put into cells: no controls, no bidi overrides, nothing without width.
///
/// A value is made from literals of the program, or from outside text by way of the sanitiser; there
/// is no third way in. Interpolated strings are sanitised, so `"item \(name)"` is always safe.
package struct SafeText: Hashable, Sendable {
  /// One cluster and what is known about it.
  package struct Piece: Hashable, Sendable {
    package let cluster: Cluster
    /// Cells: 1 or 2.
    package let width: UInt8
    /// Whether this piece belongs to the visible form of something that was hidden.
    package let isHostile: Bool
    /// Whether this piece may not be parted from the one before it.
    package let isJoined: Bool
  }

  package private(set) var pieces: [Piece]
  /// Cells that the whole text needs.
  package private(set) var width: Int

  /// No text.
  package init() {
    pieces = []
    width = 0
  }

  /// Outside text as one line: a line feed becomes `↵`, a tab one blank.
  package init(_ untrusted: Untrusted) {
    self.init(Sanitiser.line(of: untrusted))
  }

  /// Outside text as one line.
  package init(_ string: String) { self.init(Untrusted(string)) }

  /// A whole number, with `−` when it is negative.
  package init(_ number: Int) { self.init((number < 0 ? "−" : "") + String(number.magnitude)) }

  init(_ pieces: [Piece]) {
    self.pieces = pieces
    width = pieces.reduce(0) { $0 + Int($1.width) }
  }

  package var isEmpty: Bool { pieces.isEmpty }

  /// Whether anything in it was made visible that its author had hidden.
  package var hasHostile: Bool { pieces.contains { $0.isHostile } }

  /// The text as a plain string for a pipe, a file or a message: already safe to print.
  package var plain: String {
    var scalars = String.UnicodeScalarView()
    for piece in pieces { scalars.append(contentsOf: piece.cluster.scalars) }
    return String(scalars)
  }

  /// Outside text as one safe line, for standard error, reports and tables on a pipe.
  package static func line(_ untrusted: Untrusted) -> String { SafeText(untrusted).plain }

  /// Outside text as one safe line, for standard error, reports and tables on a pipe.
  package static func line(_ string: String) -> String { line(Untrusted(string)) }

  package mutating func append(_ other: SafeText) {
    pieces.append(contentsOf: other.pieces)
    width += other.width
  }

  package static func + (left: SafeText, right: SafeText) -> SafeText {
    var sum = left
    sum.append(right)
    return sum
  }

  /// The text shortened to at most `limit` cells, ending in `…` where something was cut.
  ///
  /// No cluster is parted and no half of a wide character remains, so the result may be one cell
  /// shorter than asked.
  package func clipped(to limit: Int) -> SafeText {
    guard width > limit else { return self }
    guard limit > 0 else { return SafeText() }
    var kept = prefix(limit - 1)
    kept.append(SafeText.ellipsis)
    return kept
  }

  /// The text shortened to at most `limit` cells, with `…` in place of its middle: names that begin
  /// alike stay apart where their ends differ. The rules are those of `clipped`.
  package func clippedInMiddle(to limit: Int) -> SafeText {
    guard width > limit else { return self }
    guard limit > 0 else { return SafeText() }
    let end = suffix((limit - 1) / 2)
    var kept = prefix(limit - 1 - end.width)
    kept.append(SafeText.ellipsis)
    kept.append(end)
    return kept
  }

  /// As many leading clusters as fit into `limit` cells.
  package func prefix(_ limit: Int) -> SafeText {
    var used = 0
    var end = 0
    while end < pieces.count, used + Int(pieces[end].width) <= limit {
      used += Int(pieces[end].width)
      end += 1
    }
    while end > 0, end < pieces.count, pieces[end].isJoined { end -= 1 }
    return SafeText(Array(pieces[..<end]))
  }

  /// As many trailing clusters as fit into `limit` cells.
  package func suffix(_ limit: Int) -> SafeText {
    var used = 0
    var start = pieces.count
    while start > 0, used + Int(pieces[start - 1].width) <= limit {
      start -= 1
      used += Int(pieces[start].width)
    }
    while start > 0, start < pieces.count, pieces[start].isJoined { start += 1 }
    return SafeText(Array(pieces[start...]))
  }

  /// `count` copies of one cluster of the program's own; nothing where it may not stand alone.
  package static func repeating(_ glyph: Unicode.Scalar, count: Int) -> SafeText {
    guard let width = ScalarClass(glyph).width, count > 0 else { return SafeText() }
    let piece = Piece(
      cluster: Cluster(glyph), width: UInt8(width), isHostile: false, isJoined: false)
    return SafeText(Array(repeating: piece, count: count))
  }

  private static let ellipsis: SafeText = "…"
}
