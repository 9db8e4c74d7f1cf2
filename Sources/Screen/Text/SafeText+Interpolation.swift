extension SafeText: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self.init(value) }
}

extension SafeText: ExpressibleByStringInterpolation {
  /// Literals and values in one text: strings are sanitised on the way in.
  package struct StringInterpolation: StringInterpolationProtocol {
    var text = SafeText()

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) { text.append(SafeText(literal)) }

    package mutating func appendInterpolation(_ value: SafeText) { text.append(value) }

    package mutating func appendInterpolation(_ value: Untrusted) { text.append(SafeText(value)) }

    package mutating func appendInterpolation(_ value: String) { text.append(SafeText(value)) }

    package mutating func appendInterpolation(_ value: Int) { text.append(SafeText(value)) }
  }

  package init(stringInterpolation: StringInterpolation) { self = stringInterpolation.text }
}
