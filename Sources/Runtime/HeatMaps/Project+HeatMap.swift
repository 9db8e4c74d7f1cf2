package import Agreement
package import Domain
import Store
import Workbench

extension Project {
  /// What heat maps of a kind are drawn from, for each question that was asked.
  ///
  /// - Parameters:
  ///   - slice: the slice to cut by; nil where the project has only one.
  ///   - question: only this one.
  package func heatMaps(
    _ kind: HeatMapKind, of units: HeatUnits = .all, slice: String?, question: QuestionID?
  ) throws(ProjectFailure) -> HeatMapQuestions {
    let slice = kind.columns == .slice ? try chosenSlice(slice) : nil
    let asked: [QuestionID]
    var questions = HeatMapQuestions()
    let borders: [LabelBorder]
    var isKnown = false
    do throws(ReadFailure) {
      asked = try index.summary(now: now).questions
      borders = try labelBorders()
      for name in asked where question == nil || question == name {
        guard let sums = try index.sums(name, detail: kind.detail) else { continue }
        let source = try index.heatSource(
          name, from: sums, of: units, by: Self.cut(kind, slice))
        isKnown = true
        let title = asked.count > 1 ? name.text : nil
        if let reason = Self.unlabelled(sums) {
          questions.unlabelled.append(
            UnlabelledQuestion(source: configuration.name, question: title, reason: reason))
          continue
        }
        questions.drawable.append(
          HeatMapSource(
            name: configuration.name, question: title, source: source, slice: slice,
            scope: HeatScope(
              question: asked.count > 1 ? name : nil, slice: slice,
              areLabels: sums.values.allSatisfy { $0.kind == .label }),
            borders: borders, rowsRefused: 0, diagnostics: 0))
      }
    } catch {
      throw .read(error)
    }
    guard !isKnown, let question else { return questions }
    throw .usage(
      Words.choose(
        "question", among: asked.map(\.text), wanted: question.text, with: "--about"))
  }

  static func unlabelled(_ sums: QuestionSums) -> UnlabelledQuestion.Reason? {
    if sums.values.contains(where: { Regions($0) != nil }) { return .regions }
    return HeatSource(sums: sums.sums, labels: sums.labels).hasRatings ? nil : .abstentions
  }

  /// The part of a kind's units that columns are.
  static func cut(_ kind: HeatMapKind, _ slice: String?) -> UnitCut? {
    switch kind {
    case .labelLabel, .labelAnnotator, .annotatorAnnotator, .pairAnnotator: nil
    case .labelBatch, .pairBatch: .batch
    case .labelWeek, .pairWeek: .week
    case .labelSlice, .pairSlice: slice.map { .slice($0) }
    case .labelVersion, .pairVersion: .version
    }
  }

  private func chosenSlice(_ wanted: String?) throws(ProjectFailure) -> String {
    let names: [String]
    do throws(ReadFailure) {
      names = try index.sliceNames()
    } catch {
      throw .read(error)
    }
    if let wanted, names.contains(where: { $0.utf8.elementsEqual(wanted.utf8) }) { return wanted }
    if wanted == nil, names.count == 1, let only = names.first { return only }
    throw .usage(Words.choose("slice", among: names, wanted: wanted, with: "--slice"))
  }
}

extension HeatMapKind {
  /// What of annotators a map of this kind is drawn from.
  var detail: AnnotatorDetail { columns == .annotator ? .pairs : .none }
}
