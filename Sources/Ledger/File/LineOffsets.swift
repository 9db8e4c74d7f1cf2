/// Where some lines begin: marks left behind while reading, to begin the next search near.
struct LineOffsets {
  struct Mark: Equatable {
    let seq: Int
    let offset: Int
  }

  /// Every so many lines a mark is kept.
  static let stride = 256

  /// By position; the first line always begins at 0.
  private var marks = [Mark(seq: 0, offset: 0)]

  /// Keeps a mark, unless one stands near before it.
  mutating func note(seq: Int, offset: Int) {
    let index = firstIndex(after: seq)
    guard seq - marks[index - 1].seq >= Self.stride else { return }
    marks.insert(Mark(seq: seq, offset: offset), at: index)
  }

  /// The last mark at or before a position. O(log marks).
  func floor(_ seq: Int) -> Mark {
    marks[max(0, firstIndex(after: seq) - 1)]
  }

  /// The first mark after a position.
  func ceiling(_ seq: Int) -> Mark? {
    let index = firstIndex(after: seq)
    return index < marks.count ? marks[index] : nil
  }

  private func firstIndex(after seq: Int) -> Int {
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].seq <= seq {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
