import Glibc
import Testing

/// Which call goes wrong, and how.
struct FaultPlan: CustomStringConvertible {
  enum Kind: Hashable, CustomTestStringConvertible {
    case killBefore
    /// Half of the bytes are written, then the process is killed.
    case shortKill
    case killAfter
    /// Half of the bytes are written.
    case short
    case error(Int32)

    var testDescription: String {
      switch self {
      case .error(let code): String(cString: strerror(code))
      default: word
      }
    }

    var word: String {
      switch self {
      case .killBefore: "kill-before"
      case .shortKill: "short-kill"
      case .killAfter: "kill-after"
      case .short: "short"
      case .error(let code): String(code)
      }
    }

    var kills: Bool { [.killBefore, .shortKill, .killAfter].contains(self) }

    static let kills: [Kind] = [.killBefore, .shortKill, .killAfter]
    static let errors: [Kind] =
      [.short] + [EIO, ENOSPC, EINTR, EDQUOT, EROFS].map { .error($0) }
  }

  var kind: Kind
  /// The call, from 1; 0 for none: they are only counted.
  var at: Int
  /// Every later call goes wrong too.
  var isLasting = false
  /// The kinds of calls that count, as the shim names them; nil: all that change something.
  var calls: String?
  /// Only files whose path contains this.
  var named: String?

  static let counting = FaultPlan(kind: .killBefore, at: 0)

  var description: String {
    "\(kind.testDescription) at call \(at)\(isLasting ? " and all later ones" : "")"
  }

  /// The variables that the shim reads.
  func environment(under folder: String, page: FaultPage) throws -> [String: String] {
    var variables = [
      "LD_PRELOAD": try FaultShim.library.get(), "FAULT_UNDER": folder, "FAULT_PAGE": page.path,
      "FAULT_AT": String(at), "FAULT_KIND": kind.word,
    ]
    if isLasting { variables["FAULT_ONWARDS"] = "1" }
    if let calls { variables["FAULT_CALLS"] = calls }
    if let named { variables["FAULT_NAMED"] = named }
    return variables
  }
}
