package import Domain

/// What annotators are called on one item.
///
/// Letters are dealt from a seed, so that they are the same whenever the item is opened and say
/// nothing from one item to the next. Models are `◆`.
package struct Letters: Hashable, Sendable {
  private let names: [AnnotatorID: String]

  /// - Parameters:
  ///   - ratings: of the whole item, all questions.
  ///   - seed: of the item.
  package init(_ ratings: [Rating], blinding: Blinding, seed: UInt64) {
    var names: [AnnotatorID: String] = [:]
    let people = Set(ratings.filter { $0.origin == .person }.compactMap(\.annotator)).sorted()
    var order = SeededOrder(seed: seed ^ 0x6C65_7474_6572_7300)
    let places = order.permutation(of: people.count)
    for (person, place) in zip(people, places) {
      names[person] = blinding == .off ? person.text : Self.letter(place)
    }
    let models = Set(ratings.filter { $0.origin == .model }.compactMap(\.annotator)).sorted()
    for (index, model) in models.enumerated() where names[model] == nil {
      names[model] =
        blinding == .off ? "◆" + model.text : models.count == 1 ? "◆" : "◆\(index + 1)"
    }
    self.names = names
  }

  /// What the annotator of a rating is called; `–` where the export does not say who it was.
  package func name(of rating: Rating) -> String {
    if rating.origin == .gold { return "gold" }
    guard let annotator = rating.annotator else { return rating.origin == .model ? "◆" : "–" }
    return names[annotator] ?? "–"
  }

  /// A … Z, then AA, AB, …
  static func letter(_ place: Int) -> String {
    let last = Character(Unicode.Scalar(UInt8(65 + place % 26)))
    return place < 26 ? String(last) : letter(place / 26 - 1) + String(last)
  }
}
