import Testing

/// The suites that start programs run one after the other: each blocks a thread of a pool that has two here.
@Suite(.serialized, .timeLimit(.minutes(5))) struct Programs {}
