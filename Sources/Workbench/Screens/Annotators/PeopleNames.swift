import Domain
import Screen

/// What annotators are called on this screen.
///
/// Where names are hidden from those who rule, only leads may see them here. Everybody else sees
/// letters that are dealt for the project: the same on every visit, and not those of any item.
struct PeopleNames {
  private let letters: [AnnotatorID: SafeText]

  init(_ model: Model) {
    let shown = model.annotators.rows
    guard !model.seesNames || !model.annotators.showsNames else {
      letters = [:]
      all = shown.map { SafeText($0.id.text).plain }
      return
    }
    let rows = model.annotators.page?.value.rows ?? []
    var letters: [AnnotatorID: SafeText] = [:]
    let people = rows.filter { !$0.isModel }.map(\.id).sorted()
    var order = SeededOrder(seed: model.start.seed ^ 0x7065_6F70_6C65_0000)
    for (person, place) in zip(people, order.permutation(of: people.count)) {
      letters[person] = SafeText(Letters.letter(place))
    }
    let models = rows.filter(\.isModel).map(\.id).sorted()
    for (place, model) in models.enumerated() {
      letters[model] = models.count == 1 ? "model" : "model \(place + 1)"
    }
    self.letters = letters
    all = shown.map { letters[$0.id]?.plain ?? "" }
  }

  /// Everybody's name as it is shown, in the order of the list.
  let all: [String]

  func name(_ id: AnnotatorID) -> SafeText { letters[id] ?? SafeText(id.text) }
}

extension Model {
  /// Whether names may be seen here at all: always by leads, by others where the project hides none.
  package var seesNames: Bool { configuration.blind == .off || me.holds(.lead) }
}
