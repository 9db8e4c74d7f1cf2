import Domain
import TOMLKit

@testable import Configuration

/// One spelling for what the scanner saw and for what TOMLKit saw, keys in the order of their bytes.
enum TreeText {
  static func text(of table: DocumentTable) -> String {
    let entries = table.entries.map { (Identifier<Void>($0.key), text(of: $0.value)) }
    return text(of: entries)
  }

  static func text(of table: TOMLTable) -> String {
    let entries = table.keys.map { key in
      (Identifier<Void>(key), table[key].map { text(of: $0.tomlValue) } ?? "nothing")
    }
    return text(of: entries)
  }

  private static func text(of entries: [(Identifier<Void>, String)]) -> String {
    let sorted = entries.sorted { $0.0 < $1.0 }
    return "{" + sorted.map { "\($0.0.text.debugDescription)=\($0.1)" }.joined(separator: ",") + "}"
  }

  private static func text(of value: DocumentValue) -> String {
    switch value.content {
    case .text(let text): text.debugDescription
    case .number(let digits): number(digits)
    case .truth(let truth): String(truth)
    case .moment: "moment"
    case .list(let list): "[" + list.elements.map(text).joined(separator: ",") + "]"
    case .table(let table): text(of: table)
    }
  }

  private static func text(of value: TOMLValue) -> String {
    switch value.type {
    case .string: value.string.debugText
    case .int: value.int.map(String.init) ?? "nothing"
    case .double: value.double.map { "\($0)" } ?? "nothing"
    case .bool: value.bool.map(String.init) ?? "nothing"
    case .date, .time, .dateTime: "moment"
    case .array:
      "[" + (value.array?.map { text(of: $0.tomlValue) } ?? []).joined(separator: ",") + "]"
    case .table: value.table.map(text) ?? "nothing"
    }
  }

  private static func number(_ digits: String) -> String {
    if let whole = NumberText.whole(digits) { return String(whole) }
    return Double(digits.filter { $0 != "_" }).map { "\($0)" } ?? "nothing"
  }
}

extension String? {
  fileprivate var debugText: String { self?.debugDescription ?? "nothing" }
}
