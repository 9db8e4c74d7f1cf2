import Agreement
import Domain
import Foundation
import TestSupport

/// The real data sets about regions, read with nothing of this project. Everything is nil where the
/// shared fixtures are missing.
enum RealRegions {
  struct Texts {
    var units: [RegionUnit] = []
    var annotators: [String] = []
  }

  struct BoxAnswer {
    let annotator: String
    let boxes: [Box]
  }

  /// One error mark, with its text's key.
  struct ErrorMark {
    let text: String
    let annotator: String
    /// Nil where the annotator found nothing there.
    let span: Range<Int>?
    let category: String
  }

  struct ErrorMarks {
    let marks: [ErrorMark]

    /// Units by text, identical spans of an annotator once.
    func spans(_ label: (String) -> String) -> Texts {
      let names = Set(marks.map(\.annotator)).sorted()
      let codes = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
      let texts = Dictionary(grouping: marks, by: \.text).sorted { $0.key < $1.key }
      let units = texts.map { _, marks in
        let answers = Dictionary(grouping: marks, by: \.annotator).map { annotator, marks in
          let spans = Set(
            marks.compactMap { mark in
              mark.span.map {
                Domain.Span(
                  start: $0.lowerBound, end: $0.upperBound, label: LabelID(label(mark.category)))
              }
            })
          return RegionUnit.Answer(
            annotator: codes[annotator] ?? 0, regions: .spans(Array(spans)))
        }
        return RegionUnit(answers: answers)
      }
      return Texts(units: units, annotators: names)
    }
  }

  static func opinions() throws -> Texts? {
    guard let bytes = try SharedFixtures.bytes("data/crowd-oei/dev-crowd.jsonl") else {
      return nil
    }
    var texts = Texts()
    var codes: [Int: Int] = [:]
    for line in bytes.split(separator: 0x0A) {
      let object = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
      var spans: [Int: Set<Domain.Span>] = [:]
      for mark in object?["annotations"] as? [[String: Any]] ?? [] {
        guard let user = mark["user"] as? Int, let start = mark["start_offset"] as? Int,
          let end = mark["end_offset"] as? Int, let label = mark["label"] as? String
        else { continue }
        if codes[user] == nil {
          codes[user] = texts.annotators.count
          texts.annotators.append("\(user)")
        }
        spans[codes[user] ?? 0, default: []].insert(
          Domain.Span(start: start, end: end, label: LabelID(label)))
      }
      texts.units.append(
        RegionUnit(
          answers: spans.map { .init(annotator: $0, regions: .spans(Array($1))) },
          length: (object?["text"] as? String)?.unicodeScalars.count))
    }
    return texts
  }

  /// By document: the spans that count as right.
  static func opinionGold() throws -> [[Domain.Span]]? {
    guard let bytes = try SharedFixtures.bytes("data/crowd-oei/dev.jsonl") else { return nil }
    return try bytes.split(separator: 0x0A).map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
      return (object?["annotations"] as? [[String: Any]] ?? []).compactMap { mark in
        guard let start = mark["start_offset"] as? Int, let end = mark["end_offset"] as? Int,
          let label = mark["label"] as? String
        else { return nil }
        return Domain.Span(start: start, end: end, label: LabelID(label))
      }
    }
  }

  static func translationErrors() throws -> ErrorMarks? {
    guard let path = try SharedFixtures.path("data/mqm-ende/mqm_ende_compact.tsv.gz"),
      let table = try unpacked(path)
    else { return nil }
    let marks = table.split(separator: 0x0A).dropFirst().compactMap { line -> ErrorMark? in
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard fields.count > 7 else { return nil }
      let found = !["No-error", "Found", "Missed"].contains(fields[7])
      return ErrorMark(
        text: fields[..<4].joined(separator: "\t"), annotator: fields[4],
        span: found ? marked(fields[6]) ?? marked(fields[5], from: 1_000_000) : nil,
        category: fields[7])
    }
    return ErrorMarks(marks: marks)
  }

  /// Where `<v>…</v>` stands, in code points of the text without these tags.
  private static func marked(_ text: String, from origin: Int = 0) -> Range<Int>? {
    let scalars = Array(text.unicodeScalars)
    func place(_ tag: String) -> Int? {
      let wanted = Array(tag.unicodeScalars)
      return scalars.indices.first { scalars[$0...].starts(with: wanted) }
    }
    guard let start = place("<v>"), let end = place("</v>") else { return nil }
    return origin + start..<origin + end - 3
  }

  private static func unpacked(_ path: String) throws -> Data? {
    let gzip = URL(fileURLWithPath: "/usr/bin/gzip")
    guard FileManager.default.isExecutableFile(atPath: gzip.path) else {
      print("skipped: \(path) (no gzip here)")
      return nil
    }
    let process = Process()
    let pipe = Pipe()
    process.executableURL = gzip
    process.arguments = ["-dc", path]
    process.standardOutput = pipe
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return bytes
  }

  /// By task; the annotators in the order of their ids.
  static func labelStudioBoxes() throws -> [[BoxAnswer]]? {
    guard let bytes = try SharedFixtures.bytes("data/labelstudio-bbox/export.json") else {
      return nil
    }
    let root = try JSONSerialization.jsonObject(with: Data(bytes)) as? [[String: Any]] ?? []
    return root.map { task in
      let answers = (task["annotations"] as? [[String: Any]] ?? []).map { annotation in
        let results = annotation["result"] as? [[String: Any]] ?? []
        let boxes = results.compactMap { result -> Box? in
          guard let value = result["value"] as? [String: Any],
            let label = (value["rectanglelabels"] as? [String])?.first,
            let x = number(value["x"]), let y = number(value["y"]),
            let width = number(value["width"]), let height = number(value["height"])
          else { return nil }
          return Box(x: x, y: y, width: width, height: height, label: LabelID(label))
        }
        let by = annotation["completed_by"] as? [String: Any]
        return BoxAnswer(annotator: "\(by?["id"] as? Int ?? 0)", boxes: boxes)
      }
      return answers.sorted { $0.annotator < $1.annotator }
    }
  }

  /// By image; answers without a box too.
  static func pedestrians(_ who: String) throws -> [String: [BoxAnswer]]? {
    guard let assigned = try SharedFixtures.bytes("data/pedestrian-boxes/\(who)_assignments.csv"),
      let drawn = try SharedFixtures.bytes("data/pedestrian-boxes/\(who)_boxes.csv")
    else { return nil }
    var boxes: [String: [Box]] = [:]
    for row in rows(drawn) {
      let corners = row[3..<7].compactMap { Double($0) }
      let numbers = [
        corners[0], corners[1], corners[2] - corners[0], corners[3] - corners[1],
      ].compactMap { Number("\($0)") }
      guard numbers.count == 4 else { continue }
      boxes["\(row[0]) \(row[1])", default: []].append(
        Box(
          x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3],
          label: LabelID("person")))
    }
    return Dictionary(grouping: rows(assigned)) { $0[0] }.mapValues { rows in
      rows.map { BoxAnswer(annotator: $0[1], boxes: boxes["\($0[0]) \($0[1])"] ?? []) }
    }
  }

  private static func rows(_ bytes: [UInt8]) -> [[String]] {
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
    }
  }

  private static func number(_ value: Any?) -> Number? {
    (value as? NSNumber).flatMap { Number("\($0.doubleValue)") }
  }
}
