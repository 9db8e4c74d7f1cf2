/// An exact decimal number that keeps the text it was read from.
///
/// Value = `mantissa` × 10^`exponent`, with no trailing zeros in the mantissa. Two numbers are equal
/// where they are the same amount: `4.50` equals `4.5`; the source text plays no part.
public struct Number: Hashable, Comparable, Sendable {
  public let mantissa: Int64
  public let exponent: Int
  /// The digits as they stood in the export.
  public let source: String

  /// Reads `-12.50`, `7`, `.5`, `1e3`.
  ///
  /// - Returns: nil for text that is no decimal number, or whose digits do not fit 64 bits, or
  ///   whose exponent lies outside ±300. `nan`, `inf` and hexadecimal are no numbers here.
  public init?(_ source: String) {
    guard let parts = NumberReader.read(Array(source.utf8)) else { return nil }
    mantissa = parts.mantissa
    exponent = parts.exponent
    self.source = source
  }

  public init(_ whole: Int) {
    let parts = NumberReader.normalised(mantissa: Int64(whole), exponent: 0)
    mantissa = parts.mantissa
    exponent = parts.exponent
    source = String(whole)
  }

  /// The nearest binary number.
  public var double: Double {
    if exponent == 0 { return Double(mantissa) }
    return Double("\(mantissa)e\(exponent)") ?? 0
  }

  public static func == (left: Self, right: Self) -> Bool {
    left.mantissa == right.mantissa && left.exponent == right.exponent
  }

  public static func < (left: Self, right: Self) -> Bool {
    if left.exponent == right.exponent { return left.mantissa < right.mantissa }
    return left.double < right.double
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(mantissa)
    hasher.combine(exponent)
  }

  /// One spelling for equal amounts, for keys: plain digits where they are short.
  public var canonicalText: String {
    if exponent == 0 { return String(mantissa) }
    if exponent > 0, exponent <= 6 {
      return String(mantissa) + String(repeating: "0", count: exponent)
    }
    if exponent < 0, exponent >= -18 { return fractionText }
    return "\(mantissa)e\(exponent)"
  }

  private var fractionText: String {
    let digits = String(mantissa.magnitude)
    let places = -exponent
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
    let whole = padded.dropLast(places)
    return (mantissa < 0 ? "-" : "") + whole + "." + padded.suffix(places)
  }
}
