/// Bytes that came from outside: a file, an argument, a database, another person.
///
/// They stay as they came. Only `SafeText` turns them into something that may be shown.
package struct Untrusted: Hashable, Sendable {
  package let bytes: [UInt8]

  package init(bytes: [UInt8]) { self.bytes = bytes }

  package init(_ string: String) { bytes = Array(string.utf8) }
}
