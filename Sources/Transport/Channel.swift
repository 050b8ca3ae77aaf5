/// Something with a descriptor that lives on one event loop.
package protocol Channel: AnyObject {
    /// The descriptor the loop watches; stays the same and open while registered.
    var rawDescriptor: Int32 { get }

    /// Called when the descriptor is ready for something the channel asked for, or has failed.
    func isReady(_ readiness: Readiness, on loop: EventLoop)

    /// Called every `sweepInterval` of the loop, to look after deadlines.
    func sweep(now: Milliseconds, on loop: EventLoop)
}

/// A point of the monotonic clock, or a distance on it.
package typealias Milliseconds = Int64
