import Agreement
import Domain
import Store
package import Workbench

extension Project {
  /// A heat map with what stands beside it. O(cells of the sums); no rating is looked at.
  package func heatMapPage(_ wanted: HeatMapWanted) throws(ProjectFailure) -> HeatMapPage {
    do throws(ReadFailure) {
      return try page(wanted, isWhole: true)
    } catch {
      throw .read(error)
    }
  }

  /// The same without what needs the tables of every two annotators, which are most of what is stored;
  /// nil where the map itself is made of them.
  package func quickHeatMapPage(_ wanted: HeatMapWanted) throws(ProjectFailure) -> HeatMapPage? {
    guard wanted.request.kind.detail != .pairs else { return nil }
    do throws(ReadFailure) {
      return try page(wanted, isWhole: false)
    } catch {
      throw .read(error)
    }
  }

  private func page(
    _ wanted: HeatMapWanted, isWhole: Bool
  ) throws(ReadFailure) -> HeatMapPage {
    let summary = try index.summary(now: now)
    var sums: [(question: QuestionID, sums: QuestionSums)] = []
    for question in summary.questions {
      guard let stored = try index.sums(question, detail: .none),
        Self.unlabelled(stored) == nil
      else { continue }
      sums.append((question, stored))
    }
    let slices = try index.sliceNames()
    let chosen = sums.first { $0.question == wanted.question } ?? sums.first
    guard let chosen else {
      let nothing = HeatSource(sums: AgreementSums(detail: .none), labels: [])
      var page = HeatMapPage(map: HeatMap(nothing, HeatMapRequest()))
      page.head = summary.head
      return page
    }
    let slice = slices.first { $0 == wanted.slice } ?? slices.first
    let request = wanted.request
    let stored =
      request.kind.detail == .pairs ? try pairSums(chosen.question) ?? chosen.sums : chosen.sums
    let source = try index.heatSource(
      chosen.question, from: stored, of: request.units, by: Self.cut(request.kind, slice))
    var page = HeatMapPage(
      map: HeatMap(source, request),
      scope: HeatScope(
        question: summary.questions.count > 1 ? chosen.question : nil, slice: slice,
        areLabels: chosen.sums.values.allSatisfy { $0.kind == .label }))
    page.question = chosen.question
    page.questions = sums.map(\.question)
    page.slice = slice
    page.slices = slices
    page.hasVersions = summary.guidelineVersion > 0
    page.hasBatches = summary.batches > 1
    page.borders = try labelBorders()
    page.folder = personal.path + "/exports"
    page.head = summary.head
    if request.kind == .labelLabel || request.kind.rows == .pair {
      try addCompanions(of: chosen, source, request, slices, to: &page)
      if isWhole {
        page.people = try labelPairsByAnnotator(chosen.question, enough: request.enough)
      }
    }
    return page
  }

  /// What is known of pairs of labels beside the map itself.
  private func addCompanions(
    of chosen: (question: QuestionID, sums: QuestionSums), _ source: HeatSource,
    _ request: HeatMapRequest, _ slices: [String], to page: inout HeatMapPage
  ) throws(ReadFailure) {
    if request.kind == .labelLabel, request.units != .overruled {
      let alphas = HeatMap(
        source,
        HeatMapRequest(
          measure: .alpha, order: request.order, units: request.units, enough: request.enough))
      page.alphas = (0..<alphas.rows.count).map { alphas[HeatPlace(row: $0, column: $0)].value }
    }
    page.pairUnits = try index.pairUnits(chosen.question)
    let weeks = try index.heatSource(chosen.question, from: chosen.sums, by: .week)
    page.weeks = Self.map(.pairWeek, weeks, request)
    if page.hasVersions {
      let versions = try index.heatSource(chosen.question, from: chosen.sums, by: .version)
      page.versions = Self.map(.pairVersion, versions, request)
    }
    page.disagreement = weeks.cuts.compactMap { cut -> HeatWeek? in
      guard let name = cut.name else { return nil }
      let agreement = PercentAgreement.estimate(cut.sums)
      let pairable = cut.sums.rows.filter { $0.table == .units && $0.first > 1 }
      let isEnough = pairable.reduce(0) { $0 + $1.count } >= request.enough
      return HeatWeek(name: name, value: isEnough ? agreement.value.map { 1 - $0 } : nil)
    }
    for slice in slices.prefix(Self.mostSlices) {
      let places = try index.heatSource(chosen.question, from: chosen.sums, by: .slice(slice))
      page.places.append(Self.map(.pairSlice, places, request))
    }
  }

  private static func map(
    _ kind: HeatMapKind, _ source: HeatSource, _ request: HeatMapRequest
  ) -> HeatMap {
    HeatMap(source, HeatMapRequest(kind: kind, enough: request.enough))
  }

  /// Beside a cell there is room for a few slices.
  private static let mostSlices = 4

  /// Writes the map that is wanted as `PATH.csv` and `PATH.svg`; replaces nothing.
  ///
  /// - Returns: what was done, in words.
  func writeHeatMap(
    _ wanted: HeatMapWanted, to path: String
  ) throws(ProjectFailure) -> String {
    let page = try heatMapPage(wanted)
    let drawn = DrawnHeatMap(
      name: configuration.name, question: page.questions.count > 1 ? page.question?.text : nil,
      slice: page.map.columns.subject == .slice ? page.slice : nil, map: page.map,
      borders: page.borders)
    return try HeatMapFile.writeBoth(
      drawn, to: path, folder: page.folder, project: folder, surroundings: surroundings)
  }
}
