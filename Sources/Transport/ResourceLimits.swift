import CLinux

/// What the system lets this process have.
package enum ResourceLimits {
    /// Processors this process may run on, at least 1.
    package static var coreCount: Int { Int(localtenant_core_count()) }

    /// Has the heap grow in large steps; to be called before there is a second thread, whose heap is
    /// its own otherwise.
    package static func prepareAllocator() {
        localtenant_prepare_allocator()
    }

    /// Gives the system what is free of the heap. Left alone, requests of many sizes that come and go leave gaps, as
    /// much as a fourth of what is in use. Takes a millisecond or so.
    package static func giveBackMemory() {
        localtenant_give_back_memory()
    }

    /// Raises the number of open descriptors to the hard limit.
    ///
    /// - Returns: the limit now in force, or nil where the system refused.
    package static func raiseDescriptorLimit() -> UInt64? {
        var limit: UInt64 = 0
        return unsafe localtenant_raise_descriptor_limit(&limit) == 0 ? limit : nil
    }
}
