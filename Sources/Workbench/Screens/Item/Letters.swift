package import Domain

/// What annotators are called on one item.
///
/// Letters are dealt from a seed, so that they are the same whenever the item is opened and say
/// nothing from one item to the next. Models are `◆`.
package struct Letters: Hashable, Sendable {
  private let names: [AnnotatorID: String]

  /// Which letters people are called by.
  package enum Alphabet: Hashable, Sendable {
    /// A, B, C …
    case common
    /// P, Q, R …: for items whose answers or labels are called A and B themselves.
    case late

    /// Whether an item, or the name of a label, says A or B already.
    package init(_ item: Item, _ configuration: ProjectConfiguration) {
      var isTaken = configuration.task == .preference
      if case .pair = item.payload { isTaken = true }
      let words = configuration.labels.lazy.flatMap { $0.name.split { !$0.isLetter } }
      self = isTaken || words.contains { $0 == "A" || $0 == "B" } ? .late : .common
    }

    var letters: [Character] {
      Array(self == .common ? "ABCDEFGHIJKLMNOPQRSTUVWXYZ" : "PQRSTUVWXYZKLMN")
    }
  }

  /// The names on one unit of an item, under its route's blinding.
  package init(
    of unit: UnitDossier, in dossier: Dossier, configuration: ProjectConfiguration, seed: UInt64
  ) {
    self.init(
      dossier.units.flatMap { $0.ratings.map(\.rating) },
      blinding: unit.facts.route?.blind ?? configuration.blind,
      alphabet: Alphabet(dossier.item, configuration), seed: seed)
  }

  /// - Parameters:
  ///   - ratings: of the whole item, all questions.
  ///   - seed: of the item.
  package init(
    _ ratings: [Rating], blinding: Blinding, alphabet: Alphabet = .common, seed: UInt64
  ) {
    var names: [AnnotatorID: String] = [:]
    let people = Set(ratings.filter { $0.origin == .person }.compactMap(\.annotator)).sorted()
    var order = SeededOrder(seed: seed ^ 0x6C65_7474_6572_7300)
    let places = order.permutation(of: people.count)
    let letters = alphabet.letters
    for (person, place) in zip(people, places) {
      names[person] = blinding == .off ? person.text : Self.name(place, in: letters)
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

  /// Of somebody who rated the item.
  package func name(ofPerson annotator: AnnotatorID) -> String { names[annotator] ?? "–" }

  /// A … Z, then AA, AB, …: for lists in which nothing else is called A.
  static func letter(_ place: Int) -> String { name(place, in: Alphabet.common.letters) }

  /// One letter each, then two: A … Z, AA, AB, …
  static func name(_ place: Int, in letters: [Character]) -> String {
    let last = String(letters[place % letters.count])
    guard place >= letters.count else { return last }
    return name(place / letters.count - 1, in: letters) + last
  }
}
