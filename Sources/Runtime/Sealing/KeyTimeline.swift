import Domain
import Ledger

/// Which keys were in force where in a log.
struct KeyTimeline {
  private struct Span {
    let seq: Int
    let keys: [VerifierKey]
  }

  private let spans: [Span]

  /// - Parameters:
  ///   - settings: all that ever were in force, in order.
  ///   - attachments: the folder where long ones lie. One that is missing, or cannot be read, names no
  ///     keys: then nothing is believed on its word.
  init(_ settings: [VerificationReport.Settings], attachments: String) {
    let reader = SettingsReader()
    spans = settings.map { settings in
      let bytes =
        settings.text
        ?? (try? DurableFile.read(attachments + "/" + settings.digest.hex, limit: 1 << 20)) ?? nil
      let text = bytes.flatMap { String(validating: $0, as: UTF8.self) }
      let keys = text.flatMap { reader.configuration($0) }?.logKeys ?? []
      return Span(seq: settings.seq, keys: keys.compactMap { VerifierKey($0.text) })
    }
  }

  /// Those that the settings in force at a position name.
  func keys(at seq: Int) -> [VerifierKey] {
    spans.last { $0.seq <= seq }?.keys ?? []
  }
}
