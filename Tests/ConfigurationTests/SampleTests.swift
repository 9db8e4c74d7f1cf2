import Configuration
import Domain
import Foundation
import Testing

@Suite struct SampleTests {
  @Test(arguments: ["support-tickets", "reply-preferences"])
  func `the samples of this repository are read without a problem`(_ sample: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = folder.appendingPathComponent("sample-projects/\(sample)/tiebreak.toml")
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let configuration = try ConfigurationReader.read(text, file: file.path)
    #expect(configuration.name == sample)
    #expect(configuration.labels.count > 4)
    let written = ConfigurationText.text(of: configuration)
    #expect(try ConfigurationReader.read(written, file: "t") == configuration)
  }
}
