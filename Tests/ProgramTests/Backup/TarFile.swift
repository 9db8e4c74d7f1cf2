import Foundation

/// A tar archive that is written by hand, so that it can be wrong in every way.
struct TarFile {
  struct Entry {
    var name: String
    var contents: [UInt8] = []
    var type: Character = "0"
    var target = ""
    /// What the head says of the size, where it lies.
    var stated: Int?
  }

  var entries: [Entry]

  /// Reads an archive that is right.
  init(_ bytes: [UInt8]) {
    var entries: [Entry] = []
    var place = 0
    while place + 512 <= bytes.count, bytes[place] != 0 {
      let head = bytes[place..<place + 512]
      let name = String(decoding: head.prefix { $0 != 0 }, as: UTF8.self)
      let digits = bytes[place + 124..<place + 135]
      let size = Int(String(decoding: digits, as: UTF8.self), radix: 8) ?? 0
      place += 512
      entries.append(Entry(name: name, contents: Array(bytes[place..<place + size])))
      place += (size + 511) / 512 * 512
    }
    self.entries = entries
  }

  var bytes: [UInt8] {
    entries.flatMap { entry in
      Self.head(entry) + entry.contents
        + [UInt8](repeating: 0, count: (512 - entry.contents.count % 512) % 512)
    } + [UInt8](repeating: 0, count: 1024)
  }

  private static func head(_ entry: Entry) -> [UInt8] {
    var head = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, _ place: Int) {
      for (offset, byte) in text.utf8.enumerated() { head[place + offset] = byte }
    }
    func octal(_ value: Int, _ width: Int) -> String {
      let digits = String(value, radix: 8)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    put(entry.name, 0)
    put("0000600", 100)
    put(octal(entry.stated ?? entry.contents.count, 11), 124)
    put(octal(0, 11), 136)
    put("        ", 148)
    put(String(entry.type), 156)
    put(entry.target, 157)
    put("ustar\u{0}00", 257)
    put(octal(head.reduce(0) { $0 + Int($1) }, 6) + "\u{0} ", 148)
    return head
  }
}
