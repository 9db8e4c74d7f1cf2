import Ledger
import Screen

extension Words {
  /// What a server did not do, and what to do next.
  static func sentence(_ failure: ServerFailure) -> String {
    let server = failure.server.isEmpty ? "" : "\(plain(failure.server, limit: 200)): "
    let reason = plain(failure.reason, limit: 300)
    return switch failure.kind {
    case .unreachable: "\(server)the server cannot be reached: \(reason)"
    case .unanswered:
      "\(server)\(reason). Whether what was asked for was recorded is not known yet: the log will "
        + "show it once the server answers. Nothing is recorded twice by trying again."
    case .busy: "\(server)others were at work for too long (\(reason)). Try again."
    case .forbidden: "\(server)not allowed: \(reason)."
    case .unsuitable: "\(server)not used: \(reason)."
    case .address: "store: \(reason)."
    case .refused: "\(server)refused: \(reason)."
    }
  }
}
