import Ledger
import TeamStore
import TestSupport
import Testing

/// What is taken for an address, and that no password gets anywhere.
@Suite struct AddressTests {
  @Test(arguments: [
    "postgresql://lena:hunter2@db/x", "postgres://lena:hunter2@/x?host=/tmp",
    "postgresql:///x?password=hunter2", "postgresql:///x?user=lena&password=hunter2",
    "postgresql://lena:hunter2@db/x?nonsense=1", "postgresql://lena:hunter2@[::/x",
    "postgresql://lena:hunter2@db:port/x", "postgresql:///x?sslpassword=hunter2",
    "mysql://lena:hunter2@db/x", "postgresql://%zz:hunter2@db/x",
  ])
  func `a password is refused and not repeated`(text: String) throws {
    let failure = try #require(
      #expect(throws: ServerFailure.self) { try ServerAddress(text) })
    #expect(failure.kind == .address)
    #expect(!"\(failure)".contains("hunter2"))
    if text.hasPrefix("postgresql://lena:hunter2@db/x"), !text.contains("nonsense") {
      #expect(failure.reason.contains(".pgpass"))
    }
  }

  @Test func `what libpq says of a password is masked`() {
    #expect(
      Secrets.masked("could not use postgresql://lena:hunter2@db/x, password=abc host=y")
        == "could not use postgresql://lena:…@db/x, password=… host=y")
    #expect(Secrets.masked("password authentication failed") == "password authentication failed")
    #expect(Secrets.masked("postgresql://db:5432/x") == "postgresql://db:5432/x")
  }

  @Test func `the schema is part of the address`() throws {
    #expect(try ServerAddress("postgresql:///x").schema == "tiebreak")
    let address = try ServerAddress("postgresql:///x?schema=tickets_2&host=/tmp")
    #expect(address.schema == "tickets_2")
    #expect(address.shown == "postgresql:///x")
    for name in ["", "Tickets", "a-b", "pg_own", "1a", "x;y", "a b"] {
      #expect(throws: ServerFailure.self, "\(name)") {
        try ServerAddress("postgresql:///x?schema=\(name)")
      }
    }
  }

  @Test func `nothing leaves the machine in the open`() throws {
    for mode in ["disable", "allow", "prefer"] {
      let failure = #expect(throws: ServerFailure.self) {
        try ServerAddress("postgresql://db.example/x?sslmode=\(mode)")
      }
      #expect(failure?.kind == .unsuitable)
      _ = try ServerAddress("postgresql://localhost/x?sslmode=\(mode)")
    }
    _ = try ServerAddress("postgresql://db.example/x")
    _ = try ServerAddress("postgresql://db.example/x?sslmode=verify-ca")
  }

  @Test func `a server that is not there is named, at once`() throws {
    let address = try ServerAddress("postgresql://lena@/x?host=/nowhere")
    let failure = #expect(throws: ServerFailure.self) { try ConnectionPool(address).user() }
    #expect(failure?.kind == .unreachable)
    #expect(failure?.server == "postgresql://lena@/x")
  }
}
