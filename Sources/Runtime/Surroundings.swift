package import Domain

/// What the program takes from the machine it runs on: handed in by `main`, so that tests can hand
/// in something else.
package struct Surroundings: Sendable {
  /// The name of the effective user, as the operating system knows it.
  package let user: String
  /// Where personal state lives: drafts, tags, cursor, remembered heads.
  package let stateHome: String
  /// Where personal settings live: theme and keys.
  package let configurationHome: String
  /// Where what can be made again lives: the tables of projects on a server.
  package let cacheHome: String
  /// `TIEBREAK_AS`: whom a sandbox project takes the user for.
  package let standIn: String?
  /// The time in UTC.
  package let now: @Sendable () -> Instant
  /// 64 unpredictable bits.
  package let random: @Sendable () -> UInt64

  package init(
    user: String, stateHome: String, configurationHome: String, cacheHome: String? = nil,
    standIn: String?,
    now: @escaping @Sendable () -> Instant, random: @escaping @Sendable () -> UInt64
  ) {
    self.user = user
    self.stateHome = stateHome
    self.configurationHome = configurationHome
    self.cacheHome = cacheHome ?? stateHome + "/cache"
    self.standIn = standIn
    self.now = now
    self.random = random
  }

  /// The same for somebody whom a database knows by another name.
  func known(as user: String) -> Surroundings {
    Surroundings(
      user: user, stateHome: stateHome, configurationHome: configurationHome,
      cacheHome: cacheHome, standIn: standIn, now: now, random: random)
  }

  /// A new id for one attempt to record something.
  package func newOperation() -> OperationID {
    OperationID(high: random(), low: random())
  }
}
