import Foundation

/// Reads the sets that precedents are searched in. Each is public and comes with people's own marks of
/// what belongs together; none was made for this.
struct RelevanceSets {
  private let folder: String
  private let scratch: String

  init(folder: String, scratch: String) {
    self.folder = folder
    self.scratch = scratch
  }

  func all() throws -> [RelevanceSet] {
    [try answers(), try translations(), try opinions(), try sentences()]
  }

  /// PandaLM: two answers each to one instruction. Other models' answers to the same instruction belong
  /// to it; pairs that share a model or an answer are left out.
  private func answers() throws -> RelevanceSet {
    let rows = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(fileURLWithPath: folder + "/pandalm-preferences/testset-v1.json")))
    guard let rows = rows as? [[String: Any]] else { throw BenchFailure("no PandaLM test set") }
    let text = { (row: [String: Any], name: String) in row[name].map { "\($0)" } ?? "" }
    let pairs = rows.map { [text($0, "response1"), text($0, "response2")] }
    let groups = rows.map { text($0, "instruction") + "\u{0}" + text($0, "input") }
    let models = rows.map { Set(text($0, "cmp_key").split(separator: "_").map(String.init)) }
    let members = Dictionary(grouping: rows.indices, by: { groups[$0] })
    var relevant = [Set<Int>](repeating: [], count: rows.count)
    var excluded = relevant
    for row in rows.indices {
      for other in members[groups[row]] ?? [] where other != row {
        let isShared =
          !models[row].isDisjoint(with: models[other])
          || !Set(pairs[row]).isDisjoint(with: pairs[other])
        if isShared { excluded[row].insert(other) } else { relevant[row].insert(other) }
      }
    }
    return RelevanceSet(
      name: "PandaLM, 999 pairs of English answers",
      relevance: "answers by other models to the same instruction",
      texts: pairs.map { $0.joined(separator: "\n") }, relevant: relevant, excluded: excluded,
      groups: groups)
  }

  /// MQM: translations of one segment by ten systems belong together; only the translations are read.
  private func translations() throws -> RelevanceSet {
    var seen: Set<[String]> = []
    var known: Set<[String]> = []
    var texts: [String] = []
    var groups: [String] = []
    for line in try lines("mqm-ende/mqm_ende_compact.tsv.gz").dropFirst() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count > 6, seen.insert([cells[0], cells[3]]).inserted else { continue }
      let text = cells[6].replacing("<v>", with: "").replacing("</v>", with: "")
      let group = cells[1] + "#" + cells[2]
      guard known.insert([text, group]).inserted else { continue }
      texts.append(text)
      groups.append(group)
    }
    return RelevanceSet(
      name: "MQM en–de, 899 German translations",
      relevance: "translations of the same segment by other systems", texts: texts,
      groups: groups)
  }

  /// Crowd-OEI: Chinese sentences in which experts marked the same words as the same opinion.
  private func opinions() throws -> RelevanceSet {
    var texts: [String] = []
    var groups: [String] = []
    var opinions: [Set<String>] = []
    for line in try lines("crowd-oei/dev.jsonl") where !line.isEmpty {
      let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      guard let row, let text = row["text"] as? String else { continue }
      let scalars = Array(text.unicodeScalars)
      let marks = (row["annotations"] as? [[String: Any]] ?? []).compactMap { mark -> String? in
        guard let from = mark["start_offset"] as? Int, let end = mark["end_offset"] as? Int,
          let label = mark["label"] as? String, (0...scalars.count).contains(from),
          from <= end, end <= scalars.count
        else { return nil }
        return label + String(String.UnicodeScalarView(scalars[from..<end]))
      }
      texts.append(text)
      groups.append(row["id"].map { "\($0)" } ?? "")
      opinions.append(Set(marks))
    }
    return RelevanceSet(
      name: "Crowd-OEI, 803 Chinese sentences",
      relevance: "an opinion in the same words, by expert marks", texts: texts,
      relevant: texts.indices.map { text in
        Set(
          texts.indices.filter { $0 != text && !opinions[$0].isDisjoint(with: opinions[text]) })
      }, excluded: Array(repeating: [], count: texts.count), groups: groups)
  }

  /// EmoBank: single English sentences; those of one document belong together.
  private func sentences() throws -> RelevanceSet {
    let documents = Dictionary(
      try lines("emobank/meta.tsv.gz").dropFirst().map { line in
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        return (cells[0], cells.count > 1 ? cells[1] : "")
      }, uniquingKeysWith: { $1 })
    let rows = try records(of: unpacked("emobank/raw.csv.gz")).dropFirst()
      .filter { $0.count > 1 && documents[$0[0]] != nil }
      .sorted { $0[0] < $1[0] }
    return RelevanceSet(
      name: "EmoBank, \(rows.count) English sentences",
      relevance: "sentences of the same document", texts: rows.map { $0[1] },
      groups: rows.map { documents[$0[0]] ?? "" })
  }

  private func lines(_ name: String) throws -> [String] {
    try unpacked(name).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func unpacked(_ name: String) throws -> String {
    var path = folder + "/" + name
    if name.hasSuffix(".gz") {
      let target = scratch + "/" + (name.split(separator: "/").last.map(String.init) ?? name)
      _ = try Child.run(["/bin/sh", "-c", "gzip -dc \"$0\" > \"$1\"", path, target])
      path = target
    }
    return try String(contentsOfFile: path, encoding: .utf8)
  }

  /// CSV with quotes.
  private func records(of text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var cell = ""
    var isQuoted = false
    var mayEscape = false
    for scalar in text.unicodeScalars {
      if isQuoted, scalar != "\"" {
        cell.unicodeScalars.append(scalar)
        continue
      }
      switch scalar {
      case "\"":
        if mayEscape, !isQuoted { cell.append("\"") }
        isQuoted.toggle()
        mayEscape = !isQuoted
        continue
      case ",":
        record.append(cell)
        cell = ""
      case "\n":
        records.append(record + [cell])
        record = []
        cell = ""
      case "\r": break
      default: cell.unicodeScalars.append(scalar)
      }
      mayEscape = false
    }
    return cell.isEmpty && record.isEmpty ? records : records + [record + [cell]]
  }
}
