import Domain

/// The values that are known for a key of limits: from the settings, or from the ratings' names.
struct LimitValues {
  private let model: Model

  init(_ model: Model) {
    self.model = model
  }

  /// Names of properties.
  var sliceKeys: [String] { model.names?.slices.map(\.key) ?? [] }

  /// - Parameters:
  ///   - key: with its colon.
  ///   - typed: of the value, so that the second of two names is offered behind the first.
  func values(for key: String, typed: String) -> [String] {
    let key = String(key.dropLast())
    if key.hasPrefix("slice.") {
      let name = key.dropFirst("slice.".count)
      let found = model.names?.slices.first { $0.key.utf8.elementsEqual(name.utf8) }
      return (found?.values ?? []) + ["*"]
    }
    switch key {
    case "by", "alone": return annotators
    case "pair": return two(labels, labels, typed)
    case "said": return two(annotators, labels, typed)
    case "disagree": return two(annotators, annotators, typed)
    case "batch": return (model.names?.batches).map { (1...max(1, $0)).map { String($0) } } ?? []
    case "version": return (0...max(0, model.summary?.guidelineVersion ?? 0)).map { String($0) }
    default: return LimitKeys.values(for: key, model)
    }
  }

  private var labels: [String] { model.configuration.labels.map(\.id.text) }

  private var annotators: [String] { model.names?.annotators.map(\.text) ?? [] }

  /// First names with the slash that parts them; behind one of these, all second names.
  private func two(_ first: [String], _ second: [String], _ typed: String) -> [String] {
    let written = first.map { $0.replacing("/", with: "\\/") }
    guard let begun = written.first(where: { typed.hasPrefix($0 + "/") }) else {
      return written.map { $0 + "/" }
    }
    return second.map { $0.replacing("/", with: "\\/") }.filter { $0 != begun }
      .map { begun + "/" + $0 }
  }
}
