/// Makes distributions of what a confusion model found of units, and tells the pool.
struct ForecastWriter {
  let classCount: Int
  let width: Int
  let member: Int

  /// By unit and latent class.
  let logs: UnsafeMutablePointer<Double>

  /// The forecast table, as single numbers.
  let forecasts: UnsafeMutablePointer<Double>
  let stride: Int

  /// - Parameter shares: Room for the distribution itself.
  @inline(__always)
  func settle(_ unit: Int, into shares: UnsafeMutablePointer<Double>) {
    let found = logs + unit * width
    PortableExponential.normalise(found, into: shares, count: width)
    let lanes = ForecastTable.lanes
    let place = (unit / lanes * stride + member * classCount) * lanes + unit % lanes
    for label in 0..<classCount {
      // Of one kind the logarithm is there already.
      let log =
        width == classCount
        ? found[label]
        : PortableLogarithm.natural(max(shares[label] + shares[label + classCount], 1e-12))
      forecasts[place + label * lanes] = max(ForecastTable.floor, log)
    }
  }
}
