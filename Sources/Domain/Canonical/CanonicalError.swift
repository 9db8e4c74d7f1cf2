/// Why bytes are not canonical. Offsets count bytes from 0.
public enum CanonicalError: Error, Hashable, Sendable {
  case notUTF8
  case unexpected(offset: Int)
  case membersOutOfOrder(offset: Int)
  case tooDeep(offset: Int)
  case trailingBytes(offset: Int)
}
