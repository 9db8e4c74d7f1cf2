import Agreement
import Domain
import Testing

/// How alike two texts are: laws, and what counts as a word.
@Suite struct LikenessTests {
  private static let texts = [
    "", "the parcel never came", "The parcel NEVER came!", "came never parcel the", "parcels",
    "I was charged twice, twice I was charged for one order", "ich wurde doppelt belastet",
    "每个人都要尊重中国人民", "要尊重人民", "人", "สวัสดีครับ", "배송이 안 왔어요", "👍🏽 👍 :)", "— … —",
    "let fooBar_baz = items.map { $0.id }", "e\u{301}te\u{301}", "\u{1B}[31mred\u{0}\u{202E}",
    String(repeating: "x", count: 100), String(repeating: "word ", count: 40_000),
    String(repeating: "字", count: 20_000),
  ]

  private func weighed(_ text: String, _ use: [UInt32: Int] = [:], texts: Int = 0) -> WeighedWords {
    let all = WordUse(texts: texts)
    return WeighedWords(WordBag([text])) { all.weight(of: use[$0] ?? 0) }
  }

  private func likeness(_ one: String, _ other: String) -> Double? {
    weighed(one).likeness(to: weighed(other))
  }

  @Test func `the same in both directions, within 0 and 1, and 1 for the text itself`() {
    let all = Self.texts.map { (bag: WordBag([$0]), words: weighed($0)) }
    for one in all {
      for other in all {
        let there = one.words.likeness(to: other.words)
        #expect(there == other.words.likeness(to: one.words))
        if let there { #expect((0...1).contains(there)) }
      }
      #expect(one.words.likeness(to: one.words) == (one.bag.isEmpty ? nil : 1))
    }
  }

  @Test func `order, case and punctuation say nothing`() {
    #expect(likeness(Self.texts[1], Self.texts[2]) == 1)
    #expect(likeness(Self.texts[1], Self.texts[3]) == 1)
    #expect(likeness("ÄRGER über Öl", "ärger ÜBER öl") == 1)
    #expect(WordBag(["a b", "c"]) == WordBag(["a b c"]))
  }

  @Test func `texts without words are like nothing, and texts without a common word hardly`() {
    #expect(likeness("", "a") == nil)
    #expect(likeness("?!", "?!") == nil)
    #expect(WordBag(Payload.none).isEmpty)
    #expect(WordBag(.image(ImageReference(path: "cat/cat.png", width: nil, height: nil))).isEmpty)
    #expect(likeness("quick brown fox", "lazy dogs jump") == 0)
  }

  @Test func `forms of a word are alike in part`() throws {
    let forms = try #require(likeness("refunded", "refunds"))
    #expect(forms > 0.3 && forms < 1)
    #expect(try #require(likeness("refund", "window")) < 0.1)
  }

  @Test func `a rare word in common counts more than a common one`() throws {
    let use = Dictionary(
      uniqueKeysWithValues: ["the", "order"].flatMap { WordBag([$0]).words }.map {
        ($0.number, 900)
      })
    let compare = { (one: String, other: String) in
      self.weighed(one, use, texts: 1000).likeness(to: self.weighed(other, use, texts: 1000))
    }
    let rare = try #require(compare("the kiln", "order kiln"))
    let common = try #require(compare("the kiln", "the moss"))
    #expect(rare > 4 * common)
  }

  @Test func `weights fall with use, stay above zero, and hardly differ among the first texts`() {
    let large = WordUse(texts: 1000)
    let weights = (0...1000).map { large.weight(of: $0) }
    #expect(zip(weights, weights.dropFirst()).allSatisfy { $0 > $1 })
    #expect(weights.allSatisfy { $0 > 0 })
    #expect(large.weight(of: 5000) == large.weight(of: 1000))
    let first = WordUse(texts: 1)
    #expect(first.weight(of: 1) > 0.8 * first.weight(of: 0))
  }

  @Test func `scripts without spaces are read in pairs of characters`() throws {
    #expect(WordBag(["中国人民"]).words.count == 3)
    #expect(WordBag(["人"]).words.count == 1)
    #expect(WordBag(["a人b"]).words.count == 3)
    #expect(WordBag(["人民 ok"]) == WordBag(["ok 人民"]))
    let alike = try #require(likeness(Self.texts[7], Self.texts[8]))
    #expect(alike > 0.3 && alike < 1)
  }

  @Test func `letters with marks, and pictographs, are what one sees`() {
    #expect(WordBag(["👍 👍"]).words.map(\.count) == [2])
    #expect(WordBag(["❤\u{FE0F}"]) == WordBag(["❤"]))
    #expect(WordBag(["नमस्ते"]).words.count == 1)
    #expect(WordBag(["don't"]) == WordBag(["t don"]))
  }

  @Test func `what lies behind the limit is not read`() {
    let long = String(repeating: "a ", count: WordBag.readLimit)
    #expect(WordBag([long]) == WordBag([long + "b"]))
    #expect(WordBag([long, "b"]) == WordBag([long]))
  }

  @Test func `numbers of words are the same on every machine`() {
    // FNV-1a of "a" and of "foobar" (Fowler, Noll, Vo: test vectors).
    #expect(WordBag(["a"]).words.map(\.number) == [0xE40C_292C])
    #expect(WordBag(["foobar"]).words.map(\.number) == [0xBF9C_F968])
  }

  @Test func `a probe passes over what shares no word, and finds the text itself`() {
    for text in Self.texts where !WordBag([text]).isEmpty {
      let probe = WordProbe(WordBag([text])) { _ in 2 }
      #expect(probe.share(in: text) == 1)
      #expect(probe.share(in: "Ω") == 0)
    }
    let half = WordProbe(WordBag(["one two"])) { _ in 1 }
    #expect(half.share(in: "TWO, two and three") == 0.5)
  }
}
