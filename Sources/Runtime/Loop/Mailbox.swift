import Synchronization
package import Workbench

/// Where workers leave messages for the thread that paints.
package final class Mailbox: Sendable {
  private let waiting = Mutex<[Message]>([])
  private let wake: @Sendable () -> Void

  /// - Parameter wake: makes the loop look; called once for each message.
  package init(wake: @escaping @Sendable () -> Void) {
    self.wake = wake
  }

  package func post(_ message: Message) {
    waiting.withLock { $0.append(message) }
    wake()
  }

  /// What has come in, in order; the box is empty afterwards.
  package func take() -> [Message] {
    waiting.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}
