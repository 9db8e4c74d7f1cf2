import Crypto
import Foundation

/// What somebody did to a backup, and what is said of it.
enum Tampering: CaseIterable {
  case above, absolute, symbolicLink, hardLink, folder, twice, unlisted, tooLong, tooShort,
    bigHeader
  case truncated, noEnd, behindEnd, damagedHead, changedFile, changedAndListed, changedBatch
  case missing, noManifest, otherFormat, namedTwice, notTar, settingsOnly

  var code: Int { [.changedAndListed, .changedBatch].contains(self) ? 1 : 3 }

  var words: String {
    switch self {
    case .above, .absolute, .unlisted: "is no file of a project"
    case .symbolicLink: "is a symbolic link"
    case .hardLink: "is a hard link"
    case .folder: "is a folder"
    case .twice: "is there twice"
    case .tooLong, .tooShort, .bigHeader: "and its list says"
    case .truncated, .noEnd: "it ends in the middle"
    case .behindEnd: "something stands behind its end"
    case .damagedHead: "the head of a file in it is damaged"
    case .changedFile: "is not what was backed up"
    case .changedAndListed: "BROKEN: event 4"
    case .changedBatch: "BROKEN: batch 1"
    case .missing: "is missing"
    case .noManifest: "does not begin with its list"
    case .otherFormat: "is no backup of the form"
    case .namedTwice: "twice"
    case .notTar: "damaged"
    case .settingsOnly: "no log or no settings"
    }
  }

  func done(to bytes: [UInt8]) -> [UInt8] {
    var tar = TarFile(bytes)
    let last = tar.entries.count - 1
    let log = tar.entries.firstIndex { $0.name == "log/events.jsonl" } ?? 0
    let batch = tar.entries.firstIndex { $0.name.hasPrefix("batches/0001") } ?? 0
    switch self {
    case .above: tar.entries.insert(.init(name: "log/attach/../../../escaped"), at: 2)
    case .absolute: tar.entries.insert(.init(name: "/tmp/tiebreak-escaped"), at: 2)
    case .symbolicLink:
      tar.entries.insert(.init(name: "log/attach", type: "2", target: "/tmp"), at: 2)
    case .hardLink:
      tar.entries.insert(.init(name: "guidelines/v9.md", type: "1", target: "/etc/passwd"), at: 2)
    case .folder: tar.entries.insert(.init(name: "log", type: "5"), at: 2)
    case .twice: tar.entries.insert(tar.entries[1], at: 2)
    case .unlisted: tar.entries.append(.init(name: "store/items.sqlite", contents: [1, 2]))
    case .tooLong: tar.entries[last].contents += [0x0A]
    case .tooShort: tar.entries[last].contents.removeLast()
    case .bigHeader: tar.entries[last].stated = 0o77_777_777_777
    case .truncated: return Array(bytes.prefix(bytes.count / 2))
    case .noEnd: return Array(bytes.dropLast(1024))
    case .behindEnd: return bytes + [7]
    case .damagedHead:
      var bytes = bytes
      bytes[100] ^= 1
      return bytes
    case .changedFile: tar.entries[log].contents[200] ^= 1
    case .changedAndListed:
      // Whoever lists the change too is found out by the log's chain.
      let lines = tar.entries[log].contents.split(separator: 0x0A, omittingEmptySubsequences: false)
      let place = lines.prefix(4).reduce(0) { $0 + $1.count + 1 } + 20
      tar.entries[log].contents[place] ^= 1
      Self.list(&tar)
    case .changedBatch:
      tar.entries[batch].contents = tar.entries.last { $0.name.hasSuffix(".zst") }?.contents ?? []
      Self.list(&tar)
    case .missing: tar.entries.removeLast()
    case .noManifest: tar.entries.removeFirst()
    case .otherFormat: Self.replace(&tar, "tiebreak-backup/1", "tiebreak-backup/9")
    case .namedTwice:
      Self.replace(&tar, tar.entries[last].name, tar.entries[log].name)
    case .notTar: return [UInt8](repeating: 0x41, count: 4096)
    case .settingsOnly: Self.replace(&tar, "log/events.jsonl", "guidelines/v77.md")
    }
    return tar.bytes
  }

  private static func replace(_ tar: inout TarFile, _ old: String, _ new: String) {
    let text = String(decoding: tar.entries[0].contents, as: UTF8.self)
    tar.entries[0].contents = Array(text.replacingOccurrences(of: old, with: new).utf8)
  }

  /// Makes the list say what the files are.
  private static func list(_ tar: inout TarFile) {
    let members = JSON(Data(tar.entries[0].contents))
    let files = tar.entries.dropFirst().map { entry in
      let digest = LogBytes.hexadecimal(SHA256.hash(data: entry.contents))
      return #"{"bytes":\#(entry.contents.count),"name":"\#(entry.name)","sha256":"\#(digest)"}"#
    }
    let text = { (name: String) in members?[name]?.string ?? "" }
    tar.entries[0].contents = Array(
      (#"{"events":\#(members?["events"]?.integer ?? 0),"files":["# + files.joined(separator: ",")
        + #"],"format":"\#(text("format"))","hash":"\#(text("hash"))","project":"\#(text("project"))","#
        + #""state":"\#(text("state"))"}"#).utf8)
  }
}
