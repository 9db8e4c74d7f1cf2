/// A ruling with what was read when it was made: what a clause can be made from.
public struct ClauseSeed: Hashable, Sendable {
  public let ruling: RuledCase
  /// The item's text, as a person reads it.
  public let reading: String

  public init(ruling: RuledCase, reading: String) {
    self.ruling = ruling
    self.reading = reading
  }

  /// The case as an example: its text in one line, cut where it is too long for one.
  public var example: ClauseExample {
    ClauseExample(reading: reading, of: ruling.unit)
  }
}

extension ClauseExample {
  /// Longest text that is taken from an item, in bytes of UTF-8; whoever edits may write more.
  public static let readingLimit = 400

  /// An example from what an item says, in one line. Of an item that says nothing its id.
  public init(reading: String, of unit: UnitID) {
    var text = String.UnicodeScalarView()
    var bytes = 0
    var isCut = false
    for scalar in reading.unicodeScalars {
      let isBlank = scalar.value <= 0x20
      if isBlank, text.last == " " || text.isEmpty { continue }
      bytes += UTF8.width(scalar)
      if bytes > Self.readingLimit {
        isCut = true
        break
      }
      text.append(isBlank ? " " : scalar)
    }
    if text.last == " " { text.removeLast() }
    let said = String(text) + (isCut ? "…" : "")
    self.init(said.isEmpty ? unit.item.text : said, unit: unit)
  }
}

extension ClauseText {
  /// How many cases of a kind are taken as examples; all of them stand behind the clause.
  public static let seedLimit = 5

  /// A draft with all of these rulings behind it: of the outcome that most were given, the first are its
  /// examples; of the others, its counter-examples. Title and statement are left to whoever edits it.
  ///
  /// - Parameters:
  ///   - labels: those that it concerns; where there are none, those the rulings were contested between.
  ///   - seeds: in the order in which they are to stand.
  public init(labels: [LabelID], from seeds: [ClauseSeed]) {
    let concerned = labels.isEmpty ? seeds.flatMap(\.ruling.contest) : labels
    let bare = ClauseText(
      title: "", labels: concerned, statement: "", bornFrom: seeds.map(\.ruling.seq))
    let agreement = ClauseAgreement(of: bare, id: nil, rulings: seeds.map(\.ruling))
    let agreeing = Set(agreement.cases.filter { $0.stand == .agrees }.map(\.ruling.seq))
    let other = Set(agreement.cases.filter { $0.stand == .contradicts }.map(\.ruling.seq))
    func examples(_ chosen: Set<Int>) -> [ClauseExample] {
      seeds.filter { chosen.contains($0.ruling.seq) }.prefix(Self.seedLimit).map(\.example)
    }
    self.init(
      title: "", labels: concerned, statement: "", examples: examples(agreeing),
      counterExamples: examples(other), bornFrom: bare.bornFrom)
  }
}
