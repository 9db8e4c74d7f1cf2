/// Krippendorff's nominal α with every character a unit: its value is the set of labels that an
/// annotator put on it, which may be empty.
public enum CharacterAlpha {
  /// The estimate over texts, with the jackknife over texts as its interval: characters of a text
  /// are not independent. Texts may have different annotators; those with one drop out.
  public static func estimate(_ continua: [SpanContinuum]) -> Estimate {
    let codes = CodedSpan.codes(continua.flatMap(\.answers))
    return estimate(
      continua.map { continuum in
        CharacterTally(
          continuum.answers.map { CodedSpan.coded($0, codes) }, bounds: continuum.bounds)
      })
  }

  static func estimate(_ texts: [CharacterTally]) -> Estimate {
    var whole = CharacterTally()
    for text in texts { whole.add(text) }
    guard let found = whole.disagreements(without: nil) else {
      return Estimate(undefined: .undefinedNoPairs)
    }
    guard found.expected > 0 else {
      return Estimate(
        undefined: .undefinedNoVariation, observed: found.observed, expected: found.expected)
    }
    let parts = texts.filter { $0.ratings > 0 }
    return UnitJackknife.estimate(
      1 - found.observed / found.expected, observed: found.observed, expected: found.expected,
      units: parts.count
    ) { index in
      whole.disagreements(without: parts[index]).flatMap {
        $0.expected > 0 ? 1 - $0.observed / $0.expected : nil
      }
    }
  }
}
