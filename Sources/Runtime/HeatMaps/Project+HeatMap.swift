package import Agreement
package import Domain
import Store

extension Project {
  /// What heat maps of a kind are drawn from, for each question that was asked.
  ///
  /// - Parameters:
  ///   - slice: the slice to cut by; nil where the project has only one.
  ///   - question: only this one.
  package func heatMaps(
    _ kind: HeatMapKind, slice: String?, question: QuestionID?
  ) throws(ProjectFailure) -> [HeatMapSource] {
    let slice = kind == .labelSlice ? try chosenSlice(slice) : nil
    let asked: [QuestionID]
    var sources: [HeatMapSource] = []
    do throws(ReadFailure) {
      asked = try index.summary(now: now).questions
      for name in asked where question == nil || question == name {
        guard let source = try index.heatSource(name, by: Self.cut(kind, slice)) else { continue }
        sources.append(
          HeatMapSource(
            name: configuration.name, question: asked.count > 1 ? name.text : nil, source: source,
            slice: slice, rowsRefused: 0, diagnostics: 0))
      }
    } catch {
      throw .read(error)
    }
    guard sources.isEmpty, let question else { return sources }
    throw .usage(
      HeatMapWords.choose(
        "question", among: asked.map(\.text), wanted: question.text, with: "--about"))
  }

  private static func cut(_ kind: HeatMapKind, _ slice: String?) -> UnitCut? {
    switch kind {
    case .labelLabel, .labelAnnotator, .annotatorAnnotator: nil
    case .labelBatch: .batch
    case .labelWeek: .week
    case .labelSlice: slice.map { .slice($0) }
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
    throw .usage(HeatMapWords.choose("slice", among: names, wanted: wanted, with: "--slice"))
  }
}
