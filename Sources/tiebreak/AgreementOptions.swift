import Agreement
import ArgumentParser
import Domain
import Interchange
import Runtime

/// What `agree` is asked for besides what it always says.
struct AgreementOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Level of measurement of Krippendorff's α: nominal, ordinal, interval or ratio.",
      valueName: "level"))
  var level: String?

  @Option(
    help: ArgumentHelp(
      "Count near misses as partial agreement.",
      discussion: "One of \(schemes.joined(separator: ", ")). Also adds the weighted figures.",
      valueName: "scheme"), completion: .list(schemes))
  var weights: String?

  @Option(
    name: .customLong("weight-table"),
    help: ArgumentHelp(
      "The same with weights of your own: a CSV file of label, label and how much they agree, from 0, as for pairs that are not named, to 1.",
      valueName: "file"), completion: .file())
  var weightTable: String?

  @Option(
    help: ArgumentHelp(
      "Draw the items again so many times for the intervals.", valueName: "resamples"))
  var bootstrap: Int?

  @Option(
    help: ArgumentHelp(
      "How --bootstrap reads its intervals off: bca, as it does otherwise, or percentile.",
      valueName: "method"),
    completion: .list(ResamplingMethod.allCases.map(\.rawValue)))
  var interval: String?

  @Option(
    help: ArgumentHelp(
      "What --bootstrap starts its random numbers from; 1 otherwise.", valueName: "number"))
  var seed: UInt64?

  @Option(
    help: ArgumentHelp(
      "Agreement within each batch, round, version of the guideline, day, week, month, or value of a slice; may be repeated.",
      valueName: "part"))
  var by: [String] = []

  @Option(
    help: ArgumentHelp(
      "Agreement over time, with alarms where it changes: by day, week, or hours, such as 6h.",
      valueName: "window"))
  var drift: String?

  @Flag(help: "The mix of labels: rare and unused ones, and with --by what is missing where.")
  var coverage = false

  @Option(
    help: ArgumentHelp(
      "The mix there should be: label=share, may be repeated; labels that are not named share the rest. Or uniform. Implies --coverage.",
      valueName: "label=share"))
  var target: [String] = []

  @Option(
    help: ArgumentHelp(
      "How many items a batch must have to know a share of items, or α, to within so much.",
      valueName: "half-width"))
  var width: Double?

  @Option(
    help: ArgumentHelp(
      "The share of wrong items that --width shall rule out; .01 otherwise.", valueName: "share"))
  var wrong: Double?

  @Option(
    help: ArgumentHelp(
      "How much two spans or boxes must share to be the same one: intersection over union; .5 otherwise.",
      valueName: "share"))
  var overlap: Double?

  @Flag(help: "Read labels as preferences: a or b, left or right, 1 or 2, degrees of these.")
  var preference = false

  @Option(
    help: ArgumentHelp(
      "A model's probabilities as JSON Lines: calibration and probable label errors.",
      valueName: "file"), completion: .file())
  var probabilities: String?

  @Flag(
    name: .customLong("out-of-sample"),
    help: "State that the model of --probabilities was not trained on these items.")
  var isOutOfSample = false

  private static let uniform = "uniform"
  private static let schemes = AgreementWeights.Scheme.allCases.map(\.rawValue)
    .filter { $0 != AgreementWeights.Scheme.identity.rawValue }

  func validate() throws {
    if let level, Scale(rawValue: level) == nil || level == Scale.set.rawValue {
      throw ValidationError("--level is nominal, ordinal, interval or ratio, not '\(level)'.")
    }
    if let weights, !Self.schemes.contains(weights) {
      throw ValidationError(
        "--weights is one of \(Self.schemes.joined(separator: ", ")), not '\(weights)'.")
    }
    if weights != nil, weightTable != nil {
      throw ValidationError("--weights and --weight-table exclude each other.")
    }
    if let bootstrap, !(100...1_000_000).contains(bootstrap) {
      throw ValidationError("--bootstrap wants from 100 to 1000000 resamples, not \(bootstrap).")
    }
    if let interval, ResamplingMethod(rawValue: interval) == nil {
      throw ValidationError("--interval is bca or percentile, not '\(interval)'.")
    }
    if bootstrap == nil, interval != nil || seed != nil {
      throw ValidationError(
        "--interval and --seed say how --bootstrap draws; name a number of resamples.")
    }
    if let drift, Self.window(drift) == nil {
      throw ValidationError("--drift is day, week, or hours such as 6h, not '\(drift)'.")
    }
    try validateShares()
    if isOutOfSample, probabilities == nil {
      throw ValidationError("--out-of-sample says something about the file of --probabilities.")
    }
  }

  private func validateShares() throws {
    for text in target where target != [Self.uniform] && Self.share(text) == nil {
      throw ValidationError(
        "--target is label=share, with a share from 0 upwards, or uniform; not '\(text)'.")
    }
    if let width, !(width > 0 && width < 1) {
      throw ValidationError("--width is between 0 and 1, not \(width).")
    }
    if let wrong, !(wrong > 0 && wrong < 1) {
      throw ValidationError("--wrong is between 0 and 1, not \(wrong).")
    }
    if wrong != nil, width == nil {
      throw ValidationError("--wrong belongs to --width, which says how exact the rest shall be.")
    }
    if let overlap, !(overlap > 0 && overlap <= 1) {
      throw ValidationError("--overlap is above 0 and at most 1, not \(overlap).")
    }
    guard target != [Self.uniform] else { return }
    let shares = target.compactMap { Self.share($0) }
    if Set(shares.map(\.0)).count < shares.count {
      throw ValidationError("--target names a label twice.")
    }
    let sum = shares.reduce(0) { $0 + $1.1 }
    if sum > 1.000_001 {
      throw ValidationError("The shares of --target add up to \(sum), which is more than 1.")
    }
  }

  /// Everything these options spell but what is in files of its own.
  func wishes() -> AgreementWishes {
    var wishes = AgreementWishes()
    wishes.level = level.flatMap { Scale(rawValue: $0) }
    wishes.weights = weights.flatMap { AgreementWeights.Scheme(rawValue: $0) }
    wishes.resampling = bootstrap.map {
      Resampling(
        method: interval.flatMap { ResamplingMethod(rawValue: $0) } ?? .bca, replicates: $0,
        seed: seed ?? 1)
    }
    wishes.cuts = by.map { Cut($0) }
    wishes.drift = drift.flatMap { Self.window($0) }
    wishes.target = wantedShares
    wishes.planning = width.map {
      AgreementWishes.Planning(halfWidth: $0, largestDefectShare: wrong ?? 0.01)
    }
    wishes.regions = RegionOptions(threshold: overlap ?? 0.5)
    return wishes
  }

  private var wantedShares: AgreementWishes.Target? {
    if target == [Self.uniform] { return .uniform }
    if target.isEmpty { return coverage ? AgreementWishes.Target.none : nil }
    return .shares(
      Dictionary(target.compactMap { Self.share($0) }, uniquingKeysWith: { _, last in last }))
  }

  /// A label may hold an equals sign: the last one counts.
  private static func share(_ text: String) -> (LabelID, Double)? {
    guard let sign = text.lastIndex(of: "="), sign != text.startIndex,
      let share = Double(text[text.index(after: sign)...]), share >= 0, share.isFinite
    else { return nil }
    return (LabelID(String(text[..<sign])), share)
  }

  private static func window(_ text: String) -> WindowScheme? {
    switch text {
    case "day": .day
    case "week": .week
    default:
      text.hasSuffix("h")
        ? Int(text.dropLast()).flatMap { (1...8760).contains($0) ? .hours($0) : nil } : nil
    }
  }
}
