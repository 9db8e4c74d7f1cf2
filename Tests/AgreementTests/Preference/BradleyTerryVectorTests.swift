import Agreement
import Foundation
import TestSupport
import Testing

@Suite struct BradleyTerryVectorTests {
  @Test(arguments: [("vectors/agreement.json", 2), ("vectors/random.json", 4)])
  func `every case about strengths comes out`(_ path: String, _ count: Int) throws {
    guard let bytes = try SharedFixtures.bytes(path) else { return }
    let root = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    let datasets = try #require(root?["datasets"] as? [String: [String: Any]])
    let cases = (root?["cases"] as? [[String: Any]] ?? []).filter {
      $0["measure"] as? String == "bradley_terry"
    }
    #expect(cases.count == count, "none is left out")
    for listed in cases {
      let key = try #require(listed["data"] as? String)
      try compare(listed, try #require(datasets[key]))
    }
  }

  private func compare(_ listed: [String: Any], _ source: [String: Any]) throws {
    let name = try #require(listed["name"] as? String)
    let items = try #require(source["items"] as? [String])
    let wins = try #require(source["wins"] as? [[Int]])
    let options = try #require(listed["options"] as? [String: Any])
    let reference = try #require(
      items.firstIndex { $0 == options["reference"] as? String }, "\(name)")
    let expected = try #require(listed["expected"] as? [String: Any])
    let tolerance = try #require(listed["tolerance"] as? Double)
    let model = BradleyTerry(WinTable(wins: wins))
    if let status = expected["status"] as? String {
      #expect(model.status.rawValue == status, "\(name)")
      #expect(model.strength(0).value == nil && model.strength(0).explanation != nil)
      return
    }
    #expect(expected.count == items.count)
    for (index, item) in items.enumerated() {
      let wanted = try #require(expected[item] as? Double, "\(name) \(item)")
      let ours = try #require(model.difference(index, reference).value)
      #expect((ours - wanted).magnitude <= tolerance, "\(name) \(item): \(ours)")
    }
  }
}
