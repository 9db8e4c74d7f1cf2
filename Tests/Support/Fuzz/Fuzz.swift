import FuzzTargets
import Glibc

/// The reader that is tried is named in the environment: `FUZZ_TARGET=csv-long`.
private let target: FuzzTarget = {
  let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget.named(name) else {
    print("FUZZ_TARGET is one of: \(FuzzTarget.all.map(\.name).joined(separator: ", "))")
    exit(2)
  }
  return target
}()

/// What libFuzzer calls with every input it makes.
@_cdecl("LLVMFuzzerTestOneInput")
public func tryOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = UnsafeBufferPointer(start: start, count: count)
  guard case .broken(let what) = target.verdict(on: Array(input)) else { return 0 }
  print("\(target.name): \(what)")
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
