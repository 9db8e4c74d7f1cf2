import Domain

/// Writes a record's canonical bytes in one pass, without building the canonical value first.
///
/// The members are those of `BatchRecord.canonical`, in the same order; tests hold the two together.
enum RecordEncoder {
  static func append(_ record: BatchRecord, to output: inout [UInt8]) {
    switch record {
    case .item(let item): append(item, to: &output)
    case .rating(let rating, let ordinal): append(rating, ordinal: ordinal, to: &output)
    }
  }

  private static func append(_ item: Item, to output: inout [UInt8]) {
    output.append(contentsOf: #"{"item":"#.utf8)
    append(item.id.text, to: &output)
    output.append(contentsOf: #","kind":"item","payload":"#.utf8)
    Canonical.append(item.payload.canonical, to: &output)
    if !item.slices.isEmpty {
      output.append(contentsOf: #","slices":["#.utf8)
      for (index, slice) in item.slices.enumerated() {
        output.append(contentsOf: (index > 0 ? ",[" : "[").utf8)
        append(slice.key, to: &output)
        output.append(UInt8(ascii: ","))
        append(slice.value, to: &output)
        output.append(UInt8(ascii: "]"))
      }
      output.append(UInt8(ascii: "]"))
    }
    if let source = item.source { append(#","source":"#, source, to: &output) }
    output.append(UInt8(ascii: "}"))
  }

  private static func append(_ rating: Rating, ordinal: Int, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "{"))
    if let annotator = rating.annotator {
      append(#""annotator":"#, annotator.text, to: &output)
      output.append(UInt8(ascii: ","))
    }
    if let at = rating.at {
      append(#""at":"#, at.text, to: &output)
      output.append(UInt8(ascii: ","))
    }
    if let confidence = rating.confidence {
      append(#""confidence":"#, confidence.source, to: &output)
      output.append(UInt8(ascii: ","))
    }
    if rating.isFlagged { output.append(contentsOf: #""flagged":true,"#.utf8) }
    append(#""item":"#, rating.unit.item.text, to: &output)
    output.append(contentsOf: #","kind":"rating""#.utf8)
    if let milliseconds = rating.milliseconds {
      output.append(contentsOf: #","milliseconds":"#.utf8)
      output.append(contentsOf: String(milliseconds).utf8)
    }
    if let note = rating.note { append(#","note":"#, note, to: &output) }
    output.append(contentsOf: #","ordinal":"#.utf8)
    output.append(contentsOf: String(ordinal).utf8)
    if rating.origin != .person { append(#","origin":"#, rating.origin.rawValue, to: &output) }
    append(#","question":"#, rating.unit.question.text, to: &output)
    if let round = rating.round { append(#","round":"#, round, to: &output) }
    output.append(contentsOf: #","value":"#.utf8)
    if case .label(let label) = rating.value {
      append(#"{"label":"#, label.text, to: &output)
      output.append(UInt8(ascii: "}"))
    } else {
      Canonical.append(rating.value.canonical, to: &output)
    }
    output.append(UInt8(ascii: "}"))
  }

  private static func append(_ head: StaticString, _ text: String, to output: inout [UInt8]) {
    output.append(
      contentsOf: UnsafeBufferPointer(start: head.utf8Start, count: head.utf8CodeUnitCount))
    append(text, to: &output)
  }

  /// Texts without anything to escape, which is most of them, are copied whole.
  private static func append(_ text: String, to output: inout [UInt8]) {
    var copy = text
    let isPlain = copy.withUTF8 { bytes in
      for byte in bytes where byte < 0x20 || byte == 0x22 || byte == 0x5C { return false }
      output.append(UInt8(ascii: "\""))
      output.append(contentsOf: bytes)
      output.append(UInt8(ascii: "\""))
      return true
    }
    if !isPlain { Canonical.append(.string(text), to: &output) }
  }
}
