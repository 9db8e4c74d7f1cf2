import Domain
import Workbench

extension FormDraft {
  var canonical: CanonicalObject {
    var object = CanonicalObject([
      "base": .integer(Int64(base)), "clause": .object(clause.canonical), "text": .string(text),
    ])
    switch target {
    case .new(let number): object["new"] = .integer(Int64(number))
    case .part(let part): object["part"] = .string(part.key)
    }
    return object
  }

  init?(canonical object: CanonicalObject) {
    let target: FormTarget
    if let number = object["new"]?.integer {
      target = .new(Int(number))
    } else if let part = object["part"]?.string.flatMap({ GuidelinePart(key: $0) }) {
      target = .part(part)
    } else {
      return nil
    }
    guard let base = object["base"]?.integer,
      let clause = object["clause"]?.object.flatMap({ ClauseText(canonical: $0) })
    else { return nil }
    self.init(
      target: target, base: Int(base), clause: clause, text: object["text"]?.string ?? "")
  }
}
