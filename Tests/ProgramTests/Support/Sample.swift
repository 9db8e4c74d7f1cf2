import Foundation
import Testing

/// A sample project of the repository, and how its README says to make it.
enum Sample: String, CaseIterable, CustomTestStringConvertible {
  case supportTickets = "support-tickets"
  case replyPreferences = "reply-preferences"

  var testDescription: String { rawValue }

  /// The folder in `sample-projects/`.
  var folder: String {
    var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    while folder.path != "/" {
      let samples = folder.appendingPathComponent("sample-projects")
      if FileManager.default.fileExists(atPath: samples.path) {
        return samples.appendingPathComponent(rawValue).path
      }
      folder = folder.deletingLastPathComponent()
    }
    return "sample-projects/" + rawValue
  }

  /// How its columns are read.
  var mapping: [String] {
    switch self {
    case .supportTickets:
      [
        "--field", "text", "--slice", "channel", "--slice", "language", "--slice", "product",
        "--abstained", "abstained",
      ]
    case .replyPreferences:
      ["--pair", "prompt,answer_a,answer_b", "--slice", "topic"]
    }
  }

  func text(_ name: String) throws -> String {
    String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)), as: UTF8.self)
  }

  /// Makes the project in the folder `name`.
  func make(
    in place: Workplace, as name: String = "project", isSandbox: Bool = true
  ) throws {
    let arguments =
      [
        "init", name, "--name", rawValue, "--config", folder + "/tiebreak.toml",
        "--from", folder + "/ratings.csv",
      ] + (isSandbox ? ["--sandbox"] : []) + mapping
    try place.run(arguments).expect(0)
  }
}
