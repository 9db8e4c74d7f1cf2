/// Why labels have no difference under a metric.
struct AlphaObstacle: Error {
  let status: EstimateStatus
}
