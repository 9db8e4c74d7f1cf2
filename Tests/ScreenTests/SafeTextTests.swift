import Screen
import TestSupport
import Testing

@Suite struct SafeTextTests {
  @Test func `clipping keeps within the limit and loses nothing that fits`() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<2000 {
      let text = SafeText(SanitiserTests.randomScalars(using: &random))
      let limit = Int.random(in: 0...30, using: &random)
      let clipped = text.clipped(to: limit)
      #expect(clipped.width <= limit)
      if text.width <= limit {
        #expect(clipped == text)
      } else if limit > 0 {
        #expect(clipped.pieces.last?.cluster == Cluster("…"))
        let kept = Array(clipped.pieces.dropLast())
        #expect(Array(text.pieces.prefix(kept.count)) == kept)
        #expect(!text.pieces[kept.count].isJoined || kept.isEmpty)
      }
    }
  }

  @Test func `clipping in the middle keeps both ends, within the limit`() {
    #expect(SafeText("abcdefghijklm").clippedInMiddle(to: 7).plain == "abc…klm")
    #expect(SafeText("abcdefghijklm").clippedInMiddle(to: 6).plain == "abc…lm")
    #expect(SafeText("abcdefghijklm").clippedInMiddle(to: 13).plain == "abcdefghijklm")
    #expect(SafeText("abc").clippedInMiddle(to: 2).plain == "a…")
    #expect(SafeText("日本語日本語").clippedInMiddle(to: 6).plain == "日…語")
    var random = SeededGenerator(seed: 4)
    for _ in 0..<2000 {
      let text = SafeText(SanitiserTests.randomScalars(using: &random))
      let limit = Int.random(in: 0...30, using: &random)
      let clipped = text.clippedInMiddle(to: limit)
      #expect(clipped.width <= limit)
      guard text.width > limit else {
        #expect(clipped == text)
        continue
      }
      let end = text.suffix(max(0, (limit - 1) / 2))
      #expect(
        limit == 0 ? clipped.isEmpty : clipped.pieces.suffix(end.pieces.count) == end.pieces[...])
      let start = clipped.pieces.dropLast(end.pieces.count + 1)
      #expect(text.pieces.prefix(start.count) == start)
    }
  }

  @Test func `prefix and suffix never part what belongs together`() {
    let text = SafeText("a🇩🇪b")
    #expect(text.prefix(2).plain == "a")
    #expect(text.prefix(3).plain == "aDE")
    #expect(text.suffix(2).plain == "b")
    #expect(text.suffix(3).plain == "DEb")
    #expect(SafeText("日本").prefix(3).plain == "日")
    #expect(SafeText("日本").suffix(3).plain == "本")
  }

  @Test func `interpolated values are joined`() {
    let untrusted = Untrusted(bytes: [0x61, 0xFF])
    let text: SafeText = "\(3) of \(-4), \("x\u{1B}"), \(untrusted)"
    #expect(text.plain == "3 of −4, x^[, a\\xFF")
    #expect(text.width == text.pieces.count)
  }

  @Test func `a line for a pipe is safe`() {
    #expect(SafeText.line("a\nb\u{1B}]0;x\u{7}") == "a↵b^[]0;x^G")
  }

  @Test func `clusters hold a base and four marks`() {
    var cluster = Cluster("a")
    for (count, mark) in "\u{301}\u{302}\u{303}\u{304}".unicodeScalars.enumerated() {
      #expect(cluster.markCount == count)
      let fits = cluster.append(mark: mark)
      #expect(fits)
    }
    let fits = cluster.append(mark: "\u{305}")
    #expect(!fits)
    #expect(cluster.scalars.map(\.value) == [0x61, 0x301, 0x302, 0x303, 0x304])
  }
}
