// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let arguments = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let toml = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// - Parameter data: folders of files that tests read and the build does not.
func tests(
  _ name: String, _ dependencies: [Target.Dependency], data: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], exclude: data,
    swiftSettings: strict)
}

let package = Package(
  name: "tiebreak",
  products: [.executable(name: "tiebreak", targets: ["tiebreak"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    .target(
      name: "CTerminal", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(
      name: "CJSON", linkerSettings: [.linkedLibrary("simdjson")]),
    .target(name: "CZlib", linkerSettings: [.linkedLibrary("z")]),
    .target(name: "CZstd", linkerSettings: [.linkedLibrary("zstd")]),
    .target(name: "CPostgres"),
    library("Domain"),
    library("Agreement", ["Domain"]),
    library("Interchange", ["Domain", "CJSON", "CZlib", "CZstd"]),
    library("Ledger", ["Domain", crypto]),
    library("Store", ["Domain", "Agreement", "Ledger", grdb, sqlite]),
    .target(
      name: "TeamStore", dependencies: ["Domain", "Ledger", "CPostgres"],
      resources: [.embedInCode("Schema/sql")], swiftSettings: strict),
    library("Screen"),
    library("Workbench", ["Domain", "Agreement", "Screen"]),
    library("Configuration", ["Domain", toml]),
    library(
      "Runtime",
      [
        "Workbench", "Screen", "Domain", "Agreement", "Ledger", "Store", "TeamStore", "Interchange",
        "Configuration",
      ]),
    library("Terminal", ["Screen", "CTerminal"]),
    .target(
      name: "ThemeCatalog", dependencies: ["Screen"],
      resources: [.embedInCode("themes")], swiftSettings: strict),
    .executableTarget(
      name: "tiebreak",
      dependencies: [
        "Runtime", "Terminal", "ThemeCatalog", "Workbench", "Screen", "Domain", "Agreement",
        "Interchange", "Ledger", "Store", "Configuration", arguments,
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "Bench",
      dependencies: [
        "Domain", "Agreement", "Interchange", "Ledger", "Store", "TeamStore", "Screen", "Workbench",
        "Runtime", grdb,
      ],
      swiftSettings: strict),
    .target(name: "CPseudoTerminal", path: "Tests/Support/CPseudoTerminal"),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Screen", "Terminal", "ThemeCatalog"],
      path: "Tests/Support/TerminalProbe", swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["Domain", "Screen", "CPseudoTerminal"],
      path: "Tests/Support/TestSupport", swiftSettings: strict),
    .target(
      name: "FuzzTargets",
      dependencies: [
        "Domain", "Interchange", "Ledger", "Configuration", "Screen", "ThemeCatalog", crypto,
      ],
      path: "Tests/Support/FuzzTargets", swiftSettings: strict),
    tests("FuzzTests", ["FuzzTargets"]),
    tests("DomainTests", ["Domain"]),
    tests("AgreementTests", ["Agreement", "Domain"]),
    tests("InterchangeTests", ["Interchange", "Domain"]),
    tests("LedgerTests", ["Ledger", "TeamStore", "Domain"]),
    tests("StoreTests", ["Store", "Ledger", "Agreement", "Domain"]),
    tests("TeamStoreTests", ["TeamStore", "Store", "Ledger", "Domain", "Runtime"]),
    tests("ScreenTests", ["Screen", "ThemeCatalog"], data: ["Screens"]),
    tests("TerminalTests", ["Screen", "TerminalProbe"]),
    tests(
      "WorkbenchTests", ["Workbench", "Agreement", "Screen", "ThemeCatalog", "Domain"],
      data: ["Screens"]),
    tests("ConfigurationTests", ["Configuration", "Domain", toml]),
    tests(
      "RuntimeTests",
      ["Runtime", "Workbench", "Screen", "Store", "Ledger", "Interchange", "Domain"]),
    tests(
      "ArchitectureTests", ["Workbench", "Configuration", "Domain", "Interchange"]),
    tests("ProgramTests", ["tiebreak", "Screen", crypto]),
  ],
  cxxLanguageStandard: .cxx17
)

// `make fuzz` alone builds the program that libFuzzer drives: it brings its own `main`.
if Context.environment["TIEBREAK_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzz", dependencies: ["FuzzTargets"], path: "Tests/Support/Fuzz",
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]))
}
