package import Agreement
package import Interchange

/// One model's votes beside people's, for scripts.
package enum ModelVoteJSON {
  package static func json(
    _ report: ModelVoteReport, model: String, labels: [String], annotators: [String]
  ) -> JSONText {
    var members: [JSONText.Member] = [
      .init("model", .string(model)), .init("units", .integer(report.units)),
      .init("common_units", .integer(report.commonUnits)),
      .init("tied_units", .integer(report.tiedUnits)),
      .init("accuracy", EstimateJSON.json(report.accuracy)),
      .init("cohen_kappa", EstimateJSON.json(report.kappa)),
      .init("confusion", .array(report.confusion.cells.map { json($0, labels) })),
      .init(
        "by_annotator",
        .array(
          report.people.map { person in
            [
              "annotator": .string(name(person.annotator, annotators)),
              "units": .integer(person.units), "agreement": EstimateJSON.json(person.agreement),
              "cohen_kappa": EstimateJSON.json(person.kappa),
            ]
          })),
      .init("as_annotator", json(report.substitute, annotators)),
    ]
    if let calibration = report.calibration {
      members.append(.init("calibration", CalibrationJSON.json(calibration, labels: labels)))
    }
    return .object(members)
  }

  private static func name(_ code: Int, _ names: [String]) -> String {
    code < names.count ? names[code] : String(code)
  }

  private static func json(_ cell: ContingencyTable.Cell, _ labels: [String]) -> JSONText {
    [
      "model": .string(name(cell.row, labels)), "majority": .string(name(cell.column, labels)),
      "units": .integer(cell.count),
    ]
  }

  private static func json(_ test: SubstituteTest, _ annotators: [String]) -> JSONText {
    var members: [JSONText.Member] = [
      .init("units", .integer(test.units)),
      .init("model_with_people", EstimateJSON.json(test.modelWithPeople)),
      .init("people_among_themselves", EstimateJSON.json(test.peopleAmongThemselves)),
      .init("difference", EstimateJSON.json(test.difference)),
      .init("verdict", test.verdict.map { .string($0.rawValue) } ?? nil),
      .init("margin", .real(test.margin)),
      .init("winning_rate", EstimateJSON.real(test.winningRate)),
      .init("advantage", EstimateJSON.real(test.advantage)),
      .init("may_replace", test.mayReplace.map { .boolean($0) } ?? nil),
    ]
    if test.winningRate == nil {
      members.append(.init("reason", "too_few_units"))
      members.append(
        .init(
          "explanation",
          .string("No annotator shares \(SubstituteTest.enough) items with the model and others.")))
    }
    members.append(
      .init(
        "by_annotator",
        .array(
          test.places.map { place in
            [
              "annotator": .string(name(place.annotator, annotators)),
              "units": .integer(place.units), "model_share": .real(place.modelShare),
              "annotator_share": .real(place.annotatorShare),
              "difference": EstimateJSON.json(place.difference),
              "won": place.isWon.map { .boolean($0) } ?? nil,
            ]
          })))
    return .object(members)
  }
}
