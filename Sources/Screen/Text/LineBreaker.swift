/// Finds where one line of running text ends.
struct LineBreaker {
  /// One line and where the next begins.
  struct Line {
    let text: SafeText
    /// The byte at which the next line begins; `nil` where the text ends.
    let end: Int?
  }

  private let source: Untrusted
  private let start: Int
  private let width: Int

  init(_ source: Untrusted, at start: Int, width: Int) {
    self.source = source
    self.start = start
    self.width = width
  }

  /// The line that begins at the start. O(bytes of the line).
  var line: Line {
    var sanitiser = Sanitiser(source, at: start)
    var pieces: [SafeText.Piece] = []
    var used = 0
    /// The last place at which the line may end: pieces to keep and where the next line begins.
    var candidate: Line?
    /// Where the last thing begins that may not be parted.
    var unit = (count: 0, offset: start)
    while true {
      let offset = sanitiser.offset
      let count = pieces.count
      guard let step = sanitiser.next(into: &pieces) else {
        return Line(text: trimmed(pieces[...]), end: nil)
      }
      switch step {
      case .lineBreak: return Line(text: trimmed(pieces[...]), end: end(sanitiser.offset))
      case .tab:
        let blanks = 4 - used % 4
        pieces.append(contentsOf: repeatElement(Self.blank, count: blanks))
      case .text: break
      }
      if let first = pieces[count...].first, !first.isJoined { unit = (count, offset) }
      let added = pieces[count...]
      let isBlank = added.allSatisfy { $0.cluster == .blank }
      if !isBlank, count > 0, mayBreak(pieces[count - 1], pieces[count]), used <= width {
        candidate = Line(text: trimmed(pieces[..<count]), end: offset)
      }
      used += added.reduce(0) { $0 + Int($1.width) }
      if used <= width { continue }
      if isBlank {
        // Blanks may hang over the edge: they are not drawn, so one is enough to break at.
        pieces.removeLast(pieces.count - count)
        if pieces.last?.cluster != .blank { pieces.append(Self.blank) }
        used = width
        continue
      }
      if let candidate { return candidate }
      if unit.count == 0 { unit = (count, offset) }
      return broken(pieces, from: unit.count, next: sanitiser.offset, at: unit.offset)
    }
  }

  /// A word that is wider than the line: it ends before the piece that does not fit.
  private func broken(
    _ pieces: [SafeText.Piece], from count: Int, next: Int, at offset: Int
  ) -> Line {
    guard count > 0 else {
      // The visible form of one scalar may be wider than the line: it is cut, nothing is lost.
      return Line(text: SafeText(pieces).clipped(to: width), end: end(next))
    }
    return Line(text: trimmed(pieces[..<count]), end: offset)
  }

  private func end(_ offset: Int) -> Int? { offset < source.bytes.count ? offset : nil }

  private func mayBreak(_ left: SafeText.Piece, _ right: SafeText.Piece) -> Bool {
    if right.isJoined { return false }
    if left.cluster == .blank { return true }
    if Self.closing.contains(right.cluster.base) || Self.opening.contains(left.cluster.base) {
      return false
    }
    return ScalarClass(left.cluster.base) == .ideograph
      || ScalarClass(right.cluster.base) == .ideograph
  }

  private func trimmed(_ pieces: ArraySlice<SafeText.Piece>) -> SafeText {
    var kept = pieces
    while let last = kept.last, last.cluster == .blank { kept.removeLast() }
    return SafeText(Array(kept))
  }

  private static let blank = SafeText.Piece(
    cluster: .blank, width: 1, isHostile: false, isJoined: false)

  /// What may not begin a line.
  private static let closing = Set("、。，．・：；？！）」』】〕〉》〗ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.!?:;)]}%".unicodeScalars)
  /// What may not end a line.
  private static let opening = Set("（「『【〔〈《〖([{".unicodeScalars)
}
