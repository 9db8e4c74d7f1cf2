/// Prepares the formulas of figures: what does not change from one resample to the next.
struct FormulaMaker {
  let model: PatternModel
  let pairable: [Int]
  let labelCount: Int
  var terms: [[Double]] = []

  func needsPairs(_ figure: CountFigure) -> Bool {
    switch figure {
    case .fleissKappa(let weights), .scottPi(let weights): !weights.isIdentity
    case .krippendorffAlpha(let metric):
      switch metric {
      case .nominal, .ordinal, .interval: false
      case .ratio, .circular, .squared: true
      }
    default: false
    }
  }

  mutating func formula(_ figure: CountFigure) -> FigureFormulas.Formula {
    switch figure {
    case .percentAgreement(let weights): return .percent(agreeing(weights))
    case .fleissKappa(let weights): return .fleiss(agreeing(weights), square(weights))
    case .scottPi(let weights):
      if model.sizes.contains(where: { $0 > 2 }) { return .undefined }
      return .scott(agreeing(weights), square(weights))
    case .gwetAC(let weights):
      let labels = Double(labelCount)
      guard labels > 1 else { return .undefined }
      let total = weights.total(labelCount: labelCount)
      return .gwet(agreeing(weights), factor: total / (labels * (labels - 1)))
    case .brennanPrediger(let weights):
      let labels = Double(labelCount)
      let total = weights.total(labelCount: labelCount)
      return .brennan(agreeing(weights), expected: total / (labels * labels))
    case .krippendorffAlpha(let metric): return alpha(metric)
    case .specificAgreement(let label): return index(label).map { .specific($0) } ?? .undefined
    case .labelAlpha(let label): return index(label).map { .labelAlpha($0) } ?? .undefined
    case .labelKappa(let label): return index(label).map { .labelKappa($0) } ?? .undefined
    }
  }

  private func index(_ code: Int) -> Int? { model.codes.firstIndex(of: code) }

  private mutating func agreeing(_ weights: AgreementWeights) -> FigureFormulas.Agreeing {
    guard !weights.isIdentity else { return FigureFormulas.Agreeing(terms: nil) }
    var terms = model.pairSums { 2 * weights.symmetric($0, $1) }
    model.visit { pattern, places, size in
      for place in places {
        let count = model.placeCounts[Int(place)]
        terms[pattern] += Double(count * (count - 1))
      }
      terms[pattern] = size > 1 ? terms[pattern] / (Double(size) * Double(size - 1)) : 0
    }
    self.terms.append(terms)
    return FigureFormulas.Agreeing(terms: self.terms.count - 1)
  }

  private func square(_ weights: AgreementWeights) -> FigureFormulas.Weights {
    guard !weights.isIdentity else { return FigureFormulas.Weights(rows: nil) }
    return FigureFormulas.Weights(
      rows: model.codes.map { first in
        model.codes.map { weights.symmetric(first, $0) }
      })
  }

  private mutating func alpha(_ metric: AlphaMetric) -> FigureFormulas.Formula {
    if case .nominal = metric { return .nominalAlpha }
    guard let difference = try? AlphaDifference(metric, pairable: pairable) else {
      return .undefined
    }
    switch metric {
    case .ordinal(let ranks):
      let known = model.codes.indices.filter { ranks.indices.contains(model.codes[$0]) }
      return .ordinalAlpha(
        ascending: known.sorted { ranks[model.codes[$0]] < ranks[model.codes[$1]] })
    case .interval(let scores):
      let used = model.codes.map { pairable[$0] == 0 ? 0 : scores[$0] }
      return .lineAlpha(used, terms: coincidences(difference))
    case .nominal, .ratio, .circular, .squared:
      let rows = model.codes.map { first in
        model.codes.map { second in
          first == second || pairable[first] == 0 || pairable[second] == 0
            ? 0 : difference(first, second)
        }
      }
      return .pairAlpha(FigureFormulas.Weights(rows: rows), terms: coincidences(difference))
    }
  }

  /// Σ_kl o_kl δ²_kl by pattern.
  private mutating func coincidences(_ difference: AlphaDifference) -> Int {
    var terms = model.pairSums { 2 * difference($0, $1) }
    model.visit { pattern, _, size in
      terms[pattern] = size > 1 ? terms[pattern] / Double(size - 1) : 0
    }
    self.terms.append(terms)
    return self.terms.count - 1
  }
}
