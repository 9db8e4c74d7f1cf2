import Agreement
import Glibc

/// Agreement weights as section 1 of the formulas writes them, over all labels at once.
enum PlainWeights {
  static func matrix(_ scheme: AgreementWeights.Scheme, _ x: [Double]) -> [[Double]] {
    let least = x.min() ?? 0
    let most = x.max() ?? 0
    let places = Array(x.indices)
    func table(_ disagreement: (Int, Int) -> Double) -> [[Double]] {
      places.map { k in places.map { l in k == l ? 0 : disagreement(k, l) } }
    }
    func share(_ k: Int, _ l: Int) -> Double { abs(x[k] - x[l]) / (most - least) }
    let plain =
      switch scheme {
      case .identity: table { _, _ in 1 }
      case .linear: table { share($0, $1) }
      case .quadratic: table { share($0, $1) * share($0, $1) }
      case .radical: table { share($0, $1).squareRoot() }
      case .ordinal:
        table { k, l in
          let steps = Double(abs(k - l) + 1)
          return steps * (steps - 1) / (Double(x.count) * Double(x.count - 1))
        }
      case .ratio:
        table { k, l in
          let own = (x[k] - x[l]) / (x[k] + x[l])
          let whole = (most - least) / (most + least)
          return own * own / (whole * whole)
        }
      case .circular:
        normalised(
          table { k, l in
            let sine = sin(.pi * (x[k] - x[l]) / (most - least + 1))
            return sine * sine
          })
      case .bipolar:
        normalised(
          table { k, l in
            (x[k] - x[l]) * (x[k] - x[l])
              / ((x[k] + x[l] - 2 * least) * (2 * most - x[k] - x[l]))
          })
      }
    return plain.map { row in row.map { 1 - $0 } }
  }

  private static func normalised(_ table: [[Double]]) -> [[Double]] {
    let largest = table.joined().max() ?? 1
    return largest == 0 ? table : table.map { row in row.map { $0 / largest } }
  }
}
