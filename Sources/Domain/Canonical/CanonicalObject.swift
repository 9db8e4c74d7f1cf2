/// The members of a canonical object, in byte order of their names, each name once.
public struct CanonicalObject: Hashable, Sendable {
  public struct Member: Hashable, Sendable {
    public let name: String
    public let value: CanonicalValue

    public init(name: String, value: CanonicalValue) {
      self.name = name
      self.value = value
    }
  }

  public private(set) var members: [Member] = []

  public init() {}

  /// - Parameter members: in byte order of their names, each name once.
  init(ordered members: [Member]) {
    self.members = members
  }

  /// Builds an object; a nil value leaves its member out.
  public init(_ members: KeyValuePairs<String, CanonicalValue?>) {
    for (name, value) in members {
      self[name] = value
    }
  }

  /// Reads or sets a member. O(log n) to find, O(n) to insert.
  public subscript(name: String) -> CanonicalValue? {
    get {
      let index = position(of: name)
      guard index < members.count, members[index].name.utf8.elementsEqual(name.utf8) else {
        return nil
      }
      return members[index].value
    }
    set {
      let index = position(of: name)
      let stands = index < members.count && members[index].name.utf8.elementsEqual(name.utf8)
      switch (newValue, stands) {
      case (let value?, true): members[index] = Member(name: name, value: value)
      case (let value?, false): members.insert(Member(name: name, value: value), at: index)
      case (nil, true): members.remove(at: index)
      case (nil, false): break
      }
    }
  }

  private func position(of name: String) -> Int {
    var low = 0
    var high = members.count
    while low < high {
      let middle = (low + high) / 2
      if members[middle].name.utf8.lexicographicallyPrecedes(name.utf8) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
