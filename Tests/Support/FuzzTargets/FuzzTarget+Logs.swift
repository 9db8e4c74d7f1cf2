import Crypto
import Domain
import Foundation
import Ledger

extension FuzzTarget {
  /// The log, and what is signed about it.
  static let logs: [FuzzTarget] = [
    // Hashes and links are made right, so that what lies behind them is reached.
    FuzzTarget("log", seeds: [goldenPayloads.joined(separator: "\n")]) { bytes in
      let lines = chained(bytes)
      let report = LogVerifier.verify(bytes: lines.flatMap { $0 })
      for line in lines.prefix(report.events) {
        guard let read = try? ReadLine(LogLine(stored: line)) else {
          return .broken("the verifier takes a line that the reader refuses")
        }
        guard read.references.isEmpty else { continue }
        guard let event = try? read.event(attachments: [:]) else {
          return .broken("the verifier takes an event that the reader refuses")
        }
        let before = Head(seq: event.seq - 1, hash: event.previous)
        guard let drafts = try? EncodedDraft.all([event.draft]),
          let written = try? EncodedDraft.lines(drafts, after: before)
        else { return .broken("an event that was read cannot be written") }
        guard written[0].bytes == line else {
          return .broken("an event has a second spelling")
        }
      }
      return report.isSound && !lines.isEmpty ? .accepted : .refused
    },
    FuzzTarget(
      "log-bytes",
      seeds: [chained(Array(goldenPayloads.joined(separator: "\n").utf8)).flatMap { $0 }]
    ) {
      LogVerifier.verify(bytes: $0).isSound ? .accepted : .refused
    },
    FuzzTarget(
      "note",
      seeds: [
        "tiebreak/0000\n256\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n"
          + "— tiebreak/0000 AAAAAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4v"
          + "MDEyMzQ1Njc4OTo7PD0+Pw==\n"
      ]
    ) { bytes in
      guard let note = try? SignedNote(bytes) else { return .refused }
      _ = try? Checkpoint(note)
      return note.bytes == bytes ? .accepted : .broken("a note has a second spelling")
    },
  ]

  /// Lines of the golden log without their hashes.
  private static let goldenPayloads: [String] = {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    let page = folder.appendingPathComponent("docs/log-format.md")
    let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { $0.hasPrefix(#"{"actor""#) }.compactMap { line in
      line.range(of: #","hash":""#, options: .backwards).map { line[..<$0.lowerBound] + "}" }
    }.map(String.init)
  }()

  /// Payloads, one a line, as lines of a log: each with the hash of the line before and its own.
  private static func chained(_ bytes: [UInt8]) -> [[UInt8]] {
    let opening = Array(#""prev":""#.utf8)
    var previous = [UInt8](repeating: UInt8(ascii: "0"), count: 64)
    return bytes.split(separator: 0x0A).map { part in
      var payload = Array(part)
      let found = payload.indices.first { payload[$0...].starts(with: opening) }
      if let start = found.map({ $0 + opening.count }), start + 64 <= payload.count {
        payload.replaceSubrange(start..<start + 64, with: previous)
      }
      previous = hex(SHA256.hash(data: [0] + payload))
      return Array(payload.dropLast()) + Array(#","hash":""#.utf8) + previous + Array("\"}\n".utf8)
    }
  }

  private static func hex(_ digest: SHA256.Digest) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  }
}
