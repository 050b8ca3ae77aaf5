import CLinux

/// What the system lets this process have.
package enum ResourceLimits {
    /// Processors this process may run on, at least 1.
    package static var coreCount: Int { Int(localtenant_core_count()) }

    /// Has the heap grow in large steps; to be called before the loops start.
    package static func prepareAllocator() {
        localtenant_prepare_allocator()
    }

    /// Raises the number of open descriptors to the hard limit.
    ///
    /// - Returns: the limit now in force, or nil where the system refused.
    package static func raiseDescriptorLimit() -> UInt64? {
        var limit: UInt64 = 0
        return unsafe localtenant_raise_descriptor_limit(&limit) == 0 ? limit : nil
    }
}
