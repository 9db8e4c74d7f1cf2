import Domain

/// The order of labels where it matters: on an ordinal scale and in lists.
public enum LabelOrder: Sendable {
  /// As declared: the order of the codes.
  case declared

  /// As in this list; labels that are not in it follow in natural order.
  case listed([String])

  /// Numbers by size, then everything else by its UTF-8 bytes.
  case natural

  /// The codes of labels with these names, in order.
  public func codes(_ names: [String]) -> [Int] {
    switch self {
    case .declared: Array(names.indices)
    case .natural: Self.natural(names)
    case .listed(let list): Self.listed(list, names)
    }
  }

  /// Names are the same where their bytes are: not where they only look alike.
  private static func listed(_ list: [String], _ names: [String]) -> [Int] {
    let places = Dictionary(
      zip(list.map { Array($0.utf8) }, list.indices), uniquingKeysWith: { first, _ in first })
    let own = names.map { places[Array($0.utf8)] }
    let natural = Self.natural(names)
    let declared = natural.compactMap { code in own[code].map { (code: code, place: $0) } }
      .sorted { ($0.place, $0.code) < ($1.place, $1.code) }
    return declared.map(\.code) + natural.filter { own[$0] == nil }
  }

  /// Whether an order of these labels is only that of their bytes, which says nothing about a scale.
  func isAssumed(for labels: [String]) -> Bool {
    guard case .natural = self else { return false }
    return labels.count > 1 && !labels.allSatisfy { Number($0) != nil }
  }

  private static func natural(_ names: [String]) -> [Int] {
    let numbers = names.map { Number($0)?.double }
    return names.indices.sorted { one, other in
      switch (numbers[one], numbers[other]) {
      case (let first?, let second?) where first != second: first < second
      case (.some, nil): true
      case (nil, .some): false
      default: names[one].utf8.lexicographicallyPrecedes(names[other].utf8)
      }
    }
  }
}
