extension String {
    /// What stands between its blanks.
    package var words: [String] { split(separator: " ").map(String.init) }

    /// A number that is the same for the same text in every run of the program (FNV-1a), for what nobody draws.
    package var stableHash: UInt64 {
        utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
