import Foundation
import TestSupport
import Testing

/// `doctor`: every state that a project may be in, what is mended of it, and what is left alone.
@Suite struct DoctorTests {
  /// A project with everything that can ail, in a state of rest.
  private func made() throws -> TortureProject {
    let project = try TortureProject()
    let place = project.place
    try FileManager.default.copyItem(atPath: place["project/store"], toPath: place["old-store"])
    try place.run(Deed.importing.arguments).expect(0)
    try place.run(Deed.rule.arguments, input: Deed.rule.input(items: project.items)).expect(0)
    try place.run(Deed.publish.arguments).expect(0)
    try place.run("init", "other", "--sandbox", "--from", Deed.added).expect(0)
    try place.run("-C", "project", "doctor").expect(0)
    return project
  }

  @Test func `what may be mended is mended, and nothing else is touched`() throws {
    let project = try made()
    let whole = try project.place.run("-C", "project", "doctor", "--dump").expect(0).output
    for ailment in Ailment.allCases {
      let place = try project.copy(with: ["old-store", "other"])
      try ailment.befall(place)
      let before = Self.truth(place)
      let report = try place.run("-C", "project", "doctor", "--json")
      let json = report.json()
      let mended = json["mended"]?.array.compactMap(\.string) ?? []
      let findings = json["findings"]?.array.compactMap(\.string) ?? []
      if let wanted = ailment.mended {
        #expect(report.code == 0, "\(ailment): \(report.text)\(report.complaint)")
        #expect(mended.count == wanted.count, "\(ailment): \(mended)")
        for words in wanted { #expect(mended.contains { $0.contains(words) }, "\(ailment)") }
        #expect(findings == [], "\(ailment)")
        let again = try place.run("-C", "project", "doctor", "--json").expect(0).json()
        #expect(again["mended"]?.array == [], "\(ailment)")
        let dump = try place.run("-C", "project", "doctor", "--dump").expect(0).output
        if ![.tornTail, .zeroTail].contains(ailment) { #expect(dump == whole, "\(ailment)") }
        try place.run("-C", "project", "rule", input: Self.ruling(project)).expect(0)
      } else {
        #expect(report.code == 1, "\(ailment): \(report.text)\(report.complaint)")
        #expect(findings.contains { $0.contains(ailment.evidence) }, "\(ailment): \(findings)")
        #expect(Self.truth(place) == before, "\(ailment)")
        let text = try place.run("-C", "project", "doctor").expect(1)
        #expect(text.text.contains("Not mended: "), "\(ailment)")
      }
    }
  }

  private static func ruling(_ project: TortureProject) -> String {
    #"{"item":"\#(project.items[4])","label":"other"}"#
  }

  /// Whatever the doctor must not change where it refuses: names, sizes and links, but for the tables.
  private static func truth(_ place: Workplace) -> [String] {
    place.listing("project").filter { !$0.hasPrefix("store") && !$0.contains("lock") }
  }
}
