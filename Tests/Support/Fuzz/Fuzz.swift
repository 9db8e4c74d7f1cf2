import FuzzTargets
import Glibc

/// The reader that is tried is named in the environment: `FUZZ_TARGET=csv-long`.
private let target: FuzzTarget = {
  let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget.named(name) else {
    print("FUZZ_TARGET is one of: \(FuzzTarget.all.map(\.name).joined(separator: ", "))")
    fflush(nil)
    _exit(2)
  }
  return target
}()

/// What libFuzzer calls with every input it makes.
@_cdecl("LLVMFuzzerTestOneInput")
public func tryOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = UnsafeBufferPointer(start: start, count: count)
  guard case .broken(let what) = target.verdict(on: Array(input)) else { return 0 }
  print("\(target.name): \(what)")
  fflush(nil)
  abort()
}

/// Writes the good inputs of a reader, which libFuzzer then starts from: `FUZZ_SEEDS=DIR`.
@_cdecl("LLVMFuzzerInitialize")
public func begin(
  _ count: UnsafePointer<CInt>?, _ arguments: UnsafePointer<UnsafePointer<CChar>?>?
) -> CInt {
  guard let folder = getenv("FUZZ_SEEDS").map({ String(cString: $0) }) else { return 0 }
  for (index, seed) in target.seeds.enumerated() {
    guard let file = fopen("\(folder)/seed-\(index)", "w") else { continue }
    fwrite(seed, 1, seed.count, file)
    fclose(file)
  }
  return 0
}

/// libFuzzer's own loop.
@_silgen_name("LLVMFuzzerRunDriver")
private func run(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The package manager calls the program's beginning so, and leaves no room for libFuzzer's `main`.
@_cdecl("Fuzz_main")
public func start(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  var count = count
  var arguments = arguments
  return run(&count, &arguments, tryOneInput)
}
