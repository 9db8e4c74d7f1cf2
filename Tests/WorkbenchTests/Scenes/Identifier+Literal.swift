public import Domain

/// Ids are written as literals in tests.
extension Identifier: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
}

extension Identifier: ExpressibleByUnicodeScalarLiteral {
  public init(unicodeScalarLiteral value: String) { self.init(value) }
}

extension Identifier: ExpressibleByExtendedGraphemeClusterLiteral {
  public init(extendedGraphemeClusterLiteral value: String) { self.init(value) }
}
