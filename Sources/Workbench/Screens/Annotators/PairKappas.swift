import Domain

/// Who agrees with whom, found by two names.
struct PairKappas {
  private struct Key: Hashable {
    let first: AnnotatorID
    let second: AnnotatorID

    init(_ one: AnnotatorID, _ other: AnnotatorID) {
      (first, second) = one < other ? (one, other) : (other, one)
    }
  }

  private let kappas: [Key: Measure]

  init(_ pairs: [AnnotatorsPage.Pair]) {
    kappas = Dictionary(
      pairs.map { (Key($0.first, $0.second), $0.kappa) }, uniquingKeysWith: { first, _ in first })
  }

  /// nil for two who share no unit, and for one and the same.
  func of(_ one: AnnotatorID, _ other: AnnotatorID) -> Measure? { kappas[Key(one, other)] }
}

extension AnnotatorsModel {
  var pairKappas: PairKappas { PairKappas(page?.value.pairs ?? []) }
}
